import { readTypedDate, storedInWords } from '../../calendar/typed-date.ts';
import type { NotKnownEntry } from '../../case/file/entry.ts';
import { type InterviewContext, say } from '../flow/interview-context.ts';
import type { Option, Reply } from '../prompters/prompter.ts';

const FIRST = ['social_worker', 'team_manager', 'service_manager', 'head_of_service', 'conference_chair'];

type Chase = Pick<NotKnownEntry, 'who' | 'chase_by'>;

/** Who finds out something that is not yet known, and by when. */
export async function askWhoFindsOut(
  key: string,
  likely: string | undefined,
  context: InterviewContext,
): Promise<Chase> {
  const who = await context.prompter.choose<string>({
    key: `${key}.who`,
    question: 'Who finds out?',
    options: roleOptions(likely, context),
    asides: ['skip'],
  });
  if ('aside' in who) return {};
  const by = await askDay(`${key}.chase_by`, 'By when?', context);
  return { who: who.value, ...given('chase_by', by) };
}

const given = <K extends string, T>(key: K, reply: Reply<T>): Partial<Record<K, T>> =>
  'value' in reply ? ({ [key]: reply.value } as Partial<Record<K, T>>) : {};

/** The answers that people give where their accounts differ, and who says what. */
export async function askAccounts(key: string, options: readonly Option<string>[], context: InterviewContext) {
  const { prompter } = context;
  const question = 'Which answers do people give? At least two.';
  let values = await prompter.tick({ key: `${key}.accounts`, question, options, ticked: [] });
  while (values.length < 2) values = await prompter.tick({ key: `${key}.accounts`, question, options, ticked: values });
  const note = await prompter.line<string>({
    key: `${key}.note`,
    question: 'Who says what? Roles, never names.',
    asides: ['skip'],
    read: (typed) => ({ value: typed }),
  });
  return { accounts: values.map((value) => ({ value })), ...given('note', note) };
}

/** The roles that a worker is likely to mean first, then every other. */
export function roleOptions(likely: string | undefined, { session, titles }: InterviewContext): Option<string>[] {
  const all = Object.keys(session.book.vocabulary.vocabulary.roles);
  const ordered = new Set([...(likely ? [likely] : []), ...FIRST.filter((role) => all.includes(role)), ...all]);
  return [...ordered].map((role) => ({ value: role, name: titles(role) }));
}

/** A whole day, or nothing. */
export async function askDay(key: string, question: string, context: InterviewContext): Promise<Reply<string>> {
  const reply = await context.prompter.line<string>({
    key,
    question: `${question} A whole date, such as 3/2/2027`,
    asides: ['skip'],
    read: (typed) => {
      const date = readTypedDate(typed, context.session.asAt);
      if (typeof date === 'object') return date;
      return String(date).length === 10 ? { value: String(date) } : { problem: 'A whole date is needed here.' };
    },
  });
  if ('value' in reply) say(context, `That is ${storedInWords(reply.value)}.`, '  ');
  return reply;
}
