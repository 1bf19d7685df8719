import { type Day, type DayRange, FIRST_DAY } from '../../../calendar/dates.ts';
import { days, type Knowledge } from '../../knowledge.ts';
import type { CaseRecords, Plan, PreviousPlans } from '../../records/case-records.ts';
import { planDetail } from '../../records/plan-detail.ts';
import { form } from '../form.ts';

export const lastPlan = form({
  key: 'last_plan',
  says: 'From the earlier plan that ended last: its start, its end or its category.',
  schema: ({ z }) => z.strictObject({ last_plan: z.enum(['began', 'ended', 'category']) }),
  examples: [{ last_plan: 'ended' }],
  inputs: () => ({ lists: ['previous_plans'] }),
  gives: ({ last_plan: field }) =>
    field === 'category' ? { types: ['choice'], isCategory: true } : { types: ['date'] },
  isOver: () => true,
  isAbsent: (_, { records }) => hadNone(plansThatEnded(records)),
  workOut: ({ last_plan: field }, { records, asAt }) => {
    const ended = plansThatEnded(records);
    return ended && lastPlanDetail(field, ended, asAt);
  },
});

/** The earlier plans: a plan that may have ended since it was last known to be open may be one more. */
export const plansThatEnded = ({
  previousPlans: previous,
  currentPlan: plan,
}: CaseRecords): PreviousPlans | undefined =>
  previous && typeof plan === 'object' && plan.openOn !== undefined ? { ...previous, complete: false } : previous;

/** Whether the records show that the child had no plan before. */
export const hadNone = (previous: PreviousPlans | undefined): boolean =>
  previous?.complete === true && previous.plans.length + previous.doubted === 0;

/**
 * When a plan ended, as an interval; a plan without an end ended at some time up to the day. Undefined where it begins
 * only after the day.
 */
function endOf({ began, ended }: Plan, asAt: Day): DayRange | undefined {
  const from = began?.from ?? FIRST_DAY;
  return ended ?? (from <= asAt ? { from, to: asAt } : undefined);
}

/** The start, the end or the category of the earlier plan that ended last. */
export function lastPlanDetail(
  field: 'began' | 'ended' | 'category',
  previous: PreviousPlans,
  asAt: Day,
): Knowledge | undefined {
  const { plans } = previous;
  if (plans.length === 0) return undefined;
  let [from, to] = [FIRST_DAY, FIRST_DAY];
  for (const plan of plans) {
    const end = endOf(plan, asAt);
    if (!end) return undefined;
    from = later(end.from, from);
    to = later(end.to, to);
  }
  if (field === 'ended') return days({ from, to: previous.complete ? to : later(asAt, from) });
  if (!previous.complete) return undefined;
  const last = plans.filter((plan) => (endOf(plan, asAt)?.to ?? '') >= from);
  return last.length === 1 ? planDetail(last[0] as Plan, field) : undefined;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
