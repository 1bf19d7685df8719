import { NO, YES } from '../../knowledge.ts';
import { form } from '../form.ts';

export const earlier = form({
  key: 'earlier',
  says: 'Whether the first date is before the second.',
  schema: ({ z, Id }) => z.strictObject({ earlier: z.tuple([Id, Id]) }),
  examples: [{ earlier: ['current_plan_began', 'became_looked_after'] }],
  inputs: ({ earlier: dates }) => ({ dates }),
  gives: () => ({ types: ['yes_no'] }),
  isOver: ({ earlier: dates }, { hasCome }) => dates.every(hasCome),
  workOut: ({ earlier: [first, second] }, { daysOf }) => {
    const [a, b] = [daysOf(first), daysOf(second)];
    if (!a || !b) return undefined;
    if (a.to < b.from) return YES;
    return a.from >= b.to ? NO : undefined;
  },
});
