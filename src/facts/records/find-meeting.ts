import type { Day, DayRange } from '../../calendar/dates.ts';
import type { CaseRecords, Meeting } from './case-records.ts';

/** Which meeting a fact is about. */
export interface Wanted {
  readonly kinds: readonly string[];
  readonly pick: 'first' | 'last' | 'next' | number;
  /** Only meetings from this day on. */
  readonly since: DayRange | undefined;
  /** Only meetings that have been held. */
  readonly held: boolean;
}

/** The meeting that is wanted, with whether another, not in the list, may be the one that is meant. */
export interface Found {
  readonly meeting: Meeting;
  readonly certain: boolean;
  /** Only meetings from this day on were looked at. */
  readonly since: DayRange | undefined;
}

/** Finds a meeting; `none` where the list is complete and holds none, undefined where the case does not say. */
export function findMeeting({ meetings }: CaseRecords, wanted: Wanted, asAt: Day): Found | 'none' | undefined {
  if (!meetings) return undefined;
  const { kinds, pick, since } = wanted;
  const listed = meetings.list
    .filter(({ kind, held, date }) => held !== false && kinds.includes(kind) && (!since || date.to >= since.from))
    .sort((a, b) => (a.date.from < b.date.from ? -1 : 1));
  const clear = listed.every(({ date }) => date.to <= asAt || date.from > asAt);
  const whole = meetings.complete && clear;
  const past = listed.filter(({ date }) => date.to <= asAt);
  const ahead = listed.filter(({ date }) => date.from > asAt);
  if (typeof pick === 'number') return nth(pick, wanted.held ? past : listed, whole, since);
  const meeting = pick === 'next' ? ahead[0] : pick === 'last' ? past.at(-1) : (wanted.held ? past : listed)[0];
  if (!meeting) return whole ? 'none' : undefined;
  return { meeting, certain: whole || pick === 'next', since };
}

/** The nth of a list. Where the list may lack some, the nth that was held is another one, or as yet none. */
function nth(n: number, list: readonly Meeting[], whole: boolean, since: Wanted['since']): Found | 'none' | undefined {
  const meeting = list[n - 1];
  if (!whole) return undefined;
  return meeting ? { meeting, certain: true, since } : 'none';
}

/** When it was held: the day recorded or, where others may be missing from the list, as far as it can differ. */
export function dateOf({ meeting: { date }, certain, since }: Found, pick: Wanted['pick'], asAt: Day): DayRange {
  if (certain) return date;
  if (pick === 'last') return { from: date.from, to: asAt > date.to ? asAt : date.to };
  return { from: since && since.from < date.from ? since.from : date.from, to: date.to };
}
