import type { Day } from '../calendar/dates.ts';
import type { CATEGORIES } from '../facts/categories.ts';
import type { LegalStatus, Placement } from '../facts/records/codes.ts';
import type { Severity } from '../messages/diagnostic.ts';
import type { Safe } from '../messages/safe.ts';

/** The kinds of return that are read: each is a system of ids of its own, and a column of the map of ids. */
export type ReturnKind = 'cin' | 'ssda903' | 'annex_a' | 'ssd' | 'api';

/** Where the values of a record are from. */
export interface Source {
  readonly kind: ReturnKind;
  /** The day on which what is open in it was open. */
  readonly dataDate: Day;
  /** Kind and day in words, such as `CIN census to 2026-03-31`. */
  readonly label: Safe;
}

/** Where something stands in a file; line, row and column count from 1. */
export interface Place {
  /** The file as the person named it. */
  readonly file: string;
  /** In a workbook, the row. */
  readonly line: number;
  readonly column: number;
  /** In a workbook, the sheet by its name. */
  readonly sheet?: string;
  /** In a table, the name of the column as we know it: never the words of the file. */
  readonly header?: Safe;
  /** Where a line says little: `case 2, plan 1`. */
  readonly within?: Safe;
}

/** A value with its place. */
export interface Found<T> {
  readonly value: T;
  readonly place: Place;
}

export type Category = keyof typeof CATEGORIES;

/** One child protection plan. A plan without `end` was open on the day of the data. */
export interface PlanRecord {
  /** Its id in the source, which other rows name. */
  readonly id?: string;
  readonly start: Found<Day>;
  readonly end?: Found<Day>;
  readonly initialCategory?: Found<Category>;
  readonly latestCategory?: Found<Category>;
  /** Whether another authority held it. */
  readonly otherAuthority?: Found<boolean>;
  /** How many plans the source says that there were before this one: a claim, never a fact. */
  readonly plansBefore?: Found<number>;
  readonly reviews: readonly ReviewRecord[];
}

/** A review conference that was held. What the source says of it is to be shown, never written. */
export interface ReviewRecord {
  readonly day: Found<Day>;
  readonly quorate?: Found<boolean>;
  readonly continues?: Found<boolean>;
}

/** An initial conference, or what may be one: of a kind that is not sure, a person must say. */
export interface ConferenceRecord {
  readonly day: Found<Day>;
  readonly kind: 'initial' | 'not_sure';
  /** It received a child from another authority. */
  readonly transferIn?: Found<boolean>;
  readonly planId?: string;
}

/** A section 47 enquiry, begun by a strategy discussion. */
export interface EnquiryRecord {
  readonly start: Found<Day>;
  readonly end?: Found<Day>;
  /** The initial conference that it led to. */
  readonly conference?: Found<Day>;
  /** Recorded as needing no conference. */
  readonly noConference?: Found<boolean>;
  /** The day by which the source says that the conference was due. */
  readonly target?: Found<Day>;
  readonly planId?: string;
}

/** A time of care under one status in one placement. Without `end` it was open on the day of the data. */
export interface EpisodeRecord {
  readonly start: Found<Day>;
  readonly end?: Found<Day>;
  readonly status?: Found<LegalStatus>;
  readonly placement?: Found<Placement>;
  /** S where care began; any other letter is a change within it. Absent: not told. */
  readonly reasonNew?: Found<string>;
  /** X1 where care went on; any other code ended it. Absent: not told. */
  readonly reasonEnd?: Found<string>;
  /** The source tells of the latest status and placement only: earlier ones may be missing. */
  readonly presentOnly?: boolean;
}

/** A statutory visit under a plan, or while looked after. */
export interface VisitRecord {
  readonly day: Found<Day>;
  readonly under: 'plan' | 'care';
  readonly seen?: Found<boolean>;
  readonly seenAlone?: Found<boolean>;
  readonly planId?: string;
}

/** The steps of pre-proceedings that returns date. */
export type PreProceedingsStep =
  | 'started'
  | 'letter_before_proceedings'
  | 'initial_meeting'
  | 'step_decision'
  | 'court_application'
  | 'care_proceedings_letter';

export interface PreProceedingsRecord {
  readonly step: PreProceedingsStep;
  readonly day: Found<Day>;
}

/** Something that settles nothing, and that a person should be asked about. */
export interface Hint {
  readonly code: HintCode;
  /** What the source says, as a sentence. */
  readonly says: Safe;
  readonly place: Place;
  readonly day?: Day;
}

/** What hints are about. */
export type HintCode =
  | 'case_closed'
  | 'died_without_day'
  | 'moved_to_other_authority'
  | 'returned_home'
  | 'order_made'
  | 'order_in_force'
  | 'placement_group'
  | 'status_group'
  | 'category_unclear'
  | 'case_status'
  | 'two_plans_may_be_one'
  | 'review_result'
  | 'earlier_may_be_missing';

/** Something that the source asks to forget. */
export interface PurgeRecord {
  readonly what: 'child' | 'plan' | 'enquiry' | 'placement' | 'referral';
  readonly start?: Day;
  readonly place: Place;
}

/**
 * What one source says about one child. Rows that are the same twice are here once, and every list is ordered by day.
 * An empty list says nothing at all: it never means that there was none.
 */
export interface ChildRecords {
  readonly id: string;
  readonly source: Source;
  readonly place: Place;
  readonly born?: Found<Day>;
  readonly expected?: Found<Day>;
  readonly died?: Found<Day>;
  readonly plans: readonly PlanRecord[];
  readonly conferences: readonly ConferenceRecord[];
  readonly enquiries: readonly EnquiryRecord[];
  readonly lookedAfterReviews: readonly Found<Day>[];
  readonly episodes: readonly EpisodeRecord[];
  readonly visits: readonly VisitRecord[];
  readonly preProceedings: readonly PreProceedingsRecord[];
  readonly purged: readonly PurgeRecord[];
  readonly hints: readonly Hint[];
}

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
