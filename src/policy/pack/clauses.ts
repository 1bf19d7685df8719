import { NOT_SET } from '../editions/period.ts';
import { type Contradiction, type Indicator, type Pack, type Requirement, type Rule, rulesOf } from './pack.ts';
import type { Clause } from './pack-schema.ts';

/** A clause of the source, and everything that the pack made of it. */
export interface ClauseRow {
  readonly id: string;
  readonly clause: Clause;
  readonly rules: readonly Rule[];
  readonly requirements: readonly Requirement[];
  readonly indicators: readonly Indicator[];
  readonly contradictions: readonly Contradiction[];
}

/** Whether a clause is carried out, left to people with a reason, or shown only: no day is set, or it was not verified. */
export const isAccounted = ({ clause, rules, requirements, indicators }: ClauseRow): boolean =>
  rules.length + requirements.length + indicators.length > 0 ||
  Boolean(clause.context ?? clause.judgement ?? clause.not_verified) ||
  clause.in_force === NOT_SET;

/** Each clause of a pack, in the order of the source, with the rules, requirements and indicators that carry it out, and the contradictions that rest on it. */
export function clauseTable(pack: Pack): ClauseRow[] {
  const rules = Object.values(pack.questions).flatMap(rulesOf);
  const requirements = Object.values(pack.requirements);
  const indicators = Object.values(pack.indicators);
  const contradictions = Object.values(pack.contradictions);
  return Object.entries(pack.clauses).map(([id, clause]) => {
    const cites = ({ clauses }: { readonly clauses?: readonly string[] | undefined }): boolean =>
      clauses?.includes(id) ?? false;
    return {
      id,
      clause,
      rules: rules.filter(cites),
      requirements: requirements.filter(cites),
      indicators: indicators.filter(cites),
      contradictions: contradictions.filter(cites),
    };
  });
}
