import { grainOf, optionsOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { MAX_REGIONS } from '../../logic/diagram.ts';
import { cut, type Span } from '../../logic/span.ts';
import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import { testsOf } from '../pack/condition.ts';
import { conditionsOf } from '../pack/conditions.ts';
import type { Pack } from '../pack/pack.ts';
import { error } from './check-names.ts';

/** Facts that the conditions of a pack cut into more pieces than can be told apart: said where most of the cuts are. */
export function checkRegions(pack: Pack, facts: ReadonlyMap<string, Fact>): Diagnostic[] {
  const cutting = cutsOf(pack);
  return [...facts].flatMap(([id, fact]) => {
    const testing = cutting.get(id) ?? [];
    const spans = testing.flatMap((place) => place.spans);
    const pieces = optionsOf(fact).length || cut(spans, grainOf(fact)).length;
    if (pieces <= MAX_REGIONS) return [];
    const [most] = testing.toSorted((a, b) => b.spans.length - a.spans.length);
    const says = `\`${id}\` falls into ${pieces} pieces; at most ${MAX_REGIONS} options or thresholds are told apart.`;
    return [error('too_many_regions', says, most?.path ?? ['facts', id], 'key')];
  });
}

/** A condition that cuts the values of a fact, and where. */
interface Cuts {
  readonly path: Path;
  readonly spans: Span[];
}

/** The conditions that cut each fact, in their order. */
function cutsOf(pack: Pack): Map<string, Cuts[]> {
  const cutting = new Map<string, Cuts[]>();
  for (const { path, condition } of conditionsOf(pack)) {
    for (const { fact, test } of testsOf(condition)) {
      if (!('spans' in test)) continue;
      const all = cutting.get(fact) ?? [];
      if (all.length === 0) cutting.set(fact, all);
      const last = all.at(-1);
      if (last?.path === path) last.spans.push(...test.spans);
      else all.push({ path, spans: [...test.spans] });
    }
  }
  return cutting;
}
