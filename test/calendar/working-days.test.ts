import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { plusDays } from '../../src/calendar/dates.ts';
import { readCalendar } from '../../src/calendar/holidays-schema.ts';
import {
  type Calendar,
  isWorkingDay,
  NO_CALENDAR,
  plusWorkingDays,
  workingDaysBetween,
  yearsInWords,
} from '../../src/calendar/working-days.ts';
import { readYaml } from '../../src/yaml/read.ts';

const shipped = readCalendar(readYaml(readFileSync('policies/bank-holidays.yaml', 'utf8'))).data as Calendar;

const Holidays = createRequire(import.meta.url)('date-holidays') as typeof import('date-holidays').default;
const oracle = new Holidays('GB', 'ENG');
const isPublic = (year: number): Set<string> =>
  new Set(
    oracle
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  );

describe('working days', () => {
  const years = Array.from({ length: 16 }, (_, i) => 2013 + i);

  it.each(years)('agree with the oracle on every day of %i', (year) => {
    const holidays = isPublic(year);
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = plusDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
      expect([day, isWorkingDay(day, shipped)]).toEqual([day, !weekend && !holidays.has(day)]);
    }
  });

  it.each([
    ['2012-06-04', 'the spring holiday moved to June in 2012'],
    ['2012-06-05', 'the one-off day of 2012'],
    ['2020-05-08', 'the May holiday moved in 2020'],
    ['2022-06-02', 'the spring holiday moved in 2022'],
    ['2022-06-03', 'the first one-off day of 2022'],
    ['2022-09-19', 'the second one-off day of 2022'],
    ['2023-05-08', 'the one-off day of 2023'],
    ['2027-12-27', 'the substitute for Christmas Day 2027'],
    ['2027-12-28', 'the substitute for Boxing Day 2027'],
  ])('do not count %s, %s', (day) => {
    expect(isWorkingDay(day, shipped)).toBe(false);
  });

  it.each([
    ['2012-05-28', 'the usual Monday of a holiday that had moved'],
    ['2020-05-04', 'the usual Monday of a holiday that had moved'],
    ['2022-05-30', 'the usual Monday of a holiday that had moved'],
  ])('count %s, %s', (day) => {
    expect(isWorkingDay(day, shipped)).toBe(true);
  });

  it.each([
    ['2026-12-18', 15, '2027-01-13', ['2026-12-25', '2026-12-28', '2027-01-01']],
    ['2026-12-14', 10, '2026-12-30', ['2026-12-25', '2026-12-28']],
    ['2026-12-24', 1, '2026-12-29', ['2026-12-25', '2026-12-28']],
    ['2026-12-26', 1, '2026-12-29', ['2026-12-28']],
    ['2024-02-28', 2, '2024-03-01', []],
  ])('from %s, %i later is %s', (from, n, day, notCounted) => {
    expect(plusWorkingDays(from, n, shipped)).toEqual({ day, notCounted });
    expect(workingDaysBetween(from, day, shipped)).toBe(n);
  });

  it('are never guessed beyond the years of the list', () => {
    expect(plusWorkingDays('2028-12-20', 10, shipped)).toBeUndefined();
    expect(plusWorkingDays('2011-12-01', 3, shipped)).toBeUndefined();
    expect(workingDaysBetween('2028-12-20', '2029-01-10', shipped)).toBeUndefined();
    expect(isWorkingDay('2029-01-02', shipped)).toBeUndefined();
    expect(plusWorkingDays('2026-11-20', 1, NO_CALENDAR)).toBeUndefined();
  });

  it('name the years of the list', () => {
    expect(yearsInWords(shipped)).toBe('2012 to 2028');
    expect(yearsInWords({ years: new Set([2020, 2022, 2023]), holidays: new Set() })).toBe('2020, 2022 to 2023');
    expect(yearsInWords(NO_CALENDAR)).toBe('no year');
  });
});
