import { describe, expect, test } from 'vitest';
import { assessedText } from '../../support/cases.ts';

const said = (text: string): string[] =>
  assessedText(text).diagnostics.map(({ code, severity, path }) => `${severity} ${code} ${path.join('.')}`);

const plans = (...list: string[]): string => `previous_plans: {plans: [${list.join(', ')}]}`;

describe('one plan', () => {
  test.each([
    [
      'that ends before it begins is an error',
      plans('{began: 2024-05-01, ended: 2024-04-30}'),
      ['error plan_ends_before_start previous_plans.plans.0.ended'],
    ],
    ['that may end before it begins is not', plans('{began: 2024-05-20, ended: 2024-05}'), []],
    [
      'of one day is queried',
      plans('{began: 2024-05-01, ended: 2024-05-01}'),
      ['warning plan_of_no_length previous_plans.plans.0.ended'],
    ],
    ['of one month, by its dates, is not', plans('{began: 2024-05, ended: 2024-05}'), []],
    [
      'that ends after today is an error',
      plans('{began: 2024-05-01, ended: 2026-05-22}'),
      ['error plan_in_future previous_plans.plans.0.ended'],
    ],
    ['that ends today is not', plans('{began: 2024-05-01, ended: 2026-05-21}'), []],
    ['that ends in the month of today is not', plans('{began: 2024-05-01, ended: 2026-05}'), []],
    [
      'that begins after today is an error',
      'current_plan: {began: 2026-05-22}',
      ['error plan_in_future current_plan.began'],
    ],
    [
      'that is earlier and open is queried',
      plans('{began: 2024-05-01, ended: open}'),
      ['warning previous_plan_open previous_plans.plans.0.ended'],
    ],
    [
      'that begins before the child is born is right',
      'child: {born: 2025-02-11}\nprevious_plans: {plans: [{began: 2024-12-17, ended: 2025-09-16}]}',
      [],
    ],
  ])('%s', (_, text, remarks) => {
    expect(said(text)).toEqual(remarks);
  });
});

describe('two plans', () => {
  test.each([
    [
      'that overlap in one authority are an error',
      plans(
        '{authority: A, began: 2020-01-01, ended: 2021-06-01}',
        '{authority: A, began: 2021-05-31, ended: 2022-01-01}',
      ),
      ['error overlapping_plans previous_plans.plans.1'],
    ],
    [
      'that overlap in two are a query',
      plans(
        '{authority: A, began: 2020-01-01, ended: 2021-06-01}',
        '{authority: B, began: 2021-05-31, ended: 2022-01-01}',
      ),
      ['warning overlapping_plans previous_plans.plans.1'],
    ],
    [
      'of which one ends on the day on which the other begins do not overlap',
      plans(
        '{authority: A, began: 2020-01-01, ended: 2021-06-01}',
        '{authority: A, began: 2021-06-01, ended: 2022-01-01}',
      ),
      [],
    ],
    [
      'that may overlap, by the month, do not for certain',
      plans('{authority: A, began: 2020-01-01, ended: 2021-06}', '{authority: A, began: 2021-06, ended: 2022-01-01}'),
      [],
    ],
    [
      'that overlap whatever the days are, are an error',
      plans('{authority: A, began: 2020, ended: 2022}', '{authority: A, began: 2021-03, ended: 2021-06}'),
      ['error overlapping_plans previous_plans.plans.1'],
    ],
    [
      'of which one is in force now overlap with it',
      'previous_plans: {plans: [{authority: A, began: 2024-01-09, ended: 2026-02-03}]}\ncurrent_plan: {authority: A, began: 2026-01-06}',
      ['error overlapping_plans current_plan'],
    ],
  ])('%s', (_, text, remarks) => {
    expect(said(text)).toEqual(remarks);
  });

  test('that are both open are an error in one authority, and a query in two', () => {
    const text = (other: string) =>
      `previous_plans: {plans: [{authority: A, ended: open}]}\ncurrent_plan: {authority: ${other}}`;
    expect(said(text('A'))).toContain('error two_open_plans current_plan');
    expect(said(text('B'))).toContain('warning two_open_plans current_plan');
  });

  test.each([
    ['the first', '{authority: A, began: 2026-01-06}', '{began: 2026-02-03}'],
    ['either', '{began: 2026-01-06}', '{began: 2026-02-03}'],
  ])('are not said to be in one authority where that of %s is not given', (_, previous, current) => {
    const text = `previous_plans: {plans: [${previous.replace('}', ', ended: 2026-03-10}')}]}\ncurrent_plan: ${current}`;
    const [remark] = assessedText(text).diagnostics;
    expect(remark).toMatchObject({ severity: 'error', code: 'overlapping_plans' });
    expect(remark?.says).toContain('it is not given in which authority each was');
  });

  test('before a third that overlaps both are said pair by pair', () => {
    const all = [
      '{authority: A, began: 2020, ended: 2021}',
      '{authority: A, began: 2022, ended: 2023}',
      '{authority: A, began: 2019, ended: 2025}',
    ];
    expect(said(plans(...all))).toHaveLength(2);
  });
});

describe('a count', () => {
  test.each([
    [
      'below the list is an error',
      'previous_plans: {count: 0, plans: [{}]}',
      ['error plan_count previous_plans.count'],
    ],
    ['above a list that may be short is right', 'previous_plans: {count: 2, plans: [{}]}', []],
    [
      'above a complete list is an error',
      'previous_plans: {complete: yes, count: 2, plans: [{}]}',
      ['error plan_count previous_plans.count'],
    ],
    ['of none beside a complete list of none is right', 'previous_plans: {complete: yes, count: 0, plans: []}', []],
  ])('%s', (_, text, remarks) => {
    expect(said(text)).toEqual(remarks);
  });
});

describe('a conference', () => {
  test.each([
    [
      'on a Saturday is queried',
      'dates: {initial_conference: 2026-05-30}',
      ['warning conference_at_weekend dates.initial_conference'],
    ],
    [
      'on a Sunday is queried',
      'dates: {first_review_conference: {value: 2026-05-31}}',
      ['warning conference_at_weekend dates.first_review_conference'],
    ],
    ['on a Monday is not', 'dates: {initial_conference: 2026-06-01}', []],
    ['in a month is not', 'dates: {initial_conference: 2026-05}', []],
    ['that is awaited is not', 'dates: {initial_conference: {unknown: awaited}}', []],
  ])('%s', (_, text, remarks) => {
    expect(said(text)).toEqual(remarks);
  });
});

describe('answers that do not go together', () => {
  const text = (risks: string, now: string) =>
    `previous_plans: {complete: yes, plans: [{began: 2023-03-07, ended: 2024-02-06, category: NEG}]}\nanswers: {risks_compared: ${risks}, present_category: ${now}}`;

  test.each([
    [
      'the same risks and another category',
      text('same', 'PHY'),
      ['warning same_risks_other_category answers.risks_compared'],
    ],
    [
      'other risks and the same category',
      text('different', 'NEG'),
      ['warning other_risks_same_category answers.risks_compared'],
    ],
    ['the same risks and the same category, which do', text('same', 'NEG'), []],
    ['some of each, with any category, which do', text('both', 'PHY'), []],
    [
      'the same risks and a category that is not known, of which nothing is said',
      text('same', '{unknown: awaited}'),
      [],
    ],
  ])('%s', (_, yaml, remarks) => {
    expect(said(yaml)).toEqual(remarks);
  });
});
