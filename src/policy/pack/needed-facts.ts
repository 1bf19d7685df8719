import { factsTaken } from '../../facts/derivations/table.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { anchorsOf } from './anchors.ts';
import { type Condition, testsOf } from './condition.ts';
import { conditionsOf } from './conditions.ts';
import { type Pack, rulesOf } from './pack.ts';

/**
 * Facts that conditions test, or from which days are counted, and what those are worked out from: all on which anything
 * rests that a pack says of a case. Letters may name others.
 * @param more conditions beside those of the pack
 */
export function neededFacts(
  pack: Pack,
  facts: ReadonlyMap<string, Fact>,
  more: readonly Condition[] = [],
): ReadonlySet<string> {
  const needed = new Set<string>();
  const need = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    const how = facts.get(id)?.derive;
    for (const input of how ? factsTaken(how) : []) need(input);
  };
  const conditions = [...[...conditionsOf(pack)].map(({ condition }) => condition), ...more];
  for (const { fact } of conditions.flatMap(testsOf)) need(fact);
  for (const date of datesOf(pack)) need(date);
  return needed;
}

/** The dates that are named where no condition stands. */
const datesOf = ({ requirements, questions, in_force_by: by = [] }: Pack): string[] => [
  ...by,
  ...Object.values(requirements).flatMap(({ due, done, for_each: each }) => [
    ...anchorsOf(due),
    ...[done ?? [], each?.since ?? []].flat(),
  ]),
  ...Object.values(questions).flatMap((question) => [
    ...(question.decided_by ?? []).flatMap(({ before }) => before ?? []),
    ...rulesOf(question).flatMap(({ decided }) => decided?.on ?? []),
  ]),
];
