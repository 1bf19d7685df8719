import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagrams, TooManyNodes } from '../../src/logic/diagram.ts';
import { outcomes } from '../../src/logic/walks.ts';
import { isOpen } from '../support/packs/brute.ts';
import {
  at,
  diagramOf,
  endOf,
  ends,
  flags,
  fresh,
  knowledge,
  SIZES,
  tableOf,
  WORLDS,
} from '../support/packs/tables.ts';

describe('a diagram', () => {
  test('ends in every world where its function says', () => {
    fc.assert(
      fc.property(ends, (f) => {
        expect(tableOf(diagramOf(fresh(), f))).toEqual(f);
      }),
    );
  });

  test('is the same object as every other that means the same, however it came about', () => {
    fc.assert(
      fc.property(flags, flags, (f, g) => {
        const diagrams = fresh();
        const [a, b] = [diagramOf(diagrams, f), diagramOf(diagrams, g)];
        expect(diagrams.not(diagrams.not(a))).toBe(a);
        expect(diagrams.and(a, b)).toBe(diagrams.and(b, a));
        expect(diagrams.not(diagrams.and(a, b))).toBe(diagrams.or(diagrams.not(a), diagrams.not(b)));
        expect(diagramOf(diagrams, tableOf(diagrams.or(a, b)))).toBe(diagrams.or(a, b));
      }),
    );
  });

  test('tests one variable by its regions', () => {
    const diagrams = fresh();
    const d = diagrams.test(3, SIZES[3], 0b1010);
    for (const world of WORLDS) expect(endOf(d, world)).toBe(world[3] === 1 || world[3] === 3);
    expect(diagrams.test(3, SIZES[3], 0b1111)).toBe(diagrams.yes);
    expect(diagrams.test(3, SIZES[3], 0)).toBe(diagrams.no);
  });
});

describe('two diagrams together', () => {
  test('choose takes one where the condition holds, and the other elsewhere', () => {
    fc.assert(
      fc.property(flags, ends, ends, (c, f, g) => {
        const diagrams = fresh();
        const [condition, yes, no] = [c, f, g].map((table) => diagramOf(diagrams, table));
        const d = diagrams.choose(condition as never, yes as never, no as never);
        expect(tableOf(d)).toEqual(WORLDS.map((world) => (at(c, world) ? at(f, world) : at(g, world))));
      }),
    );
  });

  test('all and any hold where every one and where one of them holds; all of none holds, any of none does not', () => {
    fc.assert(
      fc.property(fc.array(flags, { maxLength: 4 }), (list) => {
        const diagrams = fresh();
        const ds = list.map((table) => diagramOf(diagrams, table));
        expect(tableOf(diagrams.all(ds))).toEqual(WORLDS.map((world) => list.every((f) => at(f, world))));
        expect(tableOf(diagrams.any(ds))).toEqual(WORLDS.map((world) => list.some((f) => at(f, world))));
      }),
    );
  });

  test('combine joins the ends of both, and relabel gives each end another name', () => {
    fc.assert(
      fc.property(ends, ends, (f, g) => {
        const diagrams = fresh();
        const both = diagrams.combine(diagramOf(diagrams, f), diagramOf(diagrams, g), (x, y) => `${x}${y}`);
        expect(tableOf(both)).toEqual(WORLDS.map((world) => `${at(f, world)}${at(g, world)}`));
        expect(tableOf(diagrams.relabel(both, (end) => end === 'ab'))).toEqual(
          WORLDS.map((world) => at(f, world) === 'a' && at(g, world) === 'b'),
        );
      }),
    );
  });
});

describe('what remains of a diagram', () => {
  test('once regions are ruled out, it agrees wherever the world is still open', () => {
    fc.assert(
      fc.property(ends, knowledge, (f, known) => {
        const diagrams = fresh();
        const rest = diagrams.restrict(diagramOf(diagrams, f), known);
        for (const world of WORLDS.filter((w) => isOpen(w, known))) expect(endOf(rest, world)).toBe(at(f, world));
        expect(outcomes(rest, [])).toEqual(outcomes(diagramOf(diagrams, f), known));
      }),
    );
  });

  test('within a condition, it agrees wherever the condition holds, and ends nowhere that the condition rules out', () => {
    fc.assert(
      fc.property(ends, flags, (f, c) => {
        fc.pre(c.includes(true));
        const diagrams = fresh();
        const rest = diagrams.within(diagramOf(diagrams, f), diagramOf(diagrams, c));
        const open = WORLDS.filter((world) => at(c, world));
        for (const world of open) expect(endOf(rest, world)).toBe(at(f, world));
        expect(outcomes(rest, [])).toEqual(new Set(open.map((world) => at(f, world))));
      }),
    );
  });
});

test('a decision space that needs more branches than the limit is refused, and nothing is claimed about it', () => {
  const parity = WORLDS.map((world) => world.reduce((a, b) => a + b, 0) % 2 === 0);
  expect(() => diagramOf(new Diagrams(5), parity)).toThrow(TooManyNodes);
  expect(() => diagramOf(new Diagrams(5), parity)).toThrow('more than 5 branches');
});
