import { planDetail } from '../../records/plan-detail.ts';
import { form } from '../form.ts';
import { hadNone, lastPlanDetail } from './last-plan.ts';

export const thePlan = form({
  key: 'the_plan',
  says: 'The start or the end of the plan: of the one that is open or, where none is open, of the one that ended last. A plan that is open has no end.',
  schema: ({ z }) => z.strictObject({ the_plan: z.enum(['began', 'ended']) }),
  examples: [{ the_plan: 'began' }],
  inputs: () => ({ lists: ['current_plan', 'previous_plans'], anyIsEnough: true }),
  gives: () => ({ types: ['date'], isOfAPlan: true }),
  isOver: () => false,
  isAbsent: (_, { records: { currentPlan: plan, previousPlans: previous } }) => plan === 'none' && hadNone(previous),
  workOut: ({ the_plan: field }, { records: { currentPlan: plan, previousPlans: previous }, asAt }) => {
    if (plan === 'none') return previous && lastPlanDetail(field, previous, asAt);
    return plan && field === 'began' ? planDetail(plan, field) : undefined;
  },
});
