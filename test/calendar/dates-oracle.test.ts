import { addDays, addMonths, differenceInCalendarDays } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, doubledMonths, fromDate, plusDays, plusMonths } from '../../src/calendar/dates.ts';

// Days are texts here and are counted without `Date`; a well-known library is the second opinion.

const date = fc.date({ min: new Date(1950, 0, 1), max: new Date(2150, 11, 31), noInvalidDate: true });

describe('days and months counted over texts agree with date-fns', () => {
  test('days and months later', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (start, n) => {
        const day = fromDate(start);
        expect(plusDays(day, n)).toBe(fromDate(addDays(start, n)));
        expect(plusMonths(day, n)).toBe(fromDate(addMonths(start, n)));
      }),
      { numRuns: 5_000 },
    );
  });

  test('days between, and the last corresponding date that has been reached', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        expect(daysBetween(fromDate(from), fromDate(to))).toBe(differenceInCalendarDays(to, from));
        const full = Math.floor(doubledMonths(fromDate(from), fromDate(to)) / 2);
        expect(fromDate(addMonths(from, full)) <= fromDate(to)).toBe(true);
        expect(fromDate(addMonths(from, full + 1)) > fromDate(to)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
