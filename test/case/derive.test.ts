import { describe, expect, test } from 'vitest';
import { days, type Knowledge, NO, options, span, YES } from '../../src/case/knowledge.ts';
import { MOST } from '../../src/logic/span.ts';
import { assessedText } from '../support/cases.ts';

const known = (fact: string, text: string, asAt?: string): Knowledge | undefined =>
  assessedText(text, asAt).sheet.states.get(fact)?.known;

const exactly = (n: number): Knowledge => span(2 * n, 2 * n);
const day = (from: string, to = from): Knowledge => days({ from, to });

const [FIRST, SECOND] = [
  '{began: 2018-05-01, ended: 2019-03-01, category: NEG}',
  '{began: 2021-06-01, ended: 2022-02-01, category: EMO}',
];
const list = (...plans: string[]): string => `previous_plans: {plans: [${plans.join(', ')}]}`;
const whole = (...plans: string[]): string => `previous_plans: {complete: yes, plans: [${plans.join(', ')}]}`;

describe('the number of earlier plans', () => {
  test.each([
    ['is unknown where the file says nothing of them', '', undefined],
    ['is none where the list is empty and marked complete', whole(), exactly(0)],
    ['may be anything where the list is empty and not marked complete', list(), span(0, MOST)],
    ['is that of a complete list', whole(FIRST, SECOND), exactly(2)],
    ['is at least that of a list not marked complete', list(FIRST, SECOND), span(4, MOST)],
    ['is a bare count', 'previous_plans: {count: 3}', exactly(3)],
    ['is the count beside a shorter list', `previous_plans: {count: 3, plans: [${FIRST}]}`, exactly(3)],
    [
      'is open between a count and a longer list',
      `previous_plans: {count: 1, plans: [${FIRST}, ${SECOND}]}`,
      span(2, MOST),
    ],
    [
      'is open between a count and another complete list',
      `previous_plans: {count: 3, complete: yes, plans: [${FIRST}, ${SECOND}]}`,
      span(4, 6),
    ],
    ['is not read off the plan in force now', 'current_plan: {began: 2026-01-06}', undefined],
  ])('%s', (_, text, number) => {
    expect(known('earlier_plans', text)).toEqual(number);
  });
});

describe('the end of the last plan', () => {
  test.each([
    ['is the latest in a complete list, whatever the order', whole(SECOND, FIRST), day('2022-02-01')],
    ['is that or later where the list may be short', list(FIRST), day('2019-03-01', '2026-05-21')],
    ['is unknown without a list', 'previous_plans: {count: 2}', undefined],
    [
      'is a month where it is known to the month',
      whole('{began: 2021, ended: 2022-02}'),
      day('2022-02-01', '2022-02-28'),
    ],
    [
      'lies between its start and today where it is not recorded',
      whole('{began: 2021-06-01}'),
      day('2021-06-01', '2026-05-21'),
    ],
    ['may be any day where nothing is recorded', whole('{category: NEG}'), day('1900-01-01', '2026-05-21')],
    [
      'is at least as late as every end',
      whole('{began: 2019, ended: 2020-06}', '{began: 2019, ended: 2020}'),
      day('2020-06-01', '2020-12-31'),
    ],
  ])('%s', (_, text, end) => {
    expect(known('last_plan_ended', text)).toEqual(end);
  });
});

describe('what is taken from the last plan', () => {
  test('is its start and category, where the list is complete', () => {
    expect(known('last_plan_began', whole(FIRST, SECOND))).toEqual(day('2021-06-01'));
    expect(known('last_plan_category', whole(FIRST, SECOND))).toEqual(options(0b1000));
  });

  test('is unknown where a later plan may be missing from the list', () => {
    expect(known('last_plan_began', list(FIRST, SECOND))).toBeUndefined();
    expect(known('last_plan_category', list(FIRST, SECOND))).toBeUndefined();
  });

  test('is unknown where it is not clear which plan was the last', () => {
    const text = whole(
      '{began: 2019-01-01, ended: 2020-06, category: NEG}',
      '{began: 2018-01-01, ended: 2020, category: EMO}',
    );
    expect(known('last_plan_category', text)).toBeUndefined();
  });

  test('is known where the number of plans listed is the count', () => {
    const text = `previous_plans: {count: 1, plans: [${FIRST}]}`;
    expect(known('last_plan_category', text)).toEqual(options(0b1));
  });
});

