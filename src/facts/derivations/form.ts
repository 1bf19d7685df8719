import type * as z from 'zod';
import type { Day } from '../../calendar/dates.ts';
import type { Unit } from '../../calendar/lengths.ts';
import type { FactType } from '../fact-type.ts';
import type { Knowledge } from '../knowledge.ts';
import type { List } from '../records/case-records.ts';
import type { Absences, DerivationContext } from './context.ts';
import type { SchemaKit } from './schema-kit.ts';

/** Facts, each with the value, values or range that it must have. */
export type Tests = readonly (readonly [fact: string, values: readonly string[]])[];

/** What has to be known so that a fact can be worked out. */
export interface Inputs {
  /** Facts that are dates. */
  readonly dates?: readonly string[];
  /** Further dates, each of which counts where it is known. */
  readonly otherDates?: readonly string[];
  /** Facts that are choices. */
  readonly choices?: readonly string[];
  /** Dates that end a length of time: until one of them is known, it is counted to the day of the assessment. */
  readonly ends?: readonly string[];
  /** Facts, each with some value, values or range that is looked for. */
  readonly tested?: Tests;
  /** Lists of the case file. */
  readonly lists?: readonly List[];
  /** Whether it is taken to be no until the lists show otherwise: they can still change it while they are open. */
  readonly isAssumed?: boolean;
  /** Kinds of meeting that are looked for in the list of meetings. */
  readonly meetings?: readonly string[];
  /** Whether any one of the dates, choices and lists can be enough; else every one of them is needed. */
  readonly anyIsEnough?: boolean;
}

/** What kind of fact is worked out. */
export interface Gives {
  /** The types that the fact can have. */
  readonly types: readonly FactType[];
  /** Options of the fact that are named. */
  readonly options?: readonly string[];
  /** Values of the record that are given a meaning, and those that there are. */
  readonly means?: { readonly named: readonly string[]; readonly known: readonly string[] };
  /** Whether its options must be the census codes of the category of abuse. */
  readonly isCategory?: boolean;
  /** Whether it is a birthday of the child. */
  readonly isBirthday?: boolean;
  /** Whether it is a date of the open plan or the last one, which stands in the file under that plan. */
  readonly isOfAPlan?: boolean;
}

/** What has come to pass by a date, to tell whether a fact can still change. */
export interface SoFar {
  /** Whether the fact was worked out, and is yes. */
  readonly isYes: boolean;
  readonly isAhead: (date: string) => boolean;
  readonly hasCome: (date: string) => boolean;
}

/** From which date to which others, and in which unit, a length of time is counted. */
export interface CountedTime {
  readonly from: string;
  readonly to: readonly string[];
  readonly unit: Unit;
}

/** What a case file holds under `child`, or as other facts, where a fact is yes. */
export interface ShownBy {
  readonly child?: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, string>>;
}

/** One way of working a fact out. `H` is what a pack writes under `derive`. */
export interface Form<H> {
  /** The key of `H` that no other form has. */
  readonly key: string;
  /** What it gives, in a sentence or two, for the reference page and the editor. */
  readonly says: string;
  /** As they stand in a pack, so that every key is shown; the first is the plainest. */
  readonly examples: readonly [H, ...H[]];
  schema(kit: SchemaKit): z.ZodType<H>;
  inputs(how: H): Inputs;
  gives(how: H): Gives;
  /** The fact; undefined where the case does not hold what it needs. @param options of the fact, in order */
  workOut(how: H, context: DerivationContext, options: readonly string[]): Knowledge | undefined;
  /** Whether what is known can change only when the past is corrected. */
  isOver(how: H, soFar: SoFar): boolean;
  /** For a length of time. */
  time?(how: H): CountedTime;
  /** Whether it gives a date to come; any other date may lie in the past although nobody here knows it. */
  isToCome?(how: H): boolean;
  /** Whether it is about what is ahead on the day itself, and so is meant to change as meetings pass. */
  readonly isOfTheDay?: true;
  /** For a date: whether the records show that there is none. */
  isAbsent?(how: H, context: Absences): boolean;
  /** For whether something is so now: the last day on which the records show that it was, where nobody has confirmed it since. */
  openOn?(how: H, context: DerivationContext): Day | undefined;
  /** For a fact that is yes only where others are as named: groups of tests, of which one holds. */
  implies?(how: H): readonly Tests[];
  /** For a fact that no answer can stand beside: what a case file holds where it is yes. */
  shownBy?(how: H): ShownBy | undefined;
}

/** Declares a form; the schema says what the rest is given. */
export const form = <S extends z.ZodType>(
  made: Omit<Form<z.output<S>>, 'schema'> & { readonly schema: (kit: SchemaKit) => S },
): typeof made => made;
