import type { CheckItem, Level } from '../assess/case/concern.ts';
import type { Day } from '../calendar/dates.ts';
import type { Safe } from '../messages/safe.ts';
import type { Excerpt } from '../yaml/masked.ts';

/** What a check found in one file. */
export interface CheckedFile {
  /** Counted from the root of the run; in full where the file lies outside. */
  readonly path: string;
  /** Reference of the case, where the file could be read. */
  readonly case?: string | undefined;
  /** The day at which it was looked at, where that is not the day of the run. */
  readonly asAt?: Day | undefined;
  /** What weighs enough to be shown, in the order of the file. */
  readonly items: readonly CheckItem[];
  /** Lines of the file that items point at, with the keys that are known alone. */
  readonly lines?: ReadonlyMap<number, Excerpt<Safe>>;
}

/** What only the reader of a file may see of it: lines as they stand, and the values at fault. */
export interface ForReader {
  readonly lines: ReadonlyMap<number, Excerpt>;
  readonly shown: ReadonlyMap<CheckItem, string>;
}

/** What a look at a file gives: what any report may have, and apart from it what its reader may see. */
export interface Looked {
  readonly file: CheckedFile;
  readonly reader?: ForReader;
}

/** What is settled before the first file is looked at. */
export interface RunHead {
  readonly version: string;
  /** The folder that the paths of the files count from, as a URI with a slash at its end: few reports name it. */
  readonly root: () => string;
  /** The day for every file that does not have its own. */
  readonly asAt: Day;
  /** The least level that makes the run fail. */
  readonly failOn: Level;
  /** The least level that is shown. */
  readonly show: Level;
}

/** One item by file, for a summary. */
export interface Spot {
  readonly file: string;
  readonly case: string;
  readonly line: number;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly days: number;
}

/** How often something was found at each level. */
export type Counts = Readonly<Record<Level, number>>;

/** Something that accepts a finding and should be looked at. */
export interface StaleEntry {
  readonly file: string;
  readonly line: number;
  /** The rule whose finding it accepts; left out where there is no such rule, for then it may be any word. */
  readonly rule?: Safe;
  readonly why: 'unused' | 'expired' | 'unknown';
  /** The rule that was probably meant. */
  readonly meant?: Safe | undefined;
}

/** A whole run, once it is over. */
export interface RunSummary {
  /** Case files that could be assessed. */
  readonly checked: number;
  /** Files that could not: unreadable, or not to be relied on. */
  readonly unread: number;
  /** Files that are no case files, passed over. */
  readonly others: number;
  readonly counts: Counts;
  readonly accepted: number;
  /** Files with a reference that another file has too. */
  readonly sharing: number;
  /** Findings by clause, without notes; the most frequent first. */
  readonly clauses: readonly { readonly clause: string; readonly counts: Counts }[];
  /** What has been known not to be done for longest, and what has gone unrecorded for longest. */
  readonly oldest?: Spot | undefined;
  readonly oldestPast?: Spot | undefined;
  /** What is past its day: in how many cases, and whose it is, by title; empty where it is nobody's. */
  readonly today: {
    readonly cases: number;
    readonly people: readonly { readonly who: string; readonly count: number }[];
  };
  readonly due: { readonly within: number; readonly count: number; readonly next: readonly Spot[] } | undefined;
  readonly stale: readonly StaleEntry[];
  /** Whether the run fails. */
  readonly fails: boolean;
  /** Files that were to be checked, where a person stopped the run before its end. */
  readonly stoppedOf?: number | undefined;
}

/** A form of report: what is written before the first file, for each, and at the end. The text is the pieces in order. */
export interface Report {
  readonly begin: () => string;
  readonly file: (file: CheckedFile) => string;
  /** The same for the reader of the file, at a terminal; no report for CI has it. */
  readonly forReader?: (file: CheckedFile, reader: ForReader) => string;
  readonly end: (summary: RunSummary) => string;
}
