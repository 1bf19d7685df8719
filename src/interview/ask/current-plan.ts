import { type Ended, explained, type InterviewContext, waysOut } from '../flow/interview-context.ts';
import type { ListItem } from '../flow/item.ts';
import { clauseLines } from '../flow/why.ts';
import { askPlan } from './plan-form.ts';

/** The plan that the child is on today. */
export async function askCurrentPlan(item: ListItem, context: InterviewContext): Promise<Ended> {
  const { session, prompter } = context;
  const { current_plan: plan } = session.file;
  const reply = await explained(item, context, () =>
    prompter.choose<'yes' | 'none'>({
      key: 'current_plan',
      question: 'Is the child on a child protection plan today?',
      beside: ['A plan that is open, in any authority.', ...clauseLines(item)],
      options: [
        { value: 'yes', name: 'Yes' },
        { value: 'none', name: 'No' },
      ],
      now: plan === undefined ? undefined : plan === 'none' ? 'none' : 'yes',
      asides: waysOut(context, 'not_known'),
    }),
  );
  if ('aside' in reply) return reply.aside === 'back' ? 'back' : 'answered';
  if (reply.value === 'none') session.accept([{ path: ['current_plan'], value: 'none' }]);
  else {
    if (plan === undefined || plan === 'none') session.accept([{ path: ['current_plan'], value: {} }]);
    await askPlan(['current_plan'], context, false);
  }
  return 'answered';
}
