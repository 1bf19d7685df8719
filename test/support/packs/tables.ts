import fc from 'fast-check';
import { type Diagram, Diagrams, isLeaf, type LeafValue } from '../../../src/logic/diagram.ts';
import { type World, worldsOf } from './brute.ts';

/** Numbers of regions of the variables in these tests. */
export const SIZES = [2, 3, 2, 4] as const;
export const WORLDS: readonly World[] = worldsOf(SIZES);

/** A function written out: one value per world. */
export type Table<T extends LeafValue = LeafValue> = readonly T[];

/** Functions that are simple in places, so that diagrams have something to share and to leave out. */
export const tables = <T extends LeafValue>(values: fc.Arbitrary<T>): fc.Arbitrary<Table<T>> =>
  fc
    .tuple(
      fc.subarray(
        SIZES.map((_, v) => v),
        { minLength: 0 },
      ),
      fc.array(values, { minLength: WORLDS.length, maxLength: WORLDS.length }),
    )
    .map(([looksAt, list]) =>
      WORLDS.map((world) => list[placeOf(world.map((r, v) => (looksAt.includes(v) ? r : 0)))] as T),
    );

export const flags = tables(fc.boolean());
export const ends = tables(fc.constantFrom('a', 'b', 'c'));

const placeOf = (world: World): number => world.reduce((at, region, v) => at * (SIZES[v] as number) + region, 0);

/** The value of a function in one world. */
export const at = <T extends LeafValue>(table: Table<T>, world: World): T => table[placeOf(world)] as T;

/** A function as a diagram. */
export function diagramOf(diagrams: Diagrams, table: Table): Diagram {
  const below = (world: World): Diagram => {
    const size = SIZES[world.length];
    if (size === undefined) return diagrams.leaf(at(table, world));
    return diagrams.branch(
      world.length,
      Array.from({ length: size }, (_, region) => below([...world, region])),
    );
  };
  return below([]);
}

/** Where a diagram ends in one world. */
export function endOf(d: Diagram, world: World): LeafValue {
  return isLeaf(d) ? d.leaf : endOf(d.children[world[d.variable] as number] as Diagram, world);
}

/** The function of a diagram, written out. */
export const tableOf = (d: Diagram): Table => WORLDS.map((world) => endOf(d, world));

/** Regions that are still possible, by variable: some ruled out, never all; undefined where none is. */
export const knowledge: fc.Arbitrary<(number | undefined)[]> = fc.tuple(
  ...SIZES.map((size) =>
    fc
      .oneof(
        fc.constant((1 << size) - 1),
        fc.nat(size - 1).map((r) => 1 << r),
        fc.integer({ min: 1, max: (1 << size) - 1 }),
      )
      .map((mask) => (mask === (1 << size) - 1 ? undefined : mask)),
  ),
);

export const fresh = (): Diagrams => new Diagrams();
