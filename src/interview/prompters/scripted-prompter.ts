import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Entry } from '../../case/file/entry.ts';
import { entryValue, isNotKnown, provenanceOf } from '../../case/file/entry-value.ts';
import { plain } from '../../policy/pack/condition.ts';
import { inTurn, type Turn } from './in-turn.ts';
import type { Aside, Ask, Choice, Line, Prompter, Reply, Row, Ticks, Value } from './prompter.ts';

/** Answers collected elsewhere, in the form of a case file. */
export type Answers = Partial<CaseFile>;

/** A prompter that answers from a file, and knows what it was asked. */
export interface ScriptedPrompter extends Prompter {
  /** Places that were asked for, in order. */
  readonly asked: readonly string[];
  readonly said: readonly string[];
  /** How one question of a form is answered. */
  readonly turn: (row: Row) => Turn;
}

/** Answers each question from a file; what the file does not answer is left as it was. */
export function scriptedPrompter(answers: Answers): ScriptedPrompter {
  const asked: string[] = [];
  const said: string[] = [];
  const reply = <T>(ask: Ask, read: (value: unknown) => Reply<T> | undefined): Promise<Reply<T>> => {
    asked.push(ask.key);
    const value = valueAt(ask, answers);
    return Promise.resolve((value === undefined ? undefined : read(value)) ?? { aside: wayOut(ask, answers) });
  };
  const turn = (row: Row): Turn => {
    asked.push(row.key);
    return rowReply(row, answers);
  };
  return {
    asked,
    said,
    signsEach: true,
    say: (text) => void said.push(text),
    choose: (choice) => reply(choice, (value) => chosen(choice, value)),
    line: (line) => reply(line, (value) => typed(line, value)),
    text: (text) => reply(text, (value) => ({ value: String(value) })),
    turn,
    form: (form) => inTurn(form, async (row) => turn(row)),
    tick: (ticks) => {
      asked.push(ticks.key);
      return Promise.resolve(tickedIn(ticks, answers));
    },
    close: () => undefined,
  };
}

/** How a question of a form is answered; one that the file does not answer is passed over. */
function rowReply(row: Row, answers: Answers): Turn {
  const value = valueAt(row, answers);
  if (value !== undefined)
    return row.read ? typed(row as Line<Value>, value) : (chosen(row as Choice<Value>, value) ?? 'next');
  const aside = wayOut(row, answers);
  return aside === 'later' ? 'next' : { aside };
}

/** How a question is left that has no answer: open where the file says that it is not known, else untouched. */
function wayOut({ key, asides }: Ask, answers: Answers): Aside {
  const entry = at(key, answers) as Entry | undefined;
  if (!isNotKnown(entry)) return 'later';
  return entry.unknown === 'disputed' && asides.includes('disputed') ? 'disputed' : 'not_known';
}

function chosen<T>({ options }: Choice<T>, value: unknown): Reply<T> | undefined {
  const option = options.find((one) => plain(one.value) === plain(value));
  return option && { value: option.value };
}

function typed<T>({ read, key }: Line<T>, value: unknown): Reply<T> {
  const result = read(String(value));
  if ('value' in result) return result;
  throw new Error(`${key}: ${result.problem}`);
}

/** What answers a question: the value at its place in the file, or what the file shows for a question about a list. */
function valueAt(ask: Ask, answers: Answers): unknown {
  if (ask.key === 'review') return 'done';
  if (ask.key.endsWith('.doubt')) return 'keep';
  if (ask.key === 'child') return (['born', 'expected'] as const).find((key) => answers.child?.[key] !== undefined);
  if (ask.key.startsWith('still_')) return stillIn(ask.key, answers);
  if (ask.key === 'previous_plans') return plansBefore(answers);
  if (ask.key.startsWith('previous_plans.more.')) return plansMore(Number(ask.key.split('.')[2]), answers);
  if (ask.key.startsWith('conflict.')) return ask.key.endsWith('.reason') ? undefined : 'keep';
  if (ask.key === 'release') return releasedIn(ask as Choice<string>, answers);
  if (/\.for_family\.\w+\.how$/.test(ask.key)) return releaseStep(at(ask.key.replace(/\.how$/, ''), answers));
  if (/^analysis\.\w+$/.test(ask.key)) return at(ask.key, answers) === undefined ? undefined : 'change';
  const [, text = '', matter = ''] = /^analysis\.(\w+)\.covers\.(\w+)$/.exec(ask.key) ?? [];
  if (matter) return answers.analysis?.[text]?.covers?.includes(matter) ? 'yes' : undefined;
  if (/^checklists\.\w+$/.test(ask.key)) return checklistStep(ask.key, answers);
  if (/^checklists\.\w+\.variation$/.test(ask.key)) return variationIn(ask as Choice<string>, answers);
  if (ask.key === 'meetings' || ask.key === 'occurrences') return ledgerStep(ask as Choice<string>, answers[ask.key]);
  const value = at(ask.key, answers);
  if (ask.key === 'current_plan') return value === undefined ? undefined : value === 'none' ? 'none' : 'yes';
  return typeof value === 'object' ? entryValue(value as Entry) : value;
}

