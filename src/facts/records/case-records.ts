import type { Day, DayRange } from '../../calendar/dates.ts';

/** The child's own dates. */
export interface Child {
  readonly born: DayRange | undefined;
  /** Expected date of delivery, of a child who is not yet born. */
  readonly expected: DayRange | undefined;
  readonly died: DayRange | undefined;
}

/** A child protection plan; without an end where it is open, or where its end is not known. */
export interface Plan {
  readonly began: DayRange | undefined;
  readonly ended?: DayRange | undefined;
  /** The file says that it is still open: it has no end, not one that is not known. */
  readonly isOpen?: boolean;
  /** Census code of the category of abuse. */
  readonly category: string | undefined;
  /** Of a plan without an end: the last day on which it is known to be open, where nobody has confirmed that it goes on. */
  readonly openOn?: Day;
}

/** The plans that the child had before. */
export interface PreviousPlans {
  /** Whether every one of them is listed. */
  readonly complete: boolean;
  /** How many there were, where that is given apart from the list. */
  readonly count: number | undefined;
  /** Those that can be plans of this child. */
  readonly plans: readonly Plan[];
  /** How many are listed that by their dates cannot be plans of this child, until people have corrected the list. */
  readonly doubted: number;
}

/** A time of being looked after under one legal status in one placement, by the codes of the national return. */
export interface Episode {
  readonly began: DayRange | undefined;
  /** Absent while it goes on. */
  readonly ended: DayRange | undefined;
  readonly legalStatus: string | undefined;
  readonly placement: string | undefined;
  /** Of an episode without an end: the last day on which it is known to go on, where nobody has confirmed that it does. */
  readonly openOn?: Day;
}

/** A meeting, held or planned. */
export interface Meeting {
  readonly kind: string;
  readonly date: DayRange;
  /** Whether it took place; where that is not said, a day that has passed counts. */
  readonly held: boolean | undefined;
  readonly quorate: boolean | undefined;
  /** What it decided about the plan, by its code. */
  readonly decided: string | undefined;
  readonly minutesSent: DayRange | undefined;
}

/** A statutory visit that took place. */
export interface Visit {
  readonly date: DayRange;
  readonly seen: boolean | undefined;
  readonly seenAlone: boolean | undefined;
}

/** What a case has on record about one child; what is undefined is not known. */
export interface CaseRecords {
  readonly child: Child | undefined;
  readonly previousPlans: PreviousPlans | undefined;
  readonly currentPlan: Plan | 'none' | undefined;
  /** Episodes of being looked after, in the order in which they began, and whether that is all of them. */
  readonly lookedAfter: { readonly complete: boolean; readonly episodes: readonly Episode[] } | undefined;
  readonly meetings: { readonly complete: boolean; readonly list: readonly Meeting[] } | undefined;
  readonly visits: { readonly complete: boolean; readonly list: readonly Visit[] } | undefined;
}

/** Lists of a case file from which facts are worked out, and which can be asked for as a whole. */
export const LISTS = ['child', 'previous_plans', 'current_plan', 'looked_after', 'meetings', 'visits'] as const;

export type List = (typeof LISTS)[number];
