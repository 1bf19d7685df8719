import type { Clause, Kind, Pack } from './pack-schema.ts';

/** A clause of the source, and everything that the pack made of it. */
export interface ClauseRow {
  readonly id: string;
  readonly clause: Clause;
  readonly rules: readonly { readonly id: string; readonly question: string; readonly outcome: string }[];
  readonly requirements: readonly { readonly id: string; readonly kind: Kind }[];
  readonly indicators: readonly string[];
}

/** Whether a clause is carried out, or left to people with a reason. */
export const isAccounted = ({ clause, rules, requirements, indicators }: ClauseRow): boolean =>
  rules.length + requirements.length + indicators.length > 0 || Boolean(clause.context ?? clause.judgement);

/** Each clause of a pack, in the order of the source, with the rules, requirements and indicators that carry it out. */
export function clauseTable(pack: Pack): ClauseRow[] {
  const rules = Object.entries(pack.questions).flatMap(([question, { stages }]) =>
    stages.flatMap((stage) => Object.entries(stage.rules).map(([id, rule]) => ({ id, question, ...rule }))),
  );
  const requirements = Object.entries(pack.requirements ?? {}).map(([id, requirement]) => ({ id, ...requirement }));
  const indicators = Object.entries(pack.indicators ?? {}).map(([id, indicator]) => ({ id, ...indicator }));
  return Object.entries(pack.clauses).map(([id, clause]) => {
    const cites = ({ clauses }: { readonly clauses: readonly string[] }): boolean => clauses.includes(id);
    return {
      id,
      clause,
      rules: rules.filter(cites).map(({ id: rule, question, outcome }) => ({ id: rule, question, outcome })),
      requirements: requirements.filter(cites).map(({ id: requirement, kind }) => ({ id: requirement, kind })),
      indicators: indicators.filter(cites).map((indicator) => indicator.id),
    };
  });
}
