import { readTypedDate, type StoredDate, storedInWords } from '../../calendar/typed-date.ts';
import type { Entry, NotKnownEntry } from '../../case/file/entry.ts';
import { entryValue } from '../../case/file/entry-value.ts';
import { optionInWords, optionsOf, sectionOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { parseTest, plain } from '../../policy/pack/condition.ts';
import { capital } from '../../report/words/titles.ts';
import { questionFor } from '../flow/asked.ts';
import { type Ended, explained, type InterviewContext, say, waysOut } from '../flow/interview-context.ts';
import type { FactItem } from '../flow/item.ts';
import { clauseLines } from '../flow/why.ts';
import type { Aside, Line, Option, Read, Reply } from '../prompters/prompter.ts';
import { askAccounts, askDay, askWhoFindsOut } from './not-known.ts';

type Value = string | number;

/** Puts one fact to the worker, and takes the answer into the case. */
export async function askFact(item: FactItem, context: InterviewContext): Promise<Ended> {
  const { session } = context;
  const path: Path = [sectionOf(item.fact), item.key];
  const before = session.at(path) as Entry | undefined;
  const reply = await explained(item, context, () => put(item, before, context));
  if ('aside' in reply && reply.aside === 'back') return 'back';
  if ('aside' in reply && reply.aside === 'later') return 'answered';
  if ('aside' in reply) {
    session.accept([{ path, value: await notKnown(item, reply.aside, path.join('.'), context) }]);
    return 'answered';
  }
  if (item.fact.type === 'date') say(context, `That is ${storedInWords(reply.value)}.`, '  ');
  if (before === undefined || plain(entryValue(before)) !== String(reply.value)) {
    session.accept([{ path, value: reply.value }]);
  }
  if (isDone(item, reply.value)) await askWhen(item, path, reply.value, context);
  return 'answered';
}

/** What is to stand in the file where there is no answer; nothing where the day has not come. */
async function notKnown(
  { fact }: FactItem,
  aside: Aside,
  key: string,
  context: InterviewContext,
): Promise<NotKnownEntry | undefined> {
  if (aside === 'not_yet') return undefined;
  const accounts = aside === 'disputed' ? await askAccounts(key, answersTo(fact), context) : {};
  const chase = await askWhoFindsOut(key, fact.who, context);
  return { unknown: aside === 'disputed' ? 'disputed' : 'not_known', ...chase, ...accounts };
}

const answersTo = (fact: Fact): Option<string>[] =>
  optionsOf(fact).map((option) => ({ value: option, name: capital(optionInWords(fact, option)) }));

const noAnswer = (fact: Fact): Aside[] => {
  if (fact.type === 'date') return ['not_known', 'not_yet'];
  const isOnFileOrNot = fact.record === 'yes' && fact.type === 'yes_no';
  return optionsOf(fact).length > 0 && !isOnFileOrNot ? ['not_known', 'disputed'] : ['not_known'];
};

function put(item: FactItem, before: Entry | undefined, context: InterviewContext): Promise<Reply<Value>> {
  const { fact, key } = item;
  const value = before === undefined ? undefined : entryValue(before);
  const ask = {
    key: `${sectionOf(fact)}.${key}`,
    question: questionFor(item),
    beside: [...(fact.definition ? [fact.definition] : []), ...clauseLines(item)],
    asides: waysOut(context, ...noAnswer(fact)),
  };
  if (optionsOf(fact).length === 0) {
    return context.prompter.line<Value>({ ...ask, ...typedLine(item, context), ...now(value) });
  }
  const standing = value === undefined ? undefined : plain(value);
  return context.prompter.choose<Value>({ ...ask, options: answersTo(fact), now: standing });
}

const now = (value: unknown): Pick<Line<Value>, 'now'> => (value === undefined ? {} : { now: String(value) });

function typedLine({ fact }: FactItem, { session }: InterviewContext): Pick<Line<Value>, 'read'> {
  if (fact.type === 'date') return { read: (typed) => dateFrom(readTypedDate(typed, session.asAt)) };
  return {
    read: (typed) => {
      const test = parseTest(fact, [typed]);
      if ('wrong' in test)
        return { problem: `Type a number, such as 3, or a range, such as \`under 12\` or \`at least 18\`.` };
      return { value: /^\d+$/.test(typed) ? Number(typed) : typed };
    },
  };
}

const dateFrom = (read: StoredDate | { problem: string }): Read<Value> =>
  typeof read === 'object' ? { problem: read.problem } : { value: read };

/** Whether an approval was given, or something with a date to keep was done. */
function isDone({ fact, shows }: FactItem, value: Value): boolean {
  const dated = shows.some(({ requirement: { kind, due } }) => kind === 'approval' || due !== undefined);
  return fact.record === 'yes' && dated && value !== 'no' && value !== 'not_given';
}

async function askWhen({ key }: FactItem, path: Path, value: Value, context: InterviewContext): Promise<void> {
  const before = context.session.at(path);
  if (typeof before === 'object' && before !== null && 'date' in before) return;
  const when = await askDay(`records.${key}.date`, 'When was that?', context);
  if ('value' in when) context.session.accept([{ path, value: { value, date: when.value } }]);
}
