import { describe, expect, test } from 'vitest';
import { readDay } from '../../../src/import/values/day.ts';

const read = (text: string, forms: ('iso' | 'day_first')[]): string => {
  const read = readDay(text, forms);
  return 'why' in read ? read.code : `${read.day}${read.hadTime ? ' with a time' : ''}`;
};

describe('a date where the return writes year, month and day', () => {
  test.each([
    ['2025-03-03', '2025-03-03'],
    ['2025-03-03 00:00:00.000', '2025-03-03'],
    ['2025-03-03T00:00:00Z', '2025-03-03'],
    ['2025-03-03T10:30', '2025-03-03 with a time'],
    ['2025-03-03T23:30:00+01:00', '2025-03-03 with a time'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', 'not_a_date'],
    ['2019-02-30', 'not_a_date'],
    ['2025-13-01', 'not_a_date'],
    ['03/04/2025', 'other_date_form'],
    ['25/04/2025', 'other_date_form'],
    ['03/04/25', 'short_year'],
    ['1066-04-13', 'year_out_of_range'],
    ['0001-01-01', 'year_out_of_range'],
    ['2200-01-01', 'year_out_of_range'],
    ['2025-03', 'not_a_date'],
    ['2025', 'not_a_date'],
    ['45719', 'not_a_date'],
    ['oops', 'not_a_date'],
  ])('%s is %s', (text, meant) => expect(read(text, ['iso'])).toBe(meant));
});

describe('a date where the return writes the day first', () => {
  test.each([
    ['03/04/2025', '2025-04-03'],
    ['3/4/2025', '2025-04-03'],
    ['03/04/2025 00:00', '2025-04-03'],
    ['03/04/2025 10:30:00', '2025-04-03 with a time'],
    ['2025-04-03', '2025-04-03'],
    ['31/06/2018', 'not_a_date'],
    ['29/02/2023', 'not_a_date'],
    ['12/13/2025', 'month_first'],
    ['13/13/2025', 'not_a_date'],
    ['03/04/25', 'short_year'],
    ['03-04-25', 'short_year'],
    ['01/01/1066', 'year_out_of_range'],
  ])('%s is %s', (text, meant) => expect(read(text, ['day_first', 'iso'])).toBe(meant));
});
