import type { Day } from '../../calendar/dates.ts';
import type { LegalStatus, Placement } from '../../facts/records/codes.ts';
import type { Safe } from '../../messages/safe.ts';
import type { Category, ChildRecords, Found, Place, PreProceedingsStep, Source } from '../records.ts';

/** A value with the return that told it first, or changed it last. */
export interface Given<T> {
  readonly value: T;
  readonly source: Source;
  readonly place: Place;
}

/** A plan as all sources together tell it. */
export interface ToldPlan {
  readonly start: Day;
  /** The start as precisely as all sources agree on it. */
  readonly began: string;
  /** As precisely as all agree; absent where it is open, or where the end is not known. */
  readonly ended?: string;
  /** The last day on which a source has it open. */
  readonly openOn?: Day;
  readonly category?: Category;
  readonly firstCategory?: Category;
  readonly source: Source;
  readonly place: Place;
}

/** An episode of care; a row that only says that care went on before, or after, has no status and no placement. */
export interface ToldEpisode {
  readonly began?: Day;
  readonly ended?: Day;
  readonly openOn?: Day;
  readonly status?: LegalStatus;
  readonly placement?: Placement;
  readonly source: Source;
  readonly place: Place;
}

export interface ToldMeeting {
  readonly kind: 'initial_conference' | 'review_conference' | 'looked_after_review';
  readonly day: Day;
  readonly source: Source;
  readonly place: Place;
}

export interface ToldVisit {
  readonly day: Day;
  readonly under: 'plan' | 'care';
  readonly seen?: boolean;
  readonly seenAlone?: boolean;
  readonly source: Source;
  readonly place: Place;
}

/** How many plans there were before today's, by one source. */
export interface Account {
  readonly value: number;
  readonly source: Safe;
}

/** How many plans there were before one plan, by a source. */
export interface Claim {
  readonly before: number;
  /** The start of that plan. */
  readonly start: Day;
  readonly source: Source;
  readonly place: Place;
}

/** Something that is said of one case beside what is written into it. */
export interface Remark {
  /** A conflict keeps something out until a person decides, and is kept once they have; a question settles nothing; a change tells what was before. */
  readonly kind: 'conflict' | 'question' | 'change' | 'kept';
  readonly code: Safe;
  readonly says: Safe;
  /** Values at issue: dates, codes and counts. */
  readonly shown?: string;
  readonly place?: Place;
}

/** What all sources together say of one child. */
export interface Told {
  /** Sources give two dates of birth: nothing is written. */
  readonly isTwoChildren: boolean;
  readonly born?: Given<Day>;
  readonly expected?: Given<Day>;
  readonly died?: Given<Day>;
  /** Every plan, by its start; of those that are open at most one has `openOn`. */
  readonly plans: readonly ToldPlan[];
  readonly meetings: readonly ToldMeeting[];
  readonly strategy?: Given<Day>;
  readonly target?: Given<Day>;
  readonly episodes: readonly ToldEpisode[];
  readonly visits: readonly ToldVisit[];
  readonly steps: readonly (Given<Day> & { readonly step: PreProceedingsStep })[];
  /** What the sources say of the number of earlier plans. */
  readonly claims: readonly Claim[];
  readonly remarks: readonly Remark[];
}

/** The sources of one child in the order of their days; those of one day in an order of their own. */
export const inOrder = (pieces: readonly ChildRecords[]): ChildRecords[] =>
  pieces.toSorted(
    ({ source: a, place: one }, { source: b, place: other }) =>
      compare(a.dataDate, b.dataDate) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      compare(one.file, other.file) ||
      one.line - other.line,
  );

const KINDS = ['cin', 'ssda903', 'ssd', 'annex_a', 'api'];

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A found value with its source. */
export const given = <T>({ value, place }: Found<T>, source: Source): Given<T> => ({ value, place, source });

/** Values with the return and the line of each, for a person who has to decide. */
export const sides = (all: readonly Given<string | number>[]): string =>
  `${all.map(({ value, source, place }) => `\`${value}\` (${source.label}, ${place.file}:${place.line})`).join('; ')}.`;

/** One of each value, the first that told it. */
export function distinct<T>(all: readonly Given<T>[]): Given<T>[] {
  return all.filter(({ value }, i) => all.findIndex((one) => one.value === value) === i);
}

/** Days as one date, as precisely as all agree; undefined where not even the year is the same. */
export function agreed(days: readonly Day[]): string | undefined {
  const [first = ''] = days;
  return [10, 7, 4].map((length) => first.slice(0, length)).find((part) => days.every((day) => day.startsWith(part)));
}
