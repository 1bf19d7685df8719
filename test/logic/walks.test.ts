import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomes, shortest, size, support, truth } from '../../src/logic/walks.ts';
import { isOpen } from '../support/packs/brute.ts';
import { at, diagramOf, ends, flags, fresh, knowledge, SIZES, WORLDS } from '../support/packs/tables.ts';

test('the outcomes are those of the worlds that are still open, no more and no fewer', () => {
  fc.assert(
    fc.property(ends, knowledge, (f, known) => {
      const open = WORLDS.filter((world) => isOpen(world, known));
      expect(outcomes(diagramOf(fresh(), f), known)).toEqual(new Set(open.map((world) => at(f, world))));
    }),
  );
});

test('a condition is true or false where every open world agrees, and unknown where they differ', () => {
  fc.assert(
    fc.property(flags, knowledge, (f, known) => {
      const values = new Set(WORLDS.filter((world) => isOpen(world, known)).map((world) => at(f, world)));
      expect(truth(diagramOf(fresh(), f), known)).toBe(values.size === 1 ? values.has(true) : undefined);
    }),
  );
});

test('a diagram depends on a variable where changing that variable alone changes the end somewhere', () => {
  fc.assert(
    fc.property(ends, (f) => {
      const matters = (v: number): boolean =>
        WORLDS.some((world) =>
          Array.from({ length: SIZES[v] as number }).some((_, r) => at(f, world.with(v, r)) !== at(f, world)),
        );
      expect(support(diagramOf(fresh(), f))).toEqual(SIZES.map((_, v) => v).filter(matters));
    }),
  );
});

test('the shortest way to an end leads to it, and there is one wherever any world has that end', () => {
  fc.assert(
    fc.property(ends, (f) => {
      const d = diagramOf(fresh(), f);
      const way = shortest(d, (end) => end === 'a');
      expect(way !== undefined).toBe(f.includes('a'));
      if (!way) return;
      const known = SIZES.map((_, v) => (way.has(v) ? 1 << (way.get(v) as number) : undefined));
      expect([...outcomes(d, known)]).toEqual(['a']);
    }),
  );
});

test('a diagram that never branches has one node', () => {
  expect(size(fresh().yes)).toBe(1);
});
