import type { Day } from '../calendar/dates.ts';
import type { CATEGORIES } from '../facts/categories.ts';
import type { LegalStatus, Placement } from '../facts/records/codes.ts';
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
  /** The day on which the source says that this time of care began, which may be before the episode. */
  readonly careBegan?: Found<Day>;
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
export const HINT_CODES = [
  'case_closed',
  'died_without_day',
  'moved_to_other_authority',
  'returned_home',
  'order_made',
  'order_in_force',
  'placement_group',
  'status_group',
  'category_unclear',
  'case_status',
  'two_plans_may_be_one',
  'review_result',
  'earlier_may_be_missing',
] as const;

export type HintCode = (typeof HINT_CODES)[number];

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
