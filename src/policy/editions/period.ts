import { dayInWords } from '../../calendar/date-words.ts';
import type { Day } from '../../calendar/dates.ts';

/** A stretch of time in which one text of a document is in force, with its first and last day; an end left out is open. */
export interface Period {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

export const isWithin = (day: Day, { from, until }: Period): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);

/** What no day is set for. */
export const NOT_SET = 'not set';

/** `from 1 April 2024 to 31 March 2026`, with an end left out where it is open. */
export function periodInWords({ from, until }: Period): string {
  if (from === undefined) return until === undefined ? 'at any time' : `until ${dayInWords(until)}`;
  return `from ${dayInWords(from)}${until === undefined ? '' : ` to ${dayInWords(until)}`}`;
}
