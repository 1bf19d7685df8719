import { isNotLookedAt } from '../../assess/case/looked-at.ts';
import { PROTECT } from '../../report/case/summary.ts';
import { deathOf } from '../../report/family/death.ts';
import { wrap } from '../../report/words/wrap.ts';
import { agenda } from '../agenda/agenda.ts';
import { say } from '../flow/interview-context.ts';
import { InterviewRun } from '../flow/interview-run.ts';
import { urgentLines } from '../flow/urgent.ts';
import { askCommon } from './common.ts';
import { commonOpen } from './common-open.ts';
import { askFamilyOccasions } from './family-occasions.ts';
import { type Child, namesOf } from './together.ts';

/**
 * One sitting with the case files of several children: what is urgent of each, and the plans; then once what can be the same for
 * several, then each child apart, in the order that the person chooses.
 */
export async function runFamily(children: readonly [Child, ...Child[]]): Promise<void> {
  open(children);
  await askFamilyOccasions(children);
  for (const child of children) await runOf(child).askFirst();
  await common(children);
  for (;;) {
    const next = await choose(children);
    if (next === 'end') return;
    if (next === 'common') await common(children);
    else await ofChild(next);
  }
}

/** What is happening was asked for the family: it is not asked of each child once more. */
const runOf = ({ context }: Child): InterviewRun => new InterviewRun({ ...context, occasions: [] });

function open(children: readonly [Child, ...Child[]]): void {
  const [{ context }] = children;
  say(context, PROTECT);
  say(context, `These are ${children.length} children: ${namesOf(children)}. What can be the same is asked once.`);
  say(context, 'What you think of a child, and what is decided for a child, is asked for each child apart.');
  for (const child of children)
    for (const line of urgentLines(child.context.session.assessment)) say(context, `${child.name}: ${line}`);
}

function common(children: readonly [Child, ...Child[]]): Promise<void> {
  const [{ context }] = children;
  return askCommon(children, (more) =>
    context.prompter.say(`\n${wrap(`--- Several children: ${more} ---`, context.width)}`),
  );
}

async function ofChild(child: Child): Promise<void> {
  const { prompter, width } = child.context;
  prompter.say(`\n${wrap(`=== ${child.name} ===`, width)}`);
  await runOf(child).run();
}

/** The children with what is left of each; none is chosen beforehand. */
async function choose(children: readonly [Child, ...Child[]]): Promise<Child | 'common' | 'end'> {
  const [{ context }] = children;
  const several = commonOpen(children).length;
  const reply = await context.prompter.choose<Child | 'common' | 'end'>({
    key: 'family',
    question: 'Whose questions next?',
    options: [
      ...(several > 0 ? [{ value: 'common' as const, name: `Several children together: ${several} to answer` }] : []),
      ...children.map((child) => ({ value: child, name: `${child.name}: ${leftOf(child)}` })),
      { value: 'end', name: 'That is all for now: show what the procedures ask next' },
    ],
    asides: [],
  });
  return 'value' in reply ? reply.value : 'end';
}

/** That a child has died, and what is left to ask. */
function leftOf({ context: { items, session } }: Child): string {
  const left = agenda(items, session.view, new Set()).length;
  const died = deathOf(session.assessment);
  return `${died ? `died ${died}; ` : ''}${left > 0 ? `${left} to answer` : nothingLeft(session)}`;
}

/** Where nothing was answered, or a question stays open, nothing is called done. */
function nothingLeft({ assessment: { questions, file } }: Child['context']['session']): string {
  const open = questions.filter((q) => q.state === 'undecided' && !isNotLookedAt(q, file)).length;
  if (open > 0) return `nothing more to ask, ${open === 1 ? 'one question is' : `${open} questions are`} open`;
  return file.answers === undefined ? 'nothing to ask' : 'done';
}
