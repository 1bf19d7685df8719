import { DATE_FORMS, readTypedDate, type StoredDate, storedInWords } from '../../calendar/typed-date.ts';
import { CATEGORIES, type CaseFile, type PreviousPlan } from '../../case/file/case-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { capital } from '../../report/words/titles.ts';
import { type InterviewContext, say } from '../flow/interview-context.ts';
import type { Read, Reply } from '../prompters/prompter.ts';

/** The fields of one plan, one by one; one that is over has an end. */
export async function askPlan(path: Path, context: InterviewContext, over: boolean): Promise<void> {
  const date = readDate(context);
  const end = (typed: string): Read<StoredDate> => (typed === 'open' ? { value: typed } : date(typed));
  await askField([...path, 'authority'], 'Which local authority held the plan?', readName, context);
  await askField([...path, 'began'], `When did it begin? ${DATE_FORMS}`, date, context);
  if (over) await askField([...path, 'ended'], `When did it end? ${DATE_FORMS}; or \`open\``, end, context);
  await askCategory([...path, 'category'], context);
}

async function askCategory(path: Path, { prompter, session }: InterviewContext): Promise<void> {
  const reply = await prompter.choose<string>({
    key: path.join('.'),
    question: 'Under which category?',
    options: Object.entries(CATEGORIES).map(([value, name]) => ({ value, name: capital(name) })),
    now: session.at(path) as string | undefined,
    asides: ['not_known'],
  });
  if ('value' in reply) session.accept([{ path, value: reply.value }]);
}

async function askField(
  path: Path,
  question: string,
  read: (typed: string) => Read<StoredDate>,
  context: InterviewContext,
) {
  const before = context.session.at(path);
  const reply: Reply<StoredDate> = await context.prompter.line({
    key: path.join('.'),
    question,
    read,
    asides: ['not_known'],
    now: before === undefined ? undefined : String(before),
  });
  if ('aside' in reply) return;
  if (path.at(-1) !== 'authority') say(context, `That is ${storedInWords(reply.value)}.`, '  ');
  context.session.accept([{ path, value: reply.value }]);
}

const readName = (typed: string): Read<string> =>
  typed ? { value: typed } : { problem: 'Type the name of the authority, or `not known`.' };

const readDate =
  ({ session }: InterviewContext) =>
  (typed: string): Read<StoredDate> => {
    const date = readTypedDate(typed, session.asAt);
    return typeof date === 'object' ? date : { value: date };
  };

type Plan = NonNullable<Exclude<CaseFile['current_plan'], 'none'>>;

/** A plan in one line; one that is over has an end, known or not. */
export function planInWords(plan: PreviousPlan | Plan, over = true): string {
  const ended = 'ended' in plan ? plan.ended : undefined;
  const end = ended === undefined ? 'end not known' : ended === 'open' ? 'still open' : `ended ${storedInWords(ended)}`;
  return [
    plan.authority ?? 'authority not known',
    plan.began === undefined ? 'start not known' : `began ${storedInWords(plan.began)}`,
    ...(over ? [end] : []),
    plan.category ? CATEGORIES[plan.category] : 'category not known',
  ].join('; ');
}
