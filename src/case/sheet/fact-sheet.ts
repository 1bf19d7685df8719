import type { Day } from '../../calendar/dates.ts';
import type { Knowledge } from '../../facts/knowledge.ts';
import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import type { Safe } from '../../messages/safe.ts';
import type { Entry } from '../file/entry.ts';

/** What a case says of one fact. */
export interface FactState {
  readonly known: Knowledge | undefined;
  /** What the file says, and where; a derived fact may have neither. */
  readonly entry?: Entry | undefined;
  readonly path?: Path | undefined;
  /** Worked out from dates and records, in whole or in part. */
  readonly derived?: boolean | undefined;
  /** It was so on this day, by a record that is not of today, and nobody has confirmed it since. */
  readonly openOn?: Day | undefined;
  /** Why what is written may be no analysis, though it counts until somebody has looked again. */
  readonly doubt?: Safe | undefined;
}

/** What a case says of its facts; a fact without a state is wholly unknown. */
export interface FactStates {
  get(fact: string): FactState | undefined;
}

/** The facts of one case at one date. */
export interface FactSheet {
  readonly states: FactStates;
  /** Whether the records show that there is no such date: a plan that never was has no start. */
  readonly isAbsent: (fact: string) => boolean;
  readonly diagnostics: readonly Diagnostic[];
}