/** Whether a record still holds: confirmed in the file, or ended there, with the day. */
function stillIn(key: string, { current_plan: plan, previous_plans: previous, looked_after: care }: Answers): unknown {
  const episodes = typeof care === 'object' ? care.episodes : [];
  const isPlan = key.startsWith('still_on_plan');
  const end = isPlan ? previous?.plans?.at(-1)?.ended : episodes.at(-1)?.ended;
  if (key.endsWith('.day')) return end;
  const records = isPlan ? [typeof plan === 'object' ? plan : {}] : episodes;
  if (records.some(({ confirmed }) => confirmed !== undefined)) return 'yes';
  return end === undefined ? undefined : 'ended';
}

/** The next text of which the file releases something. */
const releasedIn = ({ options }: Choice<string>, { analysis }: Answers): string | undefined =>
  options.find(({ value }) => analysis?.[value]?.for_family)?.value;

const releaseStep = (released: unknown): string =>
  released === undefined ? 'nothing' : String(released).trim() === 'whole' ? 'whole' : 'words';

function plansBefore({ previous_plans: previous }: Answers): string | undefined {
  if (!previous) return undefined;
  return (previous.plans ?? []).length > 0 ? 'add' : previous.count ? 'count' : 'none';
}

function plansMore(entered: number, { previous_plans: previous }: Answers): string {
  if (entered < (previous?.plans?.length ?? 0)) return 'add';
  return previous?.complete ? 'all' : 'more';
}

const wordsIn = (key: string, answers: Answers, word: string): string[] =>
  Object.entries((at(key, answers) ?? {}) as Record<string, Entry>).flatMap(([id, entry]) =>
    plain(entryValue(entry)) === word ? [id] : [],
  );

function checklistStep(key: string, answers: Answers): string | undefined {
  const known = [...wordsIn(key, answers, 'yes'), ...wordsIn(key, answers, 'no')];
  return known.length > 0 ? 'some' : undefined;
}

/** Who approved another way; where the file does not say, the only one who may. */
function variationIn({ key, options }: Choice<string>, answers: Answers): string | undefined {
  const entry = at(key, answers) as Entry | undefined;
  if (entry === undefined || isNotKnown(entry)) return undefined;
  const value = plain(entryValue(entry));
  if (options.some((option) => option.value === value)) return value;
  const roles = options.filter((option) => option.value !== 'no').map((option) => option.value);
  return provenanceOf(entry).by ?? (roles.length === 1 ? roles[0] : undefined);
}

/** The next step on a list that is kept entry by entry: as many as the file has are entered. */
function ledgerStep({ options }: Choice<string>, listed: Answers['meetings' | 'occurrences']): string | undefined {
  if (!listed) return undefined;
  const entered = options.filter(({ value }) => value.startsWith('correct')).length;
  if (entered < listed.list.length) return 'add';
  if (entered === 0) return listed.complete ? 'none' : undefined;
  return listed.complete ? 'all' : 'more';
}

function tickedIn({ key, options }: Ticks, answers: Answers): string[] {
  if (key === 'occasions') return options.flatMap(({ value }) => (answers.occasions?.includes(value) ? [value] : []));
  const accounts = key.endsWith('.accounts') ? (at(key, answers) as { value: unknown }[]) : [];
  const [section, list = '', word = ''] = key.split('.');
  const ticked =
    section === 'analysis' ? (answers.analysis?.[list]?.covers ?? []) : wordsIn(`checklists.${list}`, answers, word);
  const all = [...ticked, ...accounts.map(({ value }) => plain(value))];
  return options.flatMap(({ value }) => (all.includes(value) ? [value] : []));
}

function at(key: string, answers: Answers): unknown {
  return key.split('.').reduce<unknown>((value, step) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }, answers);
}

/** Answers of the file that were never asked for: they are answered already, or change nothing in this case. */
export function notAskedFor(answers: Answers, asked: readonly string[]): string[] {
  const groups = ['dates', 'answers', 'records', 'analysis', 'checklists'] as const;
  const given = [
    ...(['child', 'previous_plans', 'current_plan', 'meetings', 'occurrences'] as const).filter(
      (key) => answers[key] !== undefined,
    ),
    ...groups.flatMap((group) => Object.keys(answers[group] ?? {}).map((id) => `${group}.${id}`)),
  ];
  return given.filter((key) => !asked.some((one) => one === key || one.startsWith(`${key}.`)));
}
