import type { Diagram, LeafValue } from '../../logic/diagram.ts';
import { outcomes, type Witness } from '../../logic/walks.ts';
import type { CompiledPack, CompiledRequirement } from '../compile/compiled.ts';
import { smallest } from '../verify/witness.ts';

/** Something that a pack computes: the route of a question, when a requirement applies or is met, an indicator. */
export interface Computed {
  readonly what:
    | 'question'
    | 'decider'
    | 'requirement'
    | 'evidence'
    | 'refusal'
    | 'bar'
    | 'indicator'
    | 'contradiction';
  readonly id: string;
}

/** Two packs that end differently in one thing, and the smallest case in which they do. */
export interface Difference extends Computed {
  /** The end under the first pack, and under the second; `ABSENT` where a pack has no such thing. */
  readonly from: LeafValue;
  readonly to: LeafValue;
  readonly witness: Witness;
}

/** The end of something that a pack does not have. */
export const ABSENT = '#absent';
const SAME = '#same';

/**
 * Every pair of different ends of two packs compiled over the same variables, over the cases that both take to be
 * possible. None: they mean the same in every case.
 */
export function differences(a: CompiledPack, b: CompiledPack): Difference[] {
  const [ofA, ofB] = [computedBy(a), computedBy(b)];
  const keys = [...new Set([...ofA.keys(), ...ofB.keys()])];
  return keys.flatMap((key) => {
    const [what, id] = key.split(' ') as [Computed['what'], string];
    const pairs = pairsOf([a, b], within(what, id, [a, b]), [ofA.get(key), ofB.get(key)]);
    return pairs.map((pair) => ({ what, id, ...pair }));
  });
}

type Both<T> = readonly [T, T];

/** Diagrams by kind and id of what they are about. */
export function computedBy(pack: CompiledPack): Map<string, Diagram> {
  return new Map<string, Diagram>([
    ...pack.questions.map(({ id, route }) => [`question ${id}`, route] as const),
    ...pack.questions.flatMap(({ id, inPlay, deciders, question }) =>
      deciders.flatMap((d, i) =>
        question.decided_by?.[i]?.when ? [[`decider ${id}.${i}`, pack.diagrams.and(inPlay, d)] as const] : [],
      ),
    ),
    ...pack.requirements.flatMap(({ id, applies, evidence, refused, unbarred }) => [
      [`requirement ${id}`, applies] as const,
      [`evidence ${id}`, evidence] as const,
      [`refusal ${id}`, refused] as const,
      [`bar ${id}`, unbarred] as const,
    ]),
    ...pack.indicators.map(({ id, applies }) => [`indicator ${id}`, applies] as const),
    ...pack.contradictions.map(({ id, applies }) => [`contradiction ${id}`, applies] as const),
  ]);
}

/** Where two packs are compared: what can occur under both, and for evidence where it counts in both. */
function within(what: Computed['what'], id: string, packs: Both<CompiledPack>): Diagram {
  const { diagrams } = packs[0];
  const possible = packs.map((pack) => pack.occurring);
  if (what !== 'evidence' && what !== 'refusal' && what !== 'bar') return diagrams.all(possible);
  const counts = ({ applies, refused }: CompiledRequirement): Diagram =>
    what === 'refusal' ? applies : diagrams.and(applies, diagrams.not(refused));
  const applies = packs.map((pack) => pack.requirements.filter((r) => r.id === id).map(counts)[0] ?? diagrams.no);
  return diagrams.all([...possible, ...applies]);
}

type Pair = Pick<Difference, 'from' | 'to' | 'witness'>;

function pairsOf([{ diagrams }]: Both<CompiledPack>, where: Diagram, [a, b]: Both<Diagram | undefined>): Pair[] {
  const absent = diagrams.leaf(ABSENT);
  const pairs = new Map<LeafValue, Both<LeafValue>>();
  const joined = diagrams.combine(a ?? absent, b ?? absent, (x, y) => {
    if (x === y || alike(x, y)) return SAME;
    const name = JSON.stringify([x, y]);
    pairs.set(name, [x, y]);
    return name;
  });
  const over = diagrams.choose(where, joined, diagrams.leaf(SAME));
  return [...outcomes(over, [])].flatMap((end) => {
    const pair = pairs.get(end);
    const witness =
      pair &&
      smallest(
        diagrams,
        diagrams.relabel(over, (other) => other === end),
      );
    return pair && witness ? [{ from: pair[0], to: pair[1], witness }] : [];
  });
}

/** A requirement or indicator that is not there and one that does not apply come to the same. */
const alike = (x: LeafValue, y: LeafValue): boolean => (x === ABSENT && y === false) || (x === false && y === ABSENT);
