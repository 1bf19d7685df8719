import type { Calendar } from '../calendar/working-days.ts';
import type { Fact } from './vocabulary-schema.ts';

/** What a case is read against: the facts of its packs, and the matters that each analysis text may cover. */
export interface FactScope {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly analyses: ReadonlyMap<string, readonly string[]>;
  /** Kinds of meeting, with their names. */
  readonly meetings: ReadonlyMap<string, string>;
  readonly calendar: Calendar;
}
