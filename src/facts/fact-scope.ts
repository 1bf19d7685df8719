import type { Calendar } from '../calendar/working-days.ts';
import type { Safe } from '../messages/safe.ts';
import type { Fact } from './vocabulary-schema.ts';

/** The occasion of somebody who cannot say what is happening. */
export const NOT_SURE = 'not_sure';

/** A text of analysis that packs ask for. */
export interface AnalysisScope {
  readonly title: Safe;
  /** What it may cover, by id of the requirement. */
  readonly matters: readonly string[];
  /** The words in which it is asked for. */
  readonly asked: readonly string[];
}

/** What a case is read against: the facts of its packs, and the analysis texts that they ask for. */
export interface FactScope {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly analyses: ReadonlyMap<string, AnalysisScope>;
  /** Kinds of meeting, with their names. */
  readonly meetings: ReadonlyMap<string, string>;
  /** What can be happening, in the words of a worker. */
  readonly occasions: ReadonlyMap<string, string>;
  /** Kinds of occurrence, each with its stages. */
  readonly occurrences?: ReadonlyMap<string, readonly string[]>;
  readonly calendar: Calendar;
}
