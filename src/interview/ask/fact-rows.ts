import { type StoredDate, storedInWords } from '../../calendar/typed-date.ts';
import type { Entry } from '../../case/file/entry.ts';
import { entryValue, isNotKnown } from '../../case/file/entry-value.ts';
import { optionInWords, optionsOf, sectionOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { parseTest, plain } from '../../policy/pack/condition.ts';
import { actOf, questionFor } from '../agenda/asked.ts';
import type { FactItem } from '../agenda/item.ts';
import { RECORDS } from '../agenda/item.ts';
import type { Aside, Option, Read, Reply, Row, Value } from '../prompters/prompter.ts';
import { withAnswer } from './entry-kept.ts';
import type { FactContext } from './page-context.ts';
import { actOfPerson, dateAgain, dateHint, markOf, readDate, readDay, why, yesNo } from './row-parts.ts';

/** One fact, and where it is done and a date decides, the day. */
export function factRows(item: FactItem, context: FactContext): Row[] {
  const { session, memory } = context;
  const { fact } = item;
  const path: Path = [sectionOf(fact), item.key];
  const key = path.join('.');
  const entry = session.at(path) as Entry | undefined;
  const take = (reply: Reply<Value>): void => {
    if ('value' in reply) {
      memory.left.delete(key);
      if (entry === undefined || plain(entryValue(entry)) !== plain(reply.value))
        session.accept([{ path, value: withAnswer(entry, reply.value, optionsOf(fact).length === 0, context) }]);
      if (isDated(item, reply.value) && dateOf(session.at(path)) === undefined) memory.opened.add(`${key}.date`);
    } else takeAside(reply.aside, { item, path, key }, context);
  };
  const now = memory.left.get(key)?.isDisputed ? DISPUTED : nowInWords(fact, entry);
  const main: Row = {
    key,
    question: item.heading === RECORDS ? actOfPerson(item, actOf(item), context) : questionFor(item, session.view),
    beside: fact.definition ? [fact.definition] : [],
    asides: noAnswer(fact),
    why: why(item, context),
    now,
    isLeft: entry !== undefined && isNotKnown(entry) && !memory.left.has(key),
    take,
    ...(optionsOf(fact).length > 0 ? { options: answersTo(fact) } : lineOf(item, entry, context)),
    ...(fact.type === 'yes_no' && { mark: markOf(now) }),
  };
  return memory.opened.has(`${key}.date`) ? [main, whenRow(path, context)] : [main];
}

const DISPUTED = 'people say different things';

interface Place {
  readonly item: FactItem;
  readonly path: Path;
  readonly key: string;
}

function takeAside(aside: Aside, { item, path, key }: Place, context: FactContext): void {
  const { session, memory } = context;
  if (aside === 'not_known' || aside === 'disputed') {
    memory.left.set(key, { item, path, isDisputed: aside === 'disputed', options: answersTo(item.fact) });
    const entry = session.at(path) as Entry | undefined;
    session.accept([{ path, value: withAnswer(entry, { unknown: 'not_known' }, false, context) }]);
    return;
  }
  memory.left.delete(key);
  if (session.at(path) !== undefined) session.accept([{ path, value: undefined }]);
}

/** When something was done, where only that it was is on record. */
export function whenRow(path: Path, context: FactContext): Row {
  const { session } = context;
  const key = `${path.join('.')}.date`;
  const standing = session.at(path);
  const date = dateOf(standing);
  return {
    key,
    question: 'When was that?',
    isPart: true,
    asides: ['not_known'],
    read: readDay(context),
    hint: dateHint(session.asAt),
    now: date && storedInWords(date),
    typed: dateAgain(date),
    take: (reply) => {
      if (!('value' in reply))
        return void (date !== undefined && session.accept([{ path: [...path, 'date'], value: undefined }]));
      const before = typeof standing === 'object' && standing !== null ? standing : { value: standing };
      session.accept([{ path, value: { ...before, date: reply.value } }]);
    },
  };
}

const dateOf = (entry: unknown): string | undefined =>
  typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'date') : undefined;

function nowInWords(fact: Fact, entry: Entry | undefined): string | undefined {
  if (entry === undefined) return undefined;
  if (isNotKnown(entry)) return entry.unknown === 'disputed' ? DISPUTED : 'not yet known';
  const value = entryValue(entry);
  if (fact.type === 'date') return storedInWords(value as StoredDate);
  return fact.type === 'choice' ? optionInWords(fact, plain(value)) : plain(value);
}

const answersTo = (fact: Fact): readonly Option<string>[] =>
  fact.type === 'yes_no'
    ? yesNo('yes', 'no')
    : optionsOf(fact).map((option) => ({ value: option, name: optionInWords(fact, option) }));

const noAnswer = (fact: Fact): Aside[] => {
  if (fact.type === 'date') return ['not_known', 'not_yet'];
  const isOnFileOrNot = fact.record === 'yes' && fact.type === 'yes_no';
  return optionsOf(fact).length > 0 && !isOnFileOrNot ? ['not_known', 'disputed'] : ['not_known'];
};

function lineOf(
  { fact }: FactItem,
  entry: Entry | undefined,
  context: FactContext,
): Pick<Row, 'read' | 'typed' | 'hint'> {
  const value = entry === undefined || isNotKnown(entry) ? undefined : entryValue(entry);
  if (fact.type === 'date')
    return { read: readDate(context), hint: dateHint(context.session.asAt), typed: dateAgain(value) };
  return { read: (typed) => readAmount(fact, typed), typed: value === undefined ? undefined : String(value) };
}

function readAmount(fact: Fact, typed: string): Read<Value> {
  const test = parseTest(fact, [typed]);
  if ('wrong' in test) return { problem: 'Type a number, such as 3, or a range, such as `under 12` or `at least 18`.' };
  return { value: /^\d+$/.test(typed) ? Number(typed) : typed };
}

/** Whether an approval was given, or something with a date to keep was done. */
function isDated({ fact, shows }: FactItem, value: Value): boolean {
  const dated = shows.some(({ requirement: { kind, due } }) => kind === 'approval' || due !== undefined);
  return fact.record === 'yes' && dated && value !== 'no' && value !== 'not_given';
}
