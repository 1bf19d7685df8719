import { NO, YES } from '../../knowledge.ts';
import { planDetail } from '../../records/plan-detail.ts';
import { form } from '../form.ts';

export const currentPlan = form({
  key: 'current_plan',
  says: 'Whether the child is on a plan now, or the start or the category of that plan.',
  schema: ({ z }) => z.strictObject({ current_plan: z.enum(['open', 'began', 'category']) }),
  examples: [{ current_plan: 'began' }],
  inputs: () => ({ lists: ['current_plan'] }),
  gives: ({ current_plan: field }) => {
    if (field === 'category') return { types: ['choice'], isCategory: true };
    return { types: [field === 'open' ? 'yes_no' : 'date'] };
  },
  isOver: () => false,
  workOut: ({ current_plan: field }, { records: { currentPlan: plan } }) => {
    if (plan === undefined) return undefined;
    if (field === 'open') return plan === 'none' ? NO : plan.openOn === undefined ? YES : undefined;
    return plan === 'none' ? undefined : planDetail(plan, field);
  },
  openOn: ({ current_plan: field }, { records: { currentPlan: plan } }) =>
    field === 'open' && typeof plan === 'object' ? plan.openOn : undefined,
});
