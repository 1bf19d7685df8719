import { describe, expect, test } from 'vitest';
import { dayInWords, rangeInWords } from '../../src/calendar/date-words.ts';
import { parseDate } from '../../src/calendar/dates.ts';

describe('a date in words', () => {
  test.each([
    ['2024-02-03', '3 February 2024'],
    ['2024-02', 'February 2024'],
    ['2023-02', 'February 2023'],
    ['2024-12', 'December 2024'],
    ['2024', '2024'],
  ])('%s is "%s"', (text, words) => {
    expect(rangeInWords(parseDate(text) as never)).toBe(words);
  });

  test.each([
    ['2024-02-01', '2024-02-28', 'between 1 February 2024 and 28 February 2024'],
    ['2024-02-01', '2025-02-28', 'between 1 February 2024 and 28 February 2025'],
    ['2024-01-01', '2025-12-31', 'between 1 January 2024 and 31 December 2025'],
  ])('from %s to %s it is "%s"', (from, to, words) => {
    expect(rangeInWords({ from, to })).toBe(words);
  });

  test('a day is written without a zero in front', () => {
    expect(dayInWords('2026-05-01')).toBe('1 May 2026');
  });
});
