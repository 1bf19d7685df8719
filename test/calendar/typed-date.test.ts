import { describe, expect, it } from 'vitest';
import { readTypedDate, storedInWords } from '../../src/calendar/typed-date.ts';

const AS_AT = '2026-11-22';

describe('a date is read as people in England type it', () => {
  it.each<[string, string | number, string]>([
    ['3/2/24', '2024-02-03', '3 February 2024'],
    ['3/2/2024', '2024-02-03', '3 February 2024'],
    ['03.02.2024', '2024-02-03', '3 February 2024'],
    ['3-2-24', '2024-02-03', '3 February 2024'],
    ['3 2 2024', '2024-02-03', '3 February 2024'],
    ['3 Feb 2024', '2024-02-03', '3 February 2024'],
    ['3rd of February 2024', '2024-02-03', '3 February 2024'],
    ['3 february 24', '2024-02-03', '3 February 2024'],
    ['3Feb24', '2024-02-03', '3 February 2024'],
    ['Feb 3, 2024', '2024-02-03', '3 February 2024'],
    ['2024-02-03', '2024-02-03', '3 February 2024'],
    ['2024-2-3', '2024-02-03', '3 February 2024'],
    ['Feb 2024', '2024-02', 'February 2024'],
    ['sept 2024', '2024-09', 'September 2024'],
    ['feb 24', '2024-02', 'February 2024'],
    ['2/2024', '2024-02', 'February 2024'],
    ['2024-02', '2024-02', 'February 2024'],
    ['2024', 2024, '2024'],
    [' 29 feb 2024 ', '2024-02-29', '29 February 2024'],
    ['1/1/36', '2036-01-01', '1 January 2036'],
    ['1/1/37', '1937-01-01', '1 January 1937'],
    ['12/11/10', '2010-11-12', '12 November 2010'],
  ])('%s', (typed, stored, words) => {
    expect(readTypedDate(typed, AS_AT)).toBe(stored);
    expect(storedInWords(stored)).toBe(words);
  });

  it.each([
    ['31/2/2025', 'There is no 31 February 2025 in the calendar. Check the date.'],
    ['29 Feb 2025', 'There is no 29 February 2025 in the calendar. Check the date.'],
    ['2/13/2024', 'There is no month 13. The day comes first: type it like 3/2/2024, 3 Feb 2024, Feb 2024 or 2024.'],
    ['2/24', 'This is not a date that can be read. Type it like 3/2/2024, 3 Feb 2024, Feb 2024 or 2024.'],
    ['ma 2024', 'This is not a date that can be read. Type it like 3/2/2024, 3 Feb 2024, Feb 2024 or 2024.'],
    ['last spring', 'This is not a date that can be read. Type it like 3/2/2024, 3 Feb 2024, Feb 2024 or 2024.'],
    ['0/2/2024', 'There is no 0 February 2024 in the calendar. Check the date.'],
    ['3/2/1850', 'There is no 3 February 1850 in the calendar. Check the date.'],
    ['', 'This is not a date that can be read. Type it like 3/2/2024, 3 Feb 2024, Feb 2024 or 2024.'],
  ])('%s is refused with a sentence', (typed, problem) => {
    expect(readTypedDate(typed, AS_AT)).toEqual({ problem });
  });
});
