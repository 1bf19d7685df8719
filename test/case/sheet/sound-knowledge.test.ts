import { expect, test } from 'vitest';
import { caseOfShape } from '../../../src/case/file/shape-check.ts';
import { readFacts } from '../../../src/case/sheet/read-facts.ts';
import type { Knowledge } from '../../../src/facts/knowledge.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { bookOf, caseAt, caseFiles } from '../../support/cases.ts';

/** Days long before, around and after what the worked cases tell. */
const DAYS = [
  '1990-01-01',
  '2012-06-01',
  '2024-01-01',
  '2025-01-15',
  '2025-08-01',
  '2026-03-01',
  '2027-01-01',
  '2031-05-05',
];

const isSound = (known: Knowledge): boolean => {
  if (known.kind === 'days') return known.days.from <= known.days.to;
  return known.kind === 'options' ? known.mask > 0 : known.span.lo >= 0 && known.span.lo <= known.span.hi;
};

type Case = ReturnType<typeof caseAt>;

/** Facts of a case, on all of these days, of which what is said can never be so. */
const unsound = (file: Case): string[] => {
  const { scope } = bookOf(file);
  return DAYS.flatMap((day) => {
    const { states } = readFacts(file, scope, day);
    return [...scope.facts.keys()].flatMap((fact) => {
      const known = states.get(fact)?.known;
      return known && !isSound(known) ? [`${day} ${fact} ${JSON.stringify(known)}`] : [];
    });
  });
};

test('whatever the day, what is known of a fact is something that can be', () => {
  expect(caseFiles.flatMap((path) => unsound(caseAt(path)).map((one) => `${path} ${one}`))).toEqual([]);
});

test.each([
  '{began: 2028-10-14, ended: open, category: EMO}',
  '{began: 2028-10, ended: open, category: NEG}',
  '{began: 2028-10-14, ended: 2029-01-01, category: SAB}',
  '{began: 2027, ended: 2024-01-01, category: SAB}',
])('nor where an earlier plan begins only after the day: %s', (plan) => {
  const text = `version: 1\ncase: EX-0001\npacks: [repeat-plans]\nprevious_plans: {complete: yes, plans: [${plan}]}\ndates: {conference_requested: 2028-11-19}\n`;
  const file = caseOfShape(readYaml(text).value);
  expect(file === undefined ? ['no case'] : unsound(file)).toEqual([]);
});
