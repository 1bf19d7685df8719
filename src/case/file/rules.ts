import { countUpTo, MOST_VALUES } from './limits.ts';

export { isDate, isWhole } from '../../calendar/dates.ts';
export { isYes } from '../../facts/fact.ts';

/** Accounts belong to what is disputed, and to nothing else. */
export const hasAccountsIfDisputed = (entry: { unknown: string; accounts?: unknown }): boolean =>
  (entry.unknown === 'disputed') === (entry.accounts !== undefined);

/** A decision that departs says why, by code and in words. */
export const saysWhyIfDeparting = (decision: {
  agrees: boolean;
  reason?: string | undefined;
  reason_code?: string | undefined;
}): boolean => decision.agrees || Boolean(decision.reason?.trim() && decision.reason_code);

/** What is released is released to somebody. */
export const isReleasedToSomebody = (release: { parents?: unknown; child?: unknown }): boolean =>
  release.parents !== undefined || release.child !== undefined;

/** The file of one case is not as large as a register. */
export const isOfOrdinarySize = (file: object): boolean => countUpTo(MOST_VALUES, file) <= MOST_VALUES;
