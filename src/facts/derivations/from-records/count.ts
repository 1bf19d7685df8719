import { MOST } from '../../../logic/span.ts';
import { join, type Knowledge, meet, span } from '../../knowledge.ts';
import type { CaseRecords } from '../../records/case-records.ts';
import { form } from '../form.ts';

export const count = form({
  key: 'count',
  says: 'How many plans the child had before. A plan that by its dates cannot be this child’s may count or not.',
  schema: ({ z }) => z.strictObject({ count: z.literal('previous_plans') }),
  examples: [{ count: 'previous_plans' }],
  inputs: () => ({ lists: ['previous_plans'] }),
  gives: () => ({ types: ['number'] }),
  isOver: () => true,
  workOut: (_, { records }) => plansCounted(records),
});

function plansCounted({ previousPlans: previous, currentPlan: plan }: CaseRecords): Knowledge | undefined {
  if (!previous) return undefined;
  const least = 2 * previous.plans.length;
  // A plan that may have ended since it was last known to be open would be one more
  const more = typeof plan === 'object' && plan.openOn !== undefined ? 2 : 0;
  const listed = span(least, previous.complete ? least + 2 * previous.doubted + more : MOST);
  if (previous.count === undefined) return listed;
  const counted = span(2 * previous.count, 2 * previous.count + more);
  return meet(counted, listed) ?? join(counted, listed);
}
