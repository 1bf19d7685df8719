import { storedInWords } from '../../calendar/typed-date.ts';
import type { Entry, NotKnownEntry } from '../../case/file/entry.ts';
import { capital } from '../../report/words/titles.ts';
import type { Option, Row } from '../prompters/prompter.ts';
import { stays } from './entry-kept.ts';
import type { FactContext, LeftOpen } from './page-context.ts';
import { dateAgain, dateHint, readDay } from './row-parts.ts';

type LeftContext = Omit<FactContext, 'memory'>;

const FIRST = ['social_worker', 'team_manager', 'service_manager', 'head_of_service', 'conference_chair'];

/** Asks who finds out what was left open, all on one screen; of what is disputed, first what people say. */
export async function settleOpen(left: readonly LeftOpen[], context: LeftContext): Promise<void> {
  for (const one of left.filter(({ isDisputed }) => isDisputed)) await askAccounts(one, context);
  if (left.length === 0) return;
  await context.prompter.form({
    title: 'Who finds out, and by when?',
    rows: () => left.flatMap((one) => chaseRows(one, context)),
    asides: ['why'],
  });
}

function chaseRows({ item, path }: LeftOpen, context: LeftContext): Row[] {
  const { session, titles } = context;
  const key = path.join('.');
  const entry = session.at(path) as NotKnownEntry;
  const put = (name: 'who' | 'chase_by', value: string | undefined): void =>
    session.accept([{ path: [...path, name], value }]);
  const who: Row = {
    key: `${key}.who`,
    question: capital(item.fact.label),
    options: roleOptions(context),
    named: FIRST.length,
    hint: 'Type the name of a role or the beginning of it. `?` lists the roles.',
    why: () => listed(roleOptions(context)),
    asides: ['why'],
    now: entry.who && titles(entry.who),
    take: (reply) => put('who', 'value' in reply ? String(reply.value) : undefined),
  };
  const by: Row = {
    key: `${key}.chase_by`,
    question: 'By when?',
    isPart: true,
    asides: [],
    read: readDay(context),
    hint: dateHint(session.asAt),
    now: entry.chase_by === undefined ? undefined : storedInWords(entry.chase_by),
    typed: dateAgain(entry.chase_by),
    take: (reply) => put('chase_by', 'value' in reply ? String(reply.value) : undefined),
  };
  return [who, by];
}

/** The answers that people give where their accounts differ, and who says what. */
async function askAccounts({ item, path, options }: LeftOpen, { prompter, session }: LeftContext): Promise<void> {
  const key = path.join('.');
  const question = `${capital(item.fact.label)}: which answers do people give? At least two.`;
  let values: readonly string[] = [];
  while (values.length < 2) {
    const ticked = await prompter.tick({ key: `${key}.accounts`, question, options, ticked: values });
    values = ticked === 'back' ? values : ticked;
  }
  const note = await prompter.line<string>({
    key: `${key}.note`,
    question: 'Who says what? Roles, never names.',
    asides: ['skip'],
    read: (typed) => ({ value: typed }),
  });
  const accounts = values.map((value) => ({ value }));
  const kept = stays(session.at(path) as Entry | undefined);
  const value = { ...kept, unknown: 'disputed' as const, accounts, ...('value' in note && { note: note.value }) };
  session.accept([{ path, value }]);
}

/** Every role with its number. */
const listed = (options: readonly Option<string>[]): string =>
  options.map(({ name }, i) => `${i + 1} ${name}`).join(', ');

/** The roles that are meant most often first. Each has the same number in every question. */
function roleOptions({ session, titles }: LeftContext): Option<string>[] {
  const all = Object.keys(session.book.roles);
  const ordered = new Set([...FIRST.filter((role) => all.includes(role)), ...all]);
  return [...ordered].map((role) => ({ value: role, name: titles(role) }));
}
