import type { FactSheet } from '../case/facts.ts';
import type { CompiledPack } from '../policy/compile.ts';
import type { Condition } from '../policy/condition.ts';
import { holds, type Truth } from './evaluate.ts';
import { type Masks, truthIn } from './project.ts';

/** A condition with the truth of each of its parts in one case; terms are opened. */
export interface TruthTree {
  readonly truth: Truth;
  readonly condition: Condition;
  readonly parts: readonly TruthTree[];
}

/** Values a condition of a pack part by part. */
export function truthTree(condition: Condition, pack: CompiledPack, sheet: FactSheet, masks: Masks): TruthTree {
  const open = (closed: Condition): Truth => {
    if (closed.kind === 'term') return holds(termOf(closed.term, pack), sheet, open);
    if (closed.kind !== 'outcome') return holds(closed, sheet, open);
    const route = pack.questions.find((q) => q.id === closed.question)?.route;
    return (
      route &&
      truthIn(
        pack,
        pack.diagrams.relabel(route, (end) => end === closed.outcome),
        masks,
      )
    );
  };
  const build = (part: Condition): TruthTree => ({
    truth: holds(part, sheet, open),
    condition: part,
    parts: partsOf(part, pack).map(build),
  });
  return build(condition);
}

function partsOf(condition: Condition, pack: CompiledPack): readonly Condition[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of;
  if (condition.kind === 'not') return [condition.of];
  return condition.kind === 'term' ? [termOf(condition.term, pack)] : [];
}

const termOf = (term: string, pack: CompiledPack): Condition =>
  pack.conditions.get(`terms.${term}.means`) ?? { kind: 'any', of: [] };
