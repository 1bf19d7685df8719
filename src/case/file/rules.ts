import { parseDate } from '../../calendar/dates.ts';
import { countUpTo, MOST_VALUES } from './limits.ts';

type Written = string | number;

/** A date to the day, month or year. */
export const isDate = (value: Written): boolean => parseDate(value) !== undefined;

/** A date in full. */
export const isWhole = (value: Written): boolean => typeof value === 'string' && value.length === 10;

/** A child is born or expected, not both. */
export const isBornOrExpected = (child: { born?: unknown; expected?: unknown }): boolean =>
  !(child.born && child.expected);

/** Accounts belong to what is disputed, and to nothing else. */
export const hasAccountsIfDisputed = (entry: { unknown: string; accounts?: unknown }): boolean =>
  (entry.unknown === 'disputed') === (entry.accounts !== undefined);

/** A decision that departs says why, by code and in words. */
export const saysWhyIfDeparting = (decision: {
  agrees: boolean;
  reason?: string | undefined;
  reason_code?: string | undefined;
}): boolean => decision.agrees || Boolean(decision.reason?.trim() && decision.reason_code);

/** Yes, in the two ways in which it can be written. */
export const isYes = (value: 'yes' | 'no' | boolean): boolean => value === true || value === 'yes';

/** The file of one case is not as large as a register. */
export const isOfOrdinarySize = (file: object): boolean => countUpTo(MOST_VALUES, file) <= MOST_VALUES;