describe('the time since the last plan', () => {
  const ended = (date: string): string => whole(`{began: 2019-01-08, ended: ${date}}`);

  test.each([
    ['is counted to the request', `${ended('2025-06-10')}\ndates: {conference_requested: 2026-04-10}`, exactly(10)],
    ['is counted to today while there is no request', ended('2025-06-21'), exactly(11)],
    ['lies between two months, in whole months and a part', ended('2025-06-10'), span(23, 23)],
    [
      'is open where the request is on a day that nobody can give',
      `${ended('2025-06-21')}\ndates: {conference_requested: {unknown: awaited}}`,
      span(0, 22),
    ],
    [
      'is open by a month where the end is known to the month',
      `${ended('2025-11')}\ndates: {conference_requested: 2026-11-10}`,
      span(23, 25),
    ],
    [
      'is open by a year where the end is known to the year',
      `${ended('2025')}\ndates: {conference_requested: 2026-01-01}`,
      span(1, 24),
    ],
    ['is unknown without dates', 'previous_plans: {count: 1}\ndates: {conference_requested: 2026-04-10}', undefined],
    ['is at most that since the latest plan in a list that may be short', list('{ended: 2025-06-21}'), span(0, 22)],
    ['is never below nothing', `${ended('2026-05-10')}\ndates: {conference_requested: 2026-05-01}`, span(0, 0)],
  ])('%s', (_, text, months) => {
    expect(known('months_since_last_plan', text, '2026-05-21')).toEqual(months);
  });
});

describe('the length of the last plan', () => {
  test.each([
    ['is counted from its start to its end', whole('{began: 2021-06-01, ended: 2022-02-01}'), exactly(8)],
    ['is open where the end is not recorded, and never counted to today', whole('{began: 2021-06-01}'), span(0, 119)],
    ['is open where only the start is given', 'dates: {last_plan_began: 2025-05-21}', span(0, 24)],
    ['is unknown where the start is not recorded', whole('{ended: 2022-02-01}'), undefined],
  ])('%s', (_, text, months) => {
    expect(known('last_plan_length', text, '2026-05-21')).toEqual(months);
  });
});

describe('whether the child is on a plan now', () => {
  test.each([
    ['yes where there is a current plan', 'current_plan: {began: 2026-01-06}', YES],
    ['no where it is said that there is none', 'current_plan: none', NO],
    ['unknown where the file does not say', '', undefined],
  ])('%s', (_, text, answer) => {
    expect(known('on_plan_now', text)).toEqual(answer);
  });
});

describe('whether something has happened', () => {
  const review = (date: string): string => `dates: {first_review_conference: ${date}}`;
  test.each([
    ['yes on its day', review('2026-05-21'), YES],
    ['yes after it', review('2026-05-20'), YES],
    ['no the day before', review('2026-05-22'), NO],
    ['unknown in the month of it', review('2026-05'), undefined],
    ['unknown where there is no date', '', undefined],
    ['unknown where the date is awaited', review('{unknown: awaited}'), undefined],
  ])('%s', (_, text, answer) => {
    expect(known('first_review_held', text)).toEqual(answer);
  });

  test('a conference is sought once the request is recorded, and not ruled out before', () => {
    expect(known('conference_sought', 'dates: {conference_requested: 2026-05}')).toEqual(YES);
    expect(known('conference_sought', '')).toBeUndefined();
  });
});

describe('whether the category has changed', () => {
  const now = (category: string, last = FIRST): string => `${whole(last)}\nanswers: {present_category: ${category}}`;
  test.each([
    ['no where it is the same', now('NEG'), NO],
    ['yes where it differs', now('PHY'), YES],
    ['unknown where the last one is not recorded', now('PHY', '{began: 2018, ended: 2019}'), undefined],
    [
      'unknown where the present one is disputed between the two',
      `${whole(FIRST)}\nanswers: {present_category: {unknown: disputed, accounts: [{value: NEG}, {value: PHY}]}}`,
      undefined,
    ],
    [
      'yes where it is disputed between two others',
      `${whole(FIRST)}\nanswers: {present_category: {unknown: disputed, accounts: [{value: EMO}, {value: PHY}]}}`,
      YES,
    ],
  ])('%s', (_, text, answer) => {
    expect(known('category_changed', text)).toEqual(answer);
  });
});
