import { describe, expect, test } from 'vitest';
import type { CaseRow } from '../../../src/report/team/case-row.ts';
import { caseFiles } from '../../support/cases.ts';
import { cohortFrom, rowOf, TEN } from './support.ts';

const ofTen = cohortFrom(TEN);

// Counted by hand from the ten rows of case-row.test.ts
const BY_HAND: Readonly<Record<string, number>> = {
  cases: 10,
  'on_plan.yes': 4,
  'on_plan.no': 3,
  'on_plan.unknown': 3,
  'dual.yes': 2,
  plans: 9,
  'number.first': 1,
  more: 6,
  'number.second': 5,
  'number.third': 1,
  'number.later': 0,
  'number.unknown': 2,
  'gap.under_12': 1,
  'gap.from_12': 0,
  'gap.from_24': 5,
  'category.same': 6,
  'category.different': 0,
  'length.from_6': 5,
  'length.from_18': 1,
  'time.from_3': 2,
  'time.from_6': 2,
  'quarter.2026-1': 1,
  'quarter.2026-2': 4,
  'quarter.2026-2.first': 1,
  'quarter.2026-2.more': 3,
  'quarter.2026-3': 2,
  'quarter.2026-4': 2,
  'quarter.2026-4.soon': 1,
  'quarter.2026-4.same': 2,
};

test.each(Object.entries(BY_HAND))('of ten cases, %s is %i', (key, count) => {
  expect(ofTen.figures.get(key)).toBe(count);
});

/** Every figure once more, from the rows alone, as somebody would count them in a spreadsheet. */
const RECOUNT: Readonly<Record<string, (row: CaseRow) => boolean>> = {
  cases: () => true,
  'on_plan.yes': (r) => r.on_plan === 'yes',
  'on_plan.no': (r) => r.on_plan === 'no',
  'on_plan.unknown': (r) => r.on_plan === 'unknown',
  'dual.yes': (r) => r.on_plan === 'yes' && r.looked_after === 'yes',
  plans: (r) => r.on_plan === 'yes' || r.plan_number.min !== null,
  'number.first': (r) => r.plan_number.min === 1 && r.plan_number.max === 1,
  'number.second': (r) => r.plan_number.min === 2 && r.plan_number.max === 2,
  'number.third': (r) => r.plan_number.min === 3 && r.plan_number.max === 3,
  'number.later': (r) => (r.plan_number.min ?? 0) > 3,
  more: (r) => (r.plan_number.min ?? 0) > 1,
  'gap.under_12': (r) => isMore(r) && known(r.months_between_plans) && (r.months_between_plans.max as number) <= 11,
  'gap.from_12': (r) => isMore(r) && within(r.months_between_plans, 12, 23),
  'gap.from_24': (r) => isMore(r) && within(r.months_between_plans, 24, 59),
  'category.same': (r) => isMore(r) && r.category_now !== null && r.category_now === r.category_before,
  'length.from_6': (r) => isMore(r) && within(r.last_plan_months, 6, 11),
  'length.from_15': (r) => isMore(r) && within(r.last_plan_months, 15, 17),
  'time.under_3': (r) => r.on_plan === 'yes' && within(r.months_on_plan, 0, 2),
  'time.from_6': (r) => r.on_plan === 'yes' && within(r.months_on_plan, 6, 11),
  'time.from_24': (r) => r.on_plan === 'yes' && (r.months_on_plan.min ?? 0) >= 24,
};

const known = ({ max }: CaseRow['plan_number']): boolean => max !== null;
const within = ({ min, max }: CaseRow['plan_number'], from: number, to: number): boolean =>
  min !== null && max !== null && min >= from && max <= to;
const isMore = (row: CaseRow): boolean => (row.plan_number.min ?? 0) > 1;

describe('of all worked cases', () => {
  const all = cohortFrom(caseFiles);
  const rows = caseFiles.map(rowOf);

  test.each(Object.keys(RECOUNT))('%s is what the rows give', (key) => {
    expect(all.figures.get(key)).toBe(rows.filter(RECOUNT[key] as (row: CaseRow) => boolean).length);
  });

  test('outcomes, clauses and what is missing are what the rows give', () => {
    const often = (of: (row: CaseRow) => readonly string[], prefix: string): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const key of rows.flatMap(of)) counts[`${prefix}.${key}`] = (counts[`${prefix}.${key}`] ?? 0) + 1;
      return counts;
    };
    const outcomes = (row: CaseRow): string[] =>
      Object.entries(row.questions).flatMap(([id, { outcome }]) => (outcome === null ? [] : [`${id}.${outcome}`]));
    const wanted = {
      ...often((row) => row.missing, 'missing'),
      ...often((row) => row.overdue_clauses, 'overdue'),
      ...often((row) => row.past_due_clauses, 'past_due'),
      ...often(outcomes, 'outcome'),
      ...often((row) => (row.dual_status === 'yes' ? outcomes(row) : []), 'with_both'),
    };
    const has = [...all.figures].filter(([key]) => /^(missing|overdue|past_due|outcome|with_both)\./.test(key));
    expect(Object.fromEntries(has)).toEqual(wanted);
  });

  test('every sum adds up', () => {
    const of = (key: string): number => all.figures.get(key) ?? 0;
    const wrong = all.sums.filter(({ total, parts }) => of(total) !== parts.reduce((sum, part) => sum + of(part), 0));
    expect(wrong).toEqual([]);
  });
});
