import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plusDays } from '../../src/calendar/dates.ts';
import { days, join, type Knowledge, meet, options, span } from '../../src/facts/knowledge.ts';

const day = (n: number): string => plusDays('2024-01-01', n);
const masks = fc.integer({ min: 1, max: 0b1111 }).map(options);
const spans = fc.tuple(fc.nat(30), fc.nat(30)).map(([lo, more]) => span(lo, lo + more));
const ranges = fc.tuple(fc.nat(30), fc.nat(30)).map(([from, more]) => days({ from: day(from), to: day(from + more) }));
const pairs = fc.oneof(fc.tuple(masks, masks), fc.tuple(spans, spans), fc.tuple(ranges, ranges));

/** Whether a value, as a place, number or day, is one that knowledge allows. */
function allows(known: Knowledge | undefined, n: number): boolean {
  if (known === undefined) return false;
  if (known.kind === 'options') return (known.mask & (1 << n)) !== 0;
  if (known.kind === 'span') return known.span.lo <= n && n <= known.span.hi;
  return known.days.from <= day(n) && day(n) <= known.days.to;
}

test('two sources together allow what both allow', () => {
  fc.assert(
    fc.property(pairs, fc.nat(70), ([a, b], n) => {
      const value = a.kind === 'options' ? n % 4 : n;
      expect(allows(meet(a, b), value)).toBe(allows(a, value) && allows(b, value));
    }),
  );
});

test('whichever of two sources is right, what it allows stays possible', () => {
  fc.assert(
    fc.property(pairs, fc.nat(70), ([a, b], n) => {
      const value = a.kind === 'options' ? n % 4 : n;
      if (allows(a, value) || allows(b, value)) expect(allows(join(a, b), value)).toBe(true);
    }),
  );
});

test('a day and a number have nothing in common', () => {
  expect(meet(days({ from: day(0), to: day(1) }), span(0, 1))).toBeUndefined();
});
