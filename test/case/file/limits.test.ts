import { expect, test } from 'vitest';
import { MOST_VALUES } from '../../../src/case/file/limits.ts';
import { readCase } from '../../../src/case/file/read-case.ts';

/** What is wrong with a case file that holds so many values, groups and lists counted. */
const codesFor = (values: number): string[] => {
  const answers = Array.from({ length: values - 3 }, (_, i) => `  fact_${i}: yes`);
  return readCase(['version: 1', 'case: EX-0001', 'answers:', ...answers, ''].join('\n')).diagnostics.map(
    ({ code }) => code,
  );
};

test('a case file may hold the most values, and not one more', () => {
  expect(codesFor(MOST_VALUES)).toEqual([]);
  expect(codesFor(MOST_VALUES + 1)).toHaveLength(1);
});
