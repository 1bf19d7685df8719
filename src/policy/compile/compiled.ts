import type { Diagram, Diagrams } from '../../logic/diagram.ts';
import type { Contradiction, Indicator, Question, Requirement, Rule } from '../pack/pack.ts';
import type { ReadPack } from '../pack/read-pack.ts';
import type { Variable } from './variables.ts';

/** Ends of a question's diagram that are not outcomes of the pack. */
export const NOT_IN_PLAY = '#not_in_play';
export const GAP = '#gap';
export const CONFLICT = '#conflict';

export interface CompiledRule {
  readonly id: string;
  readonly rule: Rule;
  /** Its condition alone. */
  readonly meets: Diagram;
  /** Its condition less its exceptions. */
  readonly holds: Diagram;
}

export interface CompiledQuestion {
  readonly id: string;
  readonly question: Question;
  readonly inPlay: Diagram;
  readonly rules: readonly CompiledRule[];
  /** Where each decider decides, in the order of the pack. */
  readonly deciders: readonly Diagram[];
  /** Ends in an outcome, or in one of the ends above. */
  readonly route: Diagram;
}

export interface CompiledRequirement {
  readonly id: string;
  readonly requirement: Requirement;
  readonly applies: Diagram;
  readonly evidence: Diagram;
  /** Never, where the pack names nothing that would show a refusal. */
  readonly refused: Diagram;
  /** Where the step may be taken; always, where nothing bars it. */
  readonly unbarred: Diagram;
}

export interface CompiledIndicator {
  readonly id: string;
  readonly indicator: Indicator;
  readonly applies: Diagram;
}

/** Where answers and records do not go together. */
export interface CompiledContradiction {
  readonly id: string;
  readonly contradiction: Contradiction;
  readonly applies: Diagram;
}

/** A pack as decision diagrams over its facts, ordered as the pack asks them. */
export interface CompiledPack extends Omit<ReadPack, 'editions'> {
  /** Every text of a document that changes in time, the earliest first: each knows them all. */
  readonly editions?: readonly CompiledPack[];
  readonly diagrams: Diagrams;
  readonly variables: readonly Variable[];
  readonly variableOf: ReadonlyMap<string, number>;
  /** Combinations that can occur at all. */
  readonly possible: Diagram;
  /** Those among them that a case file can hold: a fact that is yes only where others are as named stands with them. */
  readonly occurring: Diagram;
  readonly questions: readonly CompiledQuestion[];
  readonly requirements: readonly CompiledRequirement[];
  readonly indicators: readonly CompiledIndicator[];
  readonly contradictions: readonly CompiledContradiction[];
}

/** Something that a pack computes. */
export type CompiledPart = CompiledQuestion | CompiledRequirement | CompiledIndicator | CompiledContradiction;

/** The last of the texts of a document, where each knows them all. */
export function knowingEachOther(editions: readonly CompiledPack[]): CompiledPack {
  const last = editions.at(-1) as CompiledPack;
  if (editions.length === 1) return last;
  for (const one of editions) Object.assign(one, { editions });
  return last;
}
