import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changes, restsOn } from '../../src/logic/reasons.ts';
import { outcomes } from '../../src/logic/walks.ts';
import { diagramOf, ends, fresh, knowledge, SIZES } from '../support/packs/tables.ts';

type Known = (number | undefined)[];

const only = (known: Known, kept: readonly number[]): Known =>
  known.map((mask, v) => (kept.includes(v) ? mask : undefined));

const subsets = (list: readonly number[]): number[][] => {
  const [first, ...others] = list;
  if (first === undefined) return [[]];
  return subsets(others).flatMap((subset) => [subset, [first, ...subset]]);
};

describe('what an outcome rests on', () => {
  test('is enough: with these facts alone the same outcomes remain', () => {
    fc.assert(
      fc.property(ends, knowledge, (f, known) => {
        const d = diagramOf(fresh(), f);
        expect(outcomes(d, only(known, restsOn(d, known)))).toEqual(outcomes(d, known));
      }),
    );
  });

  test('is the least: no smaller set of facts is enough', () => {
    fc.assert(
      fc.property(ends, knowledge, (f, known) => {
        const d = diagramOf(fresh(), f);
        const rests = restsOn(d, known);
        const smaller = subsets(SIZES.map((_, v) => v)).filter((subset) => subset.length < rests.length);
        for (const subset of smaller) expect(outcomes(d, only(known, subset))).not.toEqual(outcomes(d, known));
      }),
    );
  });

  test('is the first of the least in the order of the facts', () => {
    fc.assert(
      fc.property(ends, knowledge, (f, known) => {
        const d = diagramOf(fresh(), f);
        const rests = restsOn(d, known);
        const alike = subsets(SIZES.map((_, v) => v)).filter((subset) => subset.length === rests.length);
        const before = alike.filter((subset) => subset.join() < rests.join());
        for (const subset of before) expect(outcomes(d, only(known, subset))).not.toEqual(outcomes(d, known));
      }),
    );
  });

  test('leaves out of account an end that counts for nothing', () => {
    fc.assert(
      fc.property(ends, knowledge, (f, known) => {
        const d = diagramOf(fresh(), f);
        const without = (of: Known) => outcomes(d, of, 'c');
        expect(without(known)).toEqual(new Set([...outcomes(d, known)].filter((end) => end !== 'c')));
        const rests = restsOn(d, known, 'c');
        expect(without(only(known, rests))).toEqual(without(known));
        const smaller = subsets(SIZES.map((_, v) => v)).filter((subset) => subset.length < rests.length);
        for (const subset of smaller) expect(without(only(known, subset))).not.toEqual(without(known));
      }),
    );
  });
});

/** Every change of these settled variables, region by region. */
function moves(known: Known, variables: readonly number[]): Map<number, number>[] {
  return variables.reduce<Map<number, number>[]>(
    (all, v) =>
      all.flatMap((map) =>
        Array.from({ length: SIZES[v] as number }, (_, r) => r)
          .filter((r) => known[v] !== 1 << r)
          .map((r) => new Map([...map, [v, r]])),
      ),
    [new Map()],
  );
}

const changed = (known: Known, to: ReadonlyMap<number, number>): Known =>
  known.map((mask, v) => (to.has(v) ? 1 << (to.get(v) as number) : mask));

const settled = (known: Known): number[] =>
  SIZES.map((_, v) => v).filter(
    (v) => known[v] !== undefined && ((known[v] as number) & ((known[v] as number) - 1)) === 0,
  );

const text = (map: ReadonlyMap<number, number>): string => JSON.stringify([...map].sort(([a], [b]) => a - b));

describe('what would change an outcome', () => {
  test('lists every single change of a known fact that does, and no other', () => {
    fc.assert(
      fc.property(ends, knowledge, (f, known) => {
        const d = diagramOf(fresh(), f);
        const singles = settled(known).flatMap((v) => moves(known, [v]));
        const real = singles.filter((to) => !same(outcomes(d, changed(known, to)), outcomes(d, known)));
        const listed = changes(d, known, SIZES).filter(({ to }) => to.size === 1);
        expect(listed.map(({ to }) => text(to)).sort()).toEqual(real.map(text).sort());
      }),
    );
  });

  test('lists every pair of changes that does where neither change alone would, and no other', () => {
    fc.assert(
      fc.property(ends, knowledge, (f, known) => {
        const d = diagramOf(fresh(), f);
        const alters = (to: ReadonlyMap<number, number>) => !same(outcomes(d, changed(known, to)), outcomes(d, known));
        const pairs = settled(known).flatMap((v, i, all) => all.slice(i + 1).flatMap((w) => moves(known, [v, w])));
        const real = pairs.filter((to) => alters(to) && [...to].every((one) => !alters(new Map([one]))));
        const listed = changes(d, known, SIZES).filter(({ to }) => to.size === 2);
        expect(listed.map(({ to }) => text(to)).sort()).toEqual(real.map(text).sort());
      }),
    );
  });

  test('says truly to which outcomes each change leads', () => {
    fc.assert(
      fc.property(ends, knowledge, (f, known) => {
        const d = diagramOf(fresh(), f);
        for (const { to, leads } of changes(d, known, SIZES)) expect(leads).toEqual(outcomes(d, changed(known, to)));
      }),
    );
  });
});

const same = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean =>
  a.size === b.size && [...a].every((x) => b.has(x));
