import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Difference } from '../../import/against/differences.ts';
import type { CompiledPack, CompiledRequirement } from '../../policy/compile/compiled.ts';

/** That a pack asks for something: on which clauses, and why. */
export interface Asked {
  readonly pack: CompiledPack;
  readonly clauses: readonly string[];
  readonly why?: string;
}

/** The heading of what is asked before any question for decision. */
export const PLANS = 'Plans and dates';
/** The heading of what is asked before all else: whether something goes on that was open on the day of a record. */
export const STILL_SO = 'Is it still so?';
/** The heading of what a return says otherwise than the case file. */
export const RETURNS = 'What the returns say otherwise';
export const RECORDS = 'What must be on record';

interface Common {
  /** A fact, an analysis, a checklist, `previous_plans` or `current_plan`. */
  readonly key: string;
  readonly asked: readonly Asked[];
  /** The heading under which it is asked. */
  readonly heading: string;
}

/** Parts of a case file that are asked for as a whole. */
export const LISTS = ['child', 'previous_plans', 'current_plan', 'looked_after', 'meetings', 'occurrences'] as const;

export interface ListItem extends Common {
  readonly kind: (typeof LISTS)[number];
}

export interface FactItem extends Common {
  readonly kind: 'fact';
  readonly fact: Fact;
  /** Requirements that it shows to be met. */
  readonly shows: readonly CompiledRequirement[];
}

export interface AnalysisItem extends Common {
  readonly kind: 'analysis';
  readonly pack: CompiledPack;
  readonly title: string;
  readonly asks: string;
  readonly prompts: readonly string[];
  /** Those about what the child says. */
  readonly ofTheChild: readonly string[];
  readonly matters: readonly CompiledRequirement[];
}

export interface ChecklistItem extends Common {
  readonly kind: 'checklist';
  readonly pack: CompiledPack;
  readonly requirement: CompiledRequirement;
}

/** Whether something goes on that was open on the day of a record. */
export interface StillItem extends Common {
  readonly kind: 'still';
  readonly list: keyof typeof STILL;
}

/** What asks whether it goes on, by the list that holds it. */
export const STILL = { current_plan: 'still_on_plan', looked_after: 'still_in_care' } as const;

/** Whether somebody approved another way than what is asked for. */
export interface VariationItem extends Common {
  readonly kind: 'variation';
  readonly pack: CompiledPack;
  readonly requirement: CompiledRequirement;
  readonly says: string;
  /** The roles of which one may approve it. */
  readonly who: readonly string[];
}

/** Something that a return says otherwise than the case file. */
export interface DifferenceItem extends Common {
  readonly kind: 'difference';
  readonly difference: Difference;
}

/** Something that a worker can be asked for. */
export type Item = DifferenceItem | StillItem | ListItem | FactItem | AnalysisItem | ChecklistItem | VariationItem;
