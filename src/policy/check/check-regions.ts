import { grainOf, optionsOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { MAX_REGIONS } from '../../logic/diagram.ts';
import { cut, type Span } from '../../logic/span.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import { type Condition, testsOf } from '../pack/condition.ts';
import { conditionsOf } from '../pack/conditions.ts';
import type { Pack } from '../pack/pack.ts';
import { error } from './check-names.ts';

/** Facts that the conditions of a pack cut into more pieces than can be told apart: said where most of the cuts are. */
export function checkRegions(pack: Pack, facts: ReadonlyMap<string, Fact>): Diagnostic[] {
  const conditions = [...conditionsOf(pack)];
  return [...facts].flatMap(([id, fact]) => {
    const testing = conditions.map(({ path, condition }) => ({ path, spans: spansOf(condition, id) }));
    const spans = testing.flatMap((place) => place.spans);
    const pieces = optionsOf(fact).length || cut(spans, grainOf(fact)).length;
    if (pieces <= MAX_REGIONS) return [];
    const most = spans.length > 0 ? testing.reduce((a, b) => (b.spans.length > a.spans.length ? b : a)) : undefined;
    const says = `\`${id}\` falls into ${pieces} pieces; at most ${MAX_REGIONS} options or thresholds are told apart.`;
    return [error('too_many_regions', says, most?.path ?? ['facts', id], 'key')];
  });
}

const spansOf = (condition: Condition, id: string): Span[] =>
  testsOf(condition).flatMap(({ fact, test }) => (fact === id && 'spans' in test ? test.spans : []));
