import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { knowledgeInWords } from '../../facts/knowledge-words.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { type Diagnostic, warning } from '../../messages/diagnostic.ts';
import { known } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import type { Condition } from '../../policy/pack/condition.ts';
import { type Pack, termOf } from '../../policy/pack/pack.ts';
import { testHolds } from '../../policy/pack/test-holds.ts';
import { surely } from './evaluate.ts';
import { type Masks, truthIn } from './project.ts';

/** What a case says against itself, by the shared vocabulary and by each pack: a warning at one side that shows both. */
export function contradictions(
  sheet: FactSheet,
  { vocabulary, scope }: Rulebook,
  masks: ReadonlyMap<CompiledPack, Masks>,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { id, says, when } of vocabulary.contradictions)
    if (surely(when, sheet)) found.push(remark(id, says, sidesOf(when, sheet), sheet, scope.facts));
  for (const [pack, known] of masks) {
    for (const { applies, contradiction } of pack.contradictions) {
      if (truthIn(pack, applies, known) !== true) continue;
      const { id, says, clauses = [], when } = contradiction;
      const cites = clauses.length > 0 ? ` [${clauses.join(', ')}]` : '';
      found.push(remark(id, `${says}${cites}`, sidesOf(when, sheet, pack.pack), sheet, scope.facts));
    }
  }
  return found;
}

function remark(
  code: string,
  says: string,
  sides: readonly string[],
  { states }: FactSheet,
  facts: ReadonlyMap<string, Fact>,
): Diagnostic {
  const path = sides.map((id) => states.get(id)?.path).find((at) => at !== undefined) ?? ['answers'];
  const shown = sides.flatMap((id) => {
    const [fact, state] = [facts.get(id), states.get(id)];
    return fact && state?.known ? `“${fact.label}: ${knowledgeInWords(fact, state.known)}”` : [];
  });
  return warning(known(code), known(says), path, { shown: `${shown.join('; ')}.` });
}

/** The facts that make a condition hold, each once, in its order. */
export function sidesOf(condition: Condition, sheet: FactSheet, pack?: Pack): string[] {
  const walk = (part: Condition): string[] => {
    if (part.kind === 'test') return testHolds(part.test, sheet.states.get(part.fact)?.known) ? [part.fact] : [];
    if (part.kind === 'all' || part.kind === 'any') return part.of.flatMap(walk);
    return part.kind === 'term' && pack ? walk(termOf(pack, part.term).means) : [];
  };
  return [...new Set(walk(condition))];
}
