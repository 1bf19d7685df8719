import { dayInWords } from '../../calendar/date-words.ts';
import type { Day } from '../../calendar/dates.ts';
import { readTypedDate, type StoredDate } from '../../calendar/typed-date.ts';
import { changedByHand } from '../../case/file/imported.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { Edit } from '../../yaml/write.ts';
import type { Item } from '../agenda/item.ts';
import { RECORDS } from '../agenda/item.ts';
import { whoOf } from '../agenda/pages.ts';
import { whyAsked } from '../agenda/why.ts';
import type { InterviewContext } from '../flow/interview-context.ts';
import type { Answered } from '../flow/session.ts';
import type { Option, Read, Row } from '../prompters/prompter.ts';

/** Yes and no, each with the letter that it begins with. */
export const yesNo = <Yes extends string, No extends string>(
  yes: Yes,
  no: No,
  names: readonly [string, string] = ['yes', 'no'],
): readonly [Option<Yes>, Option<No>] => [
  { value: yes, name: names[0], letter: 'y' },
  { value: no, name: names[1], letter: 'n' },
];

/** What stands in the box before a question of yes or no. */
export const markOf = (now: string | undefined): string =>
  now === undefined ? '   ' : now.length > 3 ? ' ? ' : now.padEnd(3);

/** What must be on record, with the person who has to answer for it. */
export function actOfPerson(item: Item, act: string, { titles }: Pick<InterviewContext, 'titles'>): string {
  const who = item.heading === RECORDS ? whoOf(item) : undefined;
  return who === undefined ? act : `${titles(who)}: ${act}`;
}

/** Explains why a question is asked. */
export const why =
  (
    item: Item,
    { session, width }: { readonly session: Pick<Answered, 'view'>; readonly width: number },
  ): NonNullable<Row['why']> =>
  () =>
    whyAsked(item, session.view, width - 4);

interface WithDay {
  readonly session: Pick<Answered, 'asAt'>;
}

/** Reads a date as it is typed. */
export const readDate = ({ session }: WithDay) => dateReader(session.asAt);

/** Reads a date as it is typed on a day, which one letter stands for. */
export const dateReader =
  (asAt: Day) =>
  (typed: string): Read<StoredDate> => {
    if (/^t(?:oday)?$/i.test(typed)) return { value: asAt };
    const date = readTypedDate(typed, asAt);
    return typeof date === 'object' ? date : { value: date };
  };

/** Reads a whole day as it is typed. */
export const readDay =
  (context: WithDay) =>
  (typed: string): Read<string> => {
    const read = readDate(context)(typed);
    if ('problem' in read) return read;
    return String(read.value).length === 10
      ? { value: String(read.value) }
      : { problem: 'A whole date is needed here, such as 3/2/2027.' };
  };

/** A date as it can be typed again. */
export function dateAgain(stored: unknown): string | undefined {
  if (stored === undefined) return undefined;
  const [year, month, day] = String(stored).split('-');
  return [day, month, year]
    .filter(Boolean)
    .map((part) => String(Number(part)))
    .join('/');
}

/** How dates are typed on a day. */
export const dateHint = (asAt: Day): string => `Such as 3/2/24, 030224 or Feb 2024. t: ${dayInWords(asAt)}.`;

/** What a person changes of a record that is from a return is theirs from then on. */
export function byHand(path: Path, session: Pick<Answered, 'at'>): Edit[] {
  const at = [...path.slice(0, -1), 'source'];
  const source = session.at(at) as string | undefined;
  const own = changedByHand(source);
  return own === source ? [] : [{ path: at, value: own }];
}
