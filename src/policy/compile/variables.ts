import { grainOf, optionsOf } from '../../facts/fact.ts';
import { cut, overlaps, type Span } from '../../logic/span.ts';
import { type Test, testsOf } from '../pack/condition.ts';
import { conditionsOf } from '../pack/conditions.ts';
import { evidenceNames } from '../pack/own-facts.ts';
import type { ReadPack } from '../pack/read-pack.ts';

/** A fact as the diagrams see it: a variable with finitely many regions. */
export interface Variable {
  readonly fact: string;
  readonly regions: number;
  /** For numbers and durations: the span of each region. */
  readonly spans?: readonly Span[];
}

/** The regions of a variable in which a test holds, as a mask. */
export function maskOf(variable: Variable, test: Test): number {
  if ('options' in test) return test.options.reduce((mask, i) => mask | (1 << i), 0);
  return maskOfSpans(variable, test.spans);
}

/** The regions of a variable that any of the spans touches, as a mask. */
export function maskOfSpans(variable: Variable, spans: readonly Span[]): number {
  return (variable.spans ?? []).reduce(
    (mask, region, i) => (spans.some((span) => overlaps(span, region)) ? mask | (1 << i) : mask),
    0,
  );
}

/** The facts that packs test, in the order in which they ask them, cut at every threshold that they name. */
export function variablesOf(reads: readonly ReadPack[]): Variable[] {
  const tests = reads.flatMap((read) => [...conditionsOf(read.pack)].flatMap(({ condition }) => testsOf(condition)));
  const spansOf = new Map<string, Span[]>();
  for (const { fact, test } of tests) {
    if (!('spans' in test)) continue;
    const spans = spansOf.get(fact);
    if (spans) spans.push(...test.spans);
    else spansOf.set(fact, [...test.spans]);
  }
  const used = new Set([...tests.map((t) => t.fact), ...reads.flatMap(evidenceFacts)]);
  const asked = reads.flatMap((read) => read.pack.ask.map((ask) => ask.about)).filter((about) => used.has(about));
  return [...new Set([...asked, ...used])].map((fact) => {
    const definition = reads.map((read) => read.facts.get(fact)).find((found) => found !== undefined);
    if (!definition) throw new Error(`unread fact ${fact}`);
    const options = optionsOf(definition);
    if (options.length > 0) return { fact, regions: options.length };
    const pieces = cut(spansOf.get(fact) ?? [], grainOf(definition));
    return { fact, regions: pieces.length, spans: pieces };
  });
}

const evidenceFacts = ({ pack }: ReadPack): string[] =>
  Object.values(pack.requirements).flatMap((r) => evidenceNames(r.id, r).map(([fact]) => fact));
