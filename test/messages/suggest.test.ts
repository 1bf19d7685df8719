import { describe, expect, test } from 'vitest';
import { beginning, didYouMean, oneOf, quoted } from '../../src/messages/suggest.ts';

test('a word is quoted from its first letter, and a very long one by its first 60', () => {
  expect(beginning('')).toBe('');
  expect(beginning('a'.repeat(60))).toBe('a'.repeat(60));
  expect(beginning(`b${'a'.repeat(60)}`)).toBe(`b${'a'.repeat(59)}…`);
  expect(quoted(`b${'a'.repeat(60)}`)).toBe(`\`b${'a'.repeat(59)}\`.`);
});

describe('a name that is close is suggested', () => {
  const KNOWN = ['under_a_year', 'second_plan', 'secondary', 'no', 'on'];

  // biome-ignore format: one row a line
  test.each([
    ['seconplan', 'second_plan'],
    ['second_plam', 'second_plan'],
    ['under_year', 'under_a_year'],
    ['ni', 'no'],
    ['nn', 'no'],
    ['on', 'on'],
  ])('for %s: %s', (wrong, right) => {
    expect(didYouMean(wrong, KNOWN)).toBe(` Did you mean \`${right}\`?`);
  });

  test.each(['xx', 'under_a', 'third_plan_', `second_plan${'n'.repeat(50)}`])('for %s: none', (wrong) => {
    expect(didYouMean(wrong, KNOWN)).toBe('');
  });

  test('up to a third of its letters may differ, and one of a short one', () => {
    expect(didYouMean('abcdxx', ['abcdef'])).not.toBe('');
    expect(didYouMean('abcxxx', ['abcdef'])).toBe('');
    expect(didYouMean('ax', ['ab'])).not.toBe('');
    expect(didYouMean('xx', ['ab'])).toBe('');
  });
});

test('a list of names is read out, and cut after twelve', () => {
  expect(oneOf([])).toBe('');
  expect(oneOf(['a'])).toBe('`a`');
  expect(oneOf(['a', 'b'])).toBe('`a` or `b`');
  expect(oneOf(['a', 'b', 'c'])).toBe('`a`, `b` or `c`');
  expect(oneOf(['a', 'b', 'c'], 2)).toBe('`a`, `b` or 1 more');
});
