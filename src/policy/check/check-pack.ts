import type { Diagnostic } from '../../messages/diagnostic.ts';
import type { Names } from '../pack/condition.ts';
import type { Pack } from '../pack/pack.ts';
import { checkClauses } from './check-clauses.ts';
import { checkCycles } from './check-cycles.ts';
import { checkDeciders } from './check-deciders.ts';
import { checkEnds } from './check-events.ts';
import { checkPackFacts } from './check-facts.ts';
import { checkQuestions } from './check-questions.ts';
import { checkRegions } from './check-regions.ts';
import { checkRequirements } from './check-requirements.ts';
import { checkTurning } from './check-turning.ts';
import type { Draft } from './draft.ts';

/** What is wrong with the names of a pack that its schema cannot see: those that lead nowhere, clauses left out. */
export function checkNames(draft: Draft): Diagnostic[] {
  return [
    ...checkPackFacts(draft),
    ...checkQuestions(draft),
    ...checkDeciders(draft),
    ...checkRequirements(draft),
    ...checkEnds(draft),
    ...checkTurning(draft),
    ...checkClauses(draft.pack),
  ];
}

/** What is wrong with the conditions of a pack taken together, each of which could be read: circles, too many pieces. */
export const checkConditions = (pack: Pack, { facts }: Names): Diagnostic[] => [
  ...checkCycles(pack),
  ...checkRegions(pack, facts),
];
