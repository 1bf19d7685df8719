import type { Day } from '../calendar/dates.ts';
import type { Severity } from '../messages/diagnostic.ts';
import type { Safe } from '../messages/safe.ts';
import type { ChildRecords, Place, ReturnKind, Source } from './records.ts';

/** Something wrong with a file, or worth saying about it. */
export interface Problem {
  readonly code: Safe;
  /** An error keeps something out; a warning says how something was taken; a note is for information. */
  readonly severity: Severity;
  /** What is wrong, what came of it, what to do: nothing of what the file holds. */
  readonly says: Safe;
  /** The value at fault: only a date, code or count, cut to 20 characters and on one line. */
  readonly shown?: string;
  readonly place: Place;
  /** Whose record it is about, by id. */
  readonly child?: string;
  /**
   * What is not to be used: nothing of the whole file (also not what was already handed over of it), or nothing of this
   * child in this kind of return (also not what was, or will be, handed over). Absent: what is handed over stands.
   */
  readonly refuses?: 'file' | 'child';
  /** Of which kind of return the refused child is: an id of one system says nothing about those of another. */
  readonly kind?: ReturnKind;
}

/** What was read of one file, said when its end was reached or it was refused. */
export interface FileTally {
  readonly file: string;
  /** Absent where the file was refused before that was known. */
  readonly source?: Source;
  /** False where nothing of it may be used. */
  readonly used: boolean;
  /** Rows of tables, children of an XML or JSON file. */
  readonly rows: number;
  /** Rows that were not read: a fault, or no child. */
  readonly skipped: number;
  /** Rows that were the same as another one. */
  readonly repeated: number;
  /** Tables, sheets and columns that we know and do not read, by our names for them. */
  readonly notRead: readonly Safe[];
}

/**
 * What comes of reading returns, piece by piece. Records of one child may come in several pieces from one XML or JSON
 * file. A file may be refused at its end: use nothing of it before `file` came with `used`.
 */
export type Reading =
  | { readonly type: 'child'; readonly child: ChildRecords }
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'file'; readonly tally: FileTally }
  /** Comes often: show progress, and let the rest of the program have its turn. */
  | { readonly type: 'progress'; readonly file: string; readonly done: number; readonly of: number };

/** A file to read, from its beginning as often as asked. `src/files` makes them of paths. */
export interface ReturnFile {
  /** As the person named it. */
  readonly name: string;
  readonly size: number;
  /** Its bytes from an offset on; each piece stands until the next is asked for. @throws UserError where it cannot be read */
  readonly pieces: (from?: number) => Iterable<Uint8Array>;
}

/** What a person says about the files. */
export interface ReadOptions {
  /** The day of the data, for the returns that hold none: those are refused without it. */
  readonly dataDate?: Day;
  /** The day of reading: no data is of a later one. */
  readonly today: Day;
}

/** Reads returns, each recognised by what it holds. Lazy: nothing is read before it is asked for. */
export type ReadReturns = (files: readonly ReturnFile[], options: ReadOptions) => Iterable<Reading>;
