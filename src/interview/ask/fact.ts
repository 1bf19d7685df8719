import { type Entry, entryValue } from '../../case/entry.ts';
import type { Path } from '../../diagnostic.ts';
import { parseTest, plain } from '../../policy/condition.ts';
import { optionInWords, optionsOf, sectionOf } from '../../policy/fact.ts';
import { capital } from '../../report/titles.ts';
import type { FactItem } from '../item.ts';
import type { Choice, Line, Read, Reply } from '../prompter.ts';
import { type Ended, explained, type Scene, say, waysOut } from '../scene.ts';
import { readTypedDate, type StoredDate, storedInWords } from '../typed-date.ts';
import { clauseLines, whyAsked } from '../why.ts';
import { askDay, askNotKnown } from './not-known.ts';

type Value = string | number;

/** Puts one fact to the worker, and takes the answer into the case. */
export async function askFact(item: FactItem, scene: Scene): Promise<Ended> {
  const { session } = scene;
  const path: Path = [sectionOf(item.fact), item.key];
  const before = session.at(path) as Entry | undefined;
  const reply = await explained(scene, whyAsked(item, session.view, scene.width), () => put(item, before, scene));
  if ('aside' in reply && reply.aside === 'back') return 'back';
  if ('aside' in reply) {
    const waits = reply.aside === 'not_yet';
    const value = waits ? { unknown: 'awaited' } : await askNotKnown(path.join('.'), item.fact.who, scene);
    session.accept([{ path, value }]);
    return 'answered';
  }
  if (item.fact.type === 'date') say(scene, `That is ${storedInWords(reply.value)}.`, '  ');
  if (before === undefined || plain(entryValue(before)) !== String(reply.value)) {
    session.accept([{ path, value: reply.value }]);
  }
  if (isDone(item, reply.value)) await askWhen(item, path, reply.value, scene);
  return 'answered';
}

function put(item: FactItem, before: Entry | undefined, scene: Scene): Promise<Reply<Value>> {
  const { fact, key } = item;
  const value = before === undefined ? undefined : entryValue(before);
  const ask = {
    key: `${sectionOf(fact)}.${key}`,
    question: questionFor(item),
    beside: [...(fact.definition ? [fact.definition] : []), ...clauseLines(item)],
    asides: waysOut(scene, 'not_known', ...(fact.type === 'date' ? (['not_yet'] as const) : [])),
  };
  const options = optionsOf(fact);
  if (options.length === 0) return scene.prompter.line<Value>({ ...ask, ...typedLine(item, scene), ...now(value) });
  const choice: Choice<Value> = {
    ...ask,
    options: options.map((option) => ({ value: option, name: capital(optionInWords(fact, option)) })),
    now: value === undefined ? undefined : plain(value),
  };
  return scene.prompter.choose(choice);
}

const now = (value: unknown): Pick<Line<Value>, 'now'> => (value === undefined ? {} : { now: String(value) });

function questionFor({ fact, key, shows }: FactItem): string {
  if (fact.asks) return fact.asks;
  const own = shows.find(({ id }) => id === key);
  return own ? `Is this done, and on record? ${own.requirement.says}` : `${capital(fact.label)}?`;
}

function typedLine({ fact }: FactItem, { session }: Scene): Pick<Line<Value>, 'read'> {
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

async function askWhen({ key }: FactItem, path: Path, value: Value, scene: Scene): Promise<void> {
  const before = scene.session.at(path);
  if (typeof before === 'object' && before !== null && 'date' in before) return;
  const when = await askDay(`records.${key}.date`, 'When was that?', scene);
  if ('value' in when) scene.session.accept([{ path, value: { value, date: when.value } }]);
}
