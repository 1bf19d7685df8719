import type { PreviousPlan } from '../../case/file/case-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { Edit } from '../../yaml/write.ts';
import { isUnborn } from '../flow/case-view.ts';
import { type Ended, explained, type InterviewContext, say, waysOut } from '../flow/interview-context.ts';
import type { ListItem } from '../flow/item.ts';
import { clauseLines } from '../flow/why.ts';
import type { Option } from '../prompters/prompter.ts';
import { askPlan, planInWords } from './plan-form.ts';

const LIST: Path = ['previous_plans', 'plans'];

/** Takes back that the list was whole. */
const REOPENED: Edit = { path: ['previous_plans', 'complete'], value: undefined };

const SCOPE = 'Every earlier plan of this child alone, in any authority. Not the plan in force now.';
const UNBORN = 'A child who is not yet born can only have had one in this pregnancy.';

type Step = 'none' | 'all' | 'add' | 'more' | 'count' | `correct ${number}` | `remove ${number}`;

/** The earlier plans, as a list that is added to, corrected and closed. */
export async function askPreviousPlans(item: ListItem, context: InterviewContext): Promise<Ended> {
  for (;;) {
    const { session } = context;
    const plans = session.file.previous_plans?.plans ?? [];
    for (const [i, plan] of plans.entries()) say(context, `${i + 1}. ${planInWords(plan)}`, '  ');
    const reply = await explained(item, context, () =>
      context.prompter.choose<Step>({
        key: 'previous_plans',
        question:
          plans.length === 0
            ? 'Did this child have a child protection plan before?'
            : 'Are these all the earlier plans?',
        beside: [SCOPE, ...(isUnborn(session.file) ? [UNBORN] : []), ...clauseLines(item)],
        options: steps(plans),
        asides: waysOut(context, 'not_known'),
      }),
    );
    if ('aside' in reply) return reply.aside === 'back' ? 'back' : 'answered';
    if (await isOver(reply.value, context)) return 'answered';
  }
}

function steps(plans: readonly PreviousPlan[]): Option<Step>[] {
  if (plans.length === 0) {
    return [
      { value: 'none', name: 'No, there was none' },
      { value: 'add', name: 'Yes: enter the first of them' },
      { value: 'count', name: 'Yes, but only how many is known' },
    ];
  }
  return [
    { value: 'all', name: 'Yes, that is all of them' },
    { value: 'add', name: 'No: enter another' },
    { value: 'more', name: 'There may be more; their dates are not known' },
    ...plans.flatMap((_, i): Option<Step>[] => [
      { value: `correct ${i}`, name: `Correct plan ${i + 1}` },
      { value: `remove ${i}`, name: `Remove plan ${i + 1}` },
    ]),
  ];
}

/** Takes one step on the list; true where the list is closed by it. */
async function isOver(step: Step, context: InterviewContext): Promise<boolean> {
  const { session } = context;
  const plans = session.file.previous_plans?.plans ?? [];
  const [verb, place] = step.split(' ');
  if ((verb === 'add' || verb === 'remove') && session.file.previous_plans?.complete) session.accept([REOPENED]);
  if (verb === 'add' || verb === 'correct') {
    await askPlan([...LIST, place === undefined ? plans.length : Number(place)], context, true);
    return false;
  }
  if (verb === 'remove') {
    session.accept([{ path: [...LIST, Number(place)], value: undefined }]);
    return false;
  }
  if (verb === 'count') return await askCount(context);
  session.accept([
    { path: ['previous_plans', 'complete'], value: verb === 'more' ? 'no' : 'yes' },
    ...(verb === 'none' ? [{ path: LIST, value: [] }] : []),
    ...(verb === 'more' ? [] : [{ path: ['previous_plans', 'count'], value: undefined }]),
  ]);
  return true;
}

async function askCount({ prompter, session }: InterviewContext): Promise<boolean> {
  const reply = await prompter.line<number>({
    key: 'previous_plans.count',
    question: 'How many earlier plans were there?',
    asides: ['back'],
    read: (typed) =>
      /^([1-9]|[1-4]\d|50)$/.test(typed) ? { value: Number(typed) } : { problem: 'Type a number from 1 to 50.' },
  });
  if ('aside' in reply) return false;
  const listed = session.file.previous_plans?.plans?.length ?? 0;
  session.accept([
    { path: ['previous_plans', 'count'], value: reply.value },
    REOPENED,
    ...(listed === 0 ? [{ path: LIST, value: undefined }] : []),
  ]);
  return true;
}
