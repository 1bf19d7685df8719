import type { Diagram, Known, LeafValue } from './diagram.ts';
import { everyEnd, outcomes, support } from './walks.ts';

/** Changes of what is known, as `variable → region`, and the ends that would then remain. */
export interface Change {
  readonly to: ReadonlyMap<number, number>;
  readonly leads: ReadonlySet<LeafValue>;
}

const size = (mask: number): number => {
  let n = 0;
  for (let rest = mask; rest; rest &= rest - 1) n++;
  return n;
};

/** Sets of facts that are tried before any set will do that could not be smaller by one. */
const MOST_TRIED = 20_000;

/**
 * The smallest set of known variables that carries the settled end of a diagram: with these alone, and
 * everything else unknown, the end is the same. The first such set in the order of the variables. Where there are
 * too many sets to try, one of which nothing can be left out.
 * @param known masks limited to real regions; a variable that is wholly unknown has no entry
 * @param ignored an end that counts for nothing
 */
export function restsOn(d: Diagram, known: Known, ignored?: LeafValue): number[] {
  const end = outcomes(d, known, ignored);
  const candidates = support(d).filter((v) => known[v] !== undefined);
  // To know less never rules out an end: so this is all that has to be asked
  const carries = (subset: readonly number[]): boolean =>
    everyEnd(d, only(known, subset), (other) => other === ignored || end.has(other));
  // For the same reason what cannot be left out alone is in every such set
  const needed = new Set(candidates.filter((v) => !carries(candidates.filter((other) => other !== v))));
  const others = candidates.filter((v) => !needed.has(v));
  let tried = 0;
  for (let wanted = 0; wanted < others.length; wanted++) {
    for (const more of subsets(others, wanted)) {
      const subset = candidates.filter((v) => needed.has(v) || more.includes(v));
      if (carries(subset)) return subset;
      if (++tried > MOST_TRIED) return lean(candidates, carries);
    }
  }
  return candidates;
}

/** Leaves out one after the other what is not needed. */
function lean(candidates: readonly number[], carries: (subset: readonly number[]) => boolean): number[] {
  return candidates.reduce(
    (kept, v) => {
      const fewer = kept.filter((one) => one !== v);
      return carries(fewer) ? fewer : kept;
    },
    [...candidates],
  );
}

/** What is known of some of the variables, and of no other. */
function only(known: Known, subset: readonly number[]): Known {
  const partial: (number | undefined)[] = [];
  for (const v of subset) partial[v] = known[v];
  return partial;
}

/** One after another, in the order of the list: most searches end long before the last. */
function* subsets(list: readonly number[], wanted: number, from = 0): Generator<number[]> {
  if (wanted === 0) yield [];
  else
    for (let i = from; i <= list.length - wanted; i++)
      for (const rest of subsets(list, wanted - 1, i + 1)) yield [list[i] as number, ...rest];
}

/** Single changes without effect of which the pairs are tried; of more, the first of them. */
const MOST_PAIRED = 400;

/**
 * The single changes of settled variables that lead to another end, and the pairs that do where neither
 * change alone would. Variables that are not settled are left as they are.
 * @param regions number of regions by variable
 * @param ignored an end that counts for nothing
 */
export function changes(d: Diagram, known: Known, regions: readonly number[], ignored?: LeafValue): Change[] {
  const now = outcomes(d, known, ignored);
  const movable = support(d).filter((v) => size(known[v] ?? 0) === 1);
  const moves = movable.flatMap((v) =>
    Array.from({ length: regions[v] ?? 0 }, (_, r) => [v, r] as const).filter(([, r]) => known[v] !== 1 << r),
  );
  const lead = (to: ReadonlyMap<number, number>): Change | undefined => {
    const next = [...known];
    for (const [v, r] of to) next[v] = 1 << r;
    const leads = outcomes(d, next, ignored);
    return leads.size === 0 || same(leads, now) ? undefined : { to, leads };
  };
  const single = moves.map((move) => lead(new Map([move])));
  const found = single.filter((change) => change !== undefined);
  const dull = moves.filter((_, i) => single[i] === undefined).slice(0, MOST_PAIRED);
  const paired = dull.flatMap((a, i) =>
    dull.slice(i + 1).flatMap((b) => (a[0] === b[0] ? [] : (lead(new Map([a, b])) ?? []))),
  );
  return [...found, ...paired];
}

const same = (a: ReadonlySet<LeafValue>, b: ReadonlySet<LeafValue>): boolean =>
  a.size === b.size && [...a].every((x) => b.has(x));
