import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Concern, itemOf, LEVELS } from '../../src/assess/case/concern.ts';
import { Tally } from '../../src/check/tally.ts';
import type { Locate } from '../../src/messages/diagnostic.ts';
import { known, safe } from '../../src/messages/safe.ts';

const locate: Locate = () => ({ line: 1, column: 1 });

const deadline = (rule: string, days: number): Concern => ({
  ...({
    level: days < 0 ? 'overdue' : 'outstanding',
    rule: known(rule),
    about: 'deadline',
    clauses: [safe`EX-1`],
    days,
  } as const),
  ...({ says: safe`Something is due.`, path: [], at: 'key' } as const),
});

const summaryOf = (concerns: readonly Concern[], { max = 0, within = 30 }: { max?: number; within?: number } = {}) => {
  const tally = new Tally('overdue', max, within);
  concerns.forEach((concern, i) => {
    tally.checked({ path: `${i}.yaml`, case: `EX-${i}` }, [concern], locate);
  });
  return tally.summary({ others: 0, stale: [] });
};

test('a run that has looked at nothing counts nothing', () => {
  const empty = new Tally('overdue', 0, undefined);
  expect(empty.seen).toBe(0);
  expect(empty.summary({ others: 0, stale: [] })).toMatchObject({ checked: 0, unread: 0, accepted: 0, sharing: 0 });
});

describe('the nearest deadlines', () => {
  const next = (concerns: readonly Concern[]): (readonly [string, number])[] =>
    summaryOf(concerns).due?.next.map(({ rule, days }) => [rule, days] as const) ?? [];

  test('stand in the order of their days, and of two on the same day the one found first comes first', () => {
    const found = [deadline('c', 5), deadline('a', 3), deadline('d', 5), deadline('b', 3), deadline('e', 5)];
    expect(next(found).map(([rule]) => rule)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('are ten at most, and one on the same day as the tenth does not push it out', () => {
    const found = Array.from({ length: 12 }, (_, i) => deadline(`r${i}`, 7));
    expect(next(found).map(([rule]) => rule)).toEqual(found.slice(0, 10).map(({ rule }) => rule));
    expect(next([...found, deadline('near', 6)])[0]).toEqual(['near', 6]);
    expect(next([...found, deadline('near', 6)])).toHaveLength(10);
  });

  test('are counted from today to the last day asked about', () => {
    const days = [-1, 0, 30, 31];
    expect(summaryOf(days.map((n) => deadline(`r${n}`, n))).due?.count).toBe(2);
  });
});

test('the one longest past its day is named, and of two the one found first', () => {
  const found = [deadline('a', -3), deadline('b', -9), deadline('c', -9), deadline('d', -1)];
  expect(summaryOf(found).oldest).toMatchObject({ rule: 'b', days: -9, file: '1.yaml' });
  expect(summaryOf([deadline('a', 0)]).oldest).toBeUndefined();
});

test('a run fails once more is found than is let pass', () => {
  const two = [deadline('a', -3), deadline('b', -9), deadline('c', 4)];
  expect([0, 1, 2, 3].map((max) => summaryOf(two, { max }).fails)).toEqual([true, true, false, false]);
});

test('however a run is split, the tallies of its parts add up to that of the whole', () => {
  const concern = fc.record({
    level: fc.constantFrom(...LEVELS),
    rule: fc.constantFrom('a', 'b').map(known),
    clauses: fc.subarray(['EX-1', 'EX-2', 'EX-3'].map(known)),
    days: fc.option(fc.integer({ min: -4, max: 12 }), { nil: undefined }),
    who: fc.constantFrom(undefined, known('Reviewing officer'), known('Social worker')),
  });
  const weighed = concern.map(
    (one): Concern => ({ ...one, about: 'deadline', says: safe`Something is due.`, path: [], at: 'key' }),
  );
  const files = fc.array(fc.array(weighed, { maxLength: 4 }), { maxLength: 24 });
  fc.assert(
    fc.property(files, fc.array(fc.nat(24), { maxLength: 5 }), (all, cuts) => {
      const count = (from: number, to: number): Tally => {
        const tally = new Tally('overdue', 1, 10);
        for (const [i, list] of all.slice(from, to).entries()) {
          tally.checked({ path: `${from + i}.yaml`, case: `EX-${from + i}` }, list, locate);
          tally.accepted(list.length);
          if (list.length === 1) tally.shares();
          if (list.length === 2)
            tally.unread({ path: 'x', items: list.map((one) => itemOf(one, { line: 1, column: 1 })) });
        }
        return tally;
      };
      const sum = new Tally('overdue', 1, 10);
      const ends = [...cuts.filter((cut) => cut < all.length), all.length].sort((a, b) => a - b);
      for (const [i, end] of ends.entries()) sum.add(structuredClone(count(ends[i - 1] ?? 0, end).counted));
      const ending = { others: 0, stale: [] };
      expect(sum.summary(ending)).toEqual(count(0, all.length).summary(ending));
      expect(sum.seen).toBe(count(0, all.length).seen);
    }),
  );
});
