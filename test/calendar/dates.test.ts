import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Day,
  daysBetween,
  doubledMonths,
  fromDate,
  parseDate,
  plusDays,
  plusMonths,
  weekday,
} from '../../src/calendar/dates.ts';

describe('a date as it is written', () => {
  test.each([
    ['2024-02-03', '2024-02-03', '2024-02-03'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024', '2024-01-01', '2024-12-31'],
    [2024, '2024-01-01', '2024-12-31'],
    ['1900-01-01', '1900-01-01', '1900-01-01'],
    ['2199-12-31', '2199-12-31', '2199-12-31'],
  ])('%s is a day from %s to %s', (text, from, to) => {
    expect(parseDate(text)).toEqual({ from, to });
  });

  test.each([
    '2026-02-30',
    '2023-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-1-1',
    '2026-04-31',
    '1899-12-31',
    '2200-01-01',
    '26-01-01',
    '03/02/2024',
    '2024-02-03T00:00',
    ' 2024-02-03',
    'today',
    '',
    20240203,
    2024.5,
  ])('%s is not a date in the calendar', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('months are counted to the corresponding date, or to the last day of a shorter month', () => {
  test.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-05-15', 0, '2026-05-15'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(plusMonths(day, months)).toBe(then);
  });

  test.each([
    ['2024-02-29', '2025-02-27', 23, 'a day short of twelve months'],
    ['2024-02-29', '2025-02-28', 24, 'twelve months to the day'],
    ['2024-02-29', '2025-03-01', 25, 'twelve months and a day'],
    ['2025-02-28', '2026-02-27', 23, 'a day short of twelve months'],
    ['2025-02-28', '2026-02-28', 24, 'twelve months to the day'],
    ['2023-11-30', '2024-02-28', 5, 'a day short of three months'],
    ['2023-11-30', '2024-02-29', 6, 'three months to the day'],
    ['2023-11-30', '2024-03-01', 7, 'three months and a day'],
    ['2025-01-31', '2025-02-28', 2, 'one month to the day'],
    ['2025-01-31', '2025-03-30', 3, 'between one month and two'],
    ['2025-06-10', '2025-06-10', 0, 'no time at all'],
    ['2025-06-10', '2025-06-11', 1, 'a day'],
    ['2025-06-11', '2025-06-10', 0, 'none, where the second day is the earlier'],
  ])('from %s to %s the doubled months are %i: %s', (from, to, doubled) => {
    expect(doubledMonths(from, to)).toBe(doubled);
  });
});

const somewhen = fc
  .integer({ min: 0, max: Date.UTC(2199, 0, 1) / 86_400_000 - 1 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

/** The same sums without a time zone. */
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const plusInUtc = (day: Day, n: number): Day => new Date((utc(day) + n) * 86_400_000).toISOString().slice(0, 10);

describe('laws of the calendar', () => {
  test('a later day is never fewer months away', () => {
    fc.assert(
      fc.property(somewhen, somewhen, fc.nat(800), (from, to, more) => {
        expect(doubledMonths(from, plusInUtc(to, more))).toBeGreaterThanOrEqual(doubledMonths(from, to));
      }),
    );
  });

  test('an earlier beginning is never fewer months away', () => {
    fc.assert(
      fc.property(somewhen, somewhen, fc.nat(800), (from, to, more) => {
        expect(doubledMonths(plusInUtc(from, -more), to)).toBeGreaterThanOrEqual(doubledMonths(from, to));
      }),
    );
  });

  test('n months on is n full months, and the day before is not', () => {
    fc.assert(
      fc.property(somewhen, fc.integer({ min: 1, max: 240 }), (from, n) => {
        const then = plusMonths(from, n);
        expect(doubledMonths(from, then)).toBe(2 * n);
        expect(doubledMonths(from, plusInUtc(then, -1))).toBe(2 * n - 1);
      }),
    );
  });
});

describe.each(['Europe/London', 'UTC', 'Pacific/Apia', 'America/Havana', 'Pacific/Kiritimati'])(
  'on a machine in %s',
  (zone) => {
    const before = process.env.TZ;
    beforeEach(() => {
      process.env.TZ = zone;
    });
    afterEach(() => {
      process.env.TZ = before;
    });

    test('the zone is in force, so that the tests below say something', () => {
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    });

    test('every day from 1990 to 2040 is followed by the next, on the right day of the week', () => {
      const wrong = [];
      for (let day = '1990-01-01'; day < '2040-12-31'; day = plusInUtc(day, 1)) {
        const next = plusInUtc(day, 1);
        if (plusDays(day, 1) !== next || daysBetween(day, next) !== 1) wrong.push(day);
        if (weekday(day) !== (utc(day) + 4) % 7) wrong.push(`${day} (weekday)`);
        if (doubledMonths(day, next) !== 1) wrong.push(`${day} (months)`);
      }
      expect(wrong).toEqual([]);
    });

    test.each([
      ['2026-03-08', '2027-03-08', 24],
      ['2010-12-30', '2011-12-30', 24],
      ['2010-12-30', '2011-12-29', 23],
      ['2011-12-30', '2012-12-30', 24],
    ])(
      'from %s to %s, where midnight or the whole day was skipped somewhere, the doubled months are %i',
      (from, to, doubled) => {
        expect(doubledMonths(from, to)).toBe(doubled);
      },
    );

    test('today is the day on the wall', () => {
      expect(fromDate(new Date(2026, 2, 8, 23, 59))).toBe('2026-03-08');
      expect(fromDate(new Date(2026, 2, 8, 1, 0))).toBe('2026-03-08');
    });
  },
);
