import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Condition } from '../../policy/pack/condition.ts';
import { termOf } from '../../policy/pack/pack.ts';
import { holds, type Truth } from '../case/evaluate.ts';
import { type Masks, truthIn } from '../case/project.ts';

/** A condition with the truth of each of its parts in one case; a term is opened where it first stands. */
export interface TruthTree {
  readonly truth: Truth;
  readonly condition: Condition;
  readonly parts: readonly TruthTree[];
}

/** Values a condition of a pack part by part. */
export function truthTree(condition: Condition, pack: CompiledPack, sheet: FactSheet, masks: Masks): TruthTree {
  const opened = new Set<string>();
  const truths = new Map<string, Truth>();
  const truthOf = (term: string): Truth => {
    if (!truths.has(term)) truths.set(term, holds(termOf(pack.pack, term).means, sheet, open));
    return truths.get(term);
  };
  const open = (closed: Condition): Truth => {
    if (closed.kind === 'term') return truthOf(closed.term);
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
    parts: partsOf(part, pack, opened).map(build),
  });
  return build(condition);
}

/** Parts of a condition; those of a term only where it is not among the opened ones. */
function partsOf(condition: Condition, pack: CompiledPack, opened: Set<string>): readonly Condition[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of;
  if (condition.kind === 'not') return [condition.of];
  if (condition.kind !== 'term' || opened.has(condition.term)) return [];
  opened.add(condition.term);
  return [termOf(pack.pack, condition.term).means];
}
