import type { Vocabulary } from '../../facts/vocabulary-schema.ts';
import type { Remark } from '../../messages/diagnostic.ts';
import type { Condition, Names } from '../pack/condition.ts';
import type { Pack } from '../pack/pack-schema.ts';
import { checkClauses } from './check-clauses.ts';
import { checkCycles } from './check-cycles.ts';
import { checkDeciders } from './check-deciders.ts';
import { checkPackFacts } from './check-facts.ts';
import { checkQuestions } from './check-questions.ts';
import { checkRequirements } from './check-requirements.ts';

/** A pack that fits the schema, with its names and conditions, before it is known to hang together. */
export interface Draft {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  readonly names: Names;
  readonly conditions: ReadonlyMap<string, Condition>;
}

/** What is wrong with a pack that its schema cannot see: names that lead nowhere, circles, clauses left out. */
export function checkPack(draft: Draft): Remark[] {
  return [
    ...checkCycles(draft),
    ...checkPackFacts(draft),
    ...checkQuestions(draft),
    ...checkDeciders(draft),
    ...checkRequirements(draft),
    ...checkClauses(draft.pack),
  ];
}
