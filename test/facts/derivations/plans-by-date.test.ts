import { describe, expect, test } from 'vitest';
import { NO_CALENDAR } from '../../../src/calendar/working-days.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { readFacts } from '../../../src/case/sheet/read-facts.ts';
import { type Fact, FactSchema } from '../../../src/facts/vocabulary-schema.ts';

const GIVEN = {
  on: { type: 'date' },
  care_began: { type: 'date', derive: { care: 'began' } },
  plan_began: { type: 'date', derive: { the_plan: 'began' } },
  plan_ended: { type: 'date', derive: { the_plan: 'ended' } },
  died: { type: 'date', derive: { child: 'died' } },
};
const MEETINGS = new Map(['review_conference', 'initial_conference'].map((kind) => [kind, kind]));

function known(fact: object, body: string, beside: object = {}) {
  const { file, diagnostics } = readCase(`version: 1\ncase: EX-0001\n${body}`);
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  const named = Object.entries({ ...GIVEN, ...beside, it: { label: 'it', ...fact } });
  const facts = new Map<string, Fact>(named.map(([id, of]) => [id, FactSchema.parse({ label: id, ...of })]));
  const scope = { facts, analyses: new Map(), meetings: MEETINGS, occasions: new Map(), calendar: NO_CALENDAR };
  return readFacts(file, scope, '2026-10-20').states.get('it')?.known;
}

const day = (from: string, to = from) => ({ kind: 'days', days: { from, to } });
const span = (lo: number, hi: number) => ({ kind: 'span', span: { lo, hi } });
const is = (mask: number) => ({ kind: 'options', mask });
const [YES, NO] = [is(1), is(2)];

const ENDED = 'previous_plans: {complete: yes, plans: [{began: 2026-02-10, ended: 2026-09-08}]}';

describe('the plan that a case is about', () => {
  test.each([
    ['began', 'current_plan: {began: 2026-03-10}', day('2026-03-10')],
    ['ended', 'current_plan: {began: 2026-03-10}', undefined],
    ['began', `current_plan: none\n${ENDED}`, day('2026-02-10')],
    ['ended', `current_plan: none\n${ENDED}`, day('2026-09-08')],
    ['began', `current_plan: {began: 2026-10-05}\n${ENDED}`, day('2026-10-05')],
    ['ended', `current_plan: {began: 2026-10-05}\n${ENDED}`, undefined],
    ['began', ENDED, undefined],
    ['began', 'current_plan: none', undefined],
  ])('%s, from %s', (field, body, result) => {
    expect(known({ type: 'date', derive: { the_plan: field } }, body)).toEqual(result);
  });
});

describe('on a plan at a date', () => {
  const at = (date: string, body: string) =>
    known({ type: 'yes_no', derive: { on_plan_on: 'on' } }, `dates: {on: ${date}}\n${body}`);
  test.each([
    ['2026-02-09', `current_plan: none\n${ENDED}`, NO],
    ['2026-02-10', `current_plan: none\n${ENDED}`, YES],
    ['2026-09-08', `current_plan: none\n${ENDED}`, YES],
    ['2026-09-09', `current_plan: none\n${ENDED}`, NO],
    ['2026-09', `current_plan: none\n${ENDED}`, undefined],
    ['2026-10-01', 'current_plan: {began: 2026-03-10}', YES],
    ['2026-01-01', 'current_plan: {began: 2026-03-10}', undefined],
    ['2026-09-09', ENDED, undefined],
    ['2026-05-05', 'current_plan: none\nprevious_plans: {complete: yes, plans: [{began: 2026-02-10}]}', undefined],
    ['2026-01-05', 'current_plan: none\nprevious_plans: {complete: yes, plans: [{began: 2026-02-10}]}', NO],
    ['2026-05-05', 'previous_plans: {plans: [{began: 2026-02-10, ended: open}]}', YES],
    ['2026-05-05', 'current_plan: none\nprevious_plans: {complete: yes, plans: []}', NO],
  ])('%s, from %s', (date, body, result) => {
    expect(at(date, body)).toEqual(result);
  });

  test('is not told without the date, but where there never was a plan', () => {
    const fact = { type: 'yes_no', derive: { on_plan_on: 'on' } };
    expect(known(fact, `current_plan: none\n${ENDED}`)).toBeUndefined();
    expect(known(fact, 'current_plan: none\nprevious_plans: {complete: yes, plans: []}')).toEqual(NO);
  });
});

describe('looked after at a date', () => {
  const care = (episode: string, complete = 'complete: yes, ') => `looked_after: {${complete}episodes: [${episode}]}`;
  test.each([
    ['2026-08-02', care('{began: 2026-08-03, ended: 2026-09-30, legal_status: V2}'), NO],
    ['2026-08-03', care('{began: 2026-08-03, ended: 2026-09-30, legal_status: V2}'), YES],
    ['2026-09-30', care('{began: 2026-08-03, ended: 2026-09-30, legal_status: V2}'), YES],
    ['2026-10-01', care('{began: 2026-08-03, ended: 2026-09-30, legal_status: V2}'), NO],
    ['2026-10-01', care('{began: 2026-08-03, ended: 2026-09-30, legal_status: V2}', ''), undefined],
    ['2026-10-01', care('{began: 2026-08-03, legal_status: C1}'), YES],
    ['2026-09-01', care('{began: 2026-08-03, legal_status: V4}'), NO],
    ['2026-09-01', 'looked_after: none', NO],
  ])('%s, from %s', (date, body, result) => {
    const fact = { type: 'yes_no', derive: { looked_after_on: 'on' } };
    expect(known(fact, `dates: {on: ${date}}\n${body}`)).toEqual(result);
  });
});

describe('ever, and last', () => {
  const EVER = { type: 'yes_no', derive: { care: 'ever' } };
  const LAST = {
    type: 'choice',
    options: { agreed: 'a', order: 'b' },
    derive: { care: 'last_legal_status', means: { V2: 'agreed', V4: 'agreed', C1: 'order' } },
  };
  const TWO = '{began: 2025-01-06, ended: 2025-06-06, legal_status: C1}, {began: 2026-09-07, legal_status: V4}';

  test.each([
    ['looked_after: none', NO],
    ['', undefined],
    [`looked_after: {complete: yes, episodes: [${TWO}]}`, YES],
    ['looked_after: {complete: yes, episodes: [{began: 2026-09-07, legal_status: V4}]}', NO],
  ])('looked after ever, from %s', (body, result) => {
    expect(known(EVER, body)).toEqual(result);
  });

  test.each([
    [`looked_after: {episodes: [${TWO}]}`, is(1)],
    ['looked_after: {episodes: [{began: 2025-01-06, ended: 2025-06-06, legal_status: C1}]}', is(2)],
    ['looked_after: none', undefined],
  ])('the last legal status, over or not, from %s', (body, result) => {
    expect(known(LAST, body)).toEqual(result);
  });
});

describe('a meeting since the later of two dates', () => {
  const DECIDED = {
    type: 'choice',
    options: { none: 'none', kept: 'kept', ended: 'ended' },
    derive: {
      meeting: 'review_conference',
      pick: 'last',
      since: ['care_began', 'plan_began'],
      field: 'decided',
      means: { none: 'none', plan_continues: 'kept', plan_ends: 'ended' },
    },
  };
  const CARE = 'looked_after: {complete: yes, episodes: [{began: 2026-03-02, legal_status: C2}]}';
  const HELD = 'meetings: {complete: yes, list: [{kind: review_conference, date: 2026-06-16, decided: plan_ends}]}';

  test.each([
    ['current_plan: {began: 2026-01-13}', is(4)],
    ['current_plan: {began: 2026-08-10}', is(1)],
    ['current_plan: {category: NEG}', is(4)],
    ['current_plan: none', is(4)],
    ['current_plan: none\nprevious_plans: {complete: yes, plans: []}', is(1)],
  ])('from %s', (plan, result) => {
    expect(known(DECIDED, `${plan}\n${CARE}\n${HELD}`)).toEqual(result);
  });

  test('is none for a child who was never looked after, and not told where that is not known', () => {
    expect(known(DECIDED, `current_plan: {began: 2026-01-13}\nlooked_after: none\n${HELD}`)).toEqual(is(1));
    expect(known(DECIDED, `current_plan: {began: 2026-01-13}\n${HELD}`)).toBeUndefined();
  });
});

describe('a ground by dates', () => {
  const GROUND = {
    type: 'choice',
    options: { risk: 'risk', died: 'died' },
    derive: { by_dates: { died: 'died' }, up_to: 'plan_ended' },
  };
  const DIED = 'child: {died: 2026-10-12}';
  test.each([
    [`${DIED}\ncurrent_plan: {began: 2026-02-10}`, is(2)],
    [`${DIED}\ncurrent_plan: none\n${ENDED}`, is(1)],
    [`${DIED}\ncurrent_plan: none\n${ENDED.replace('2026-09-08', '2026-10-12')}`, is(2)],
    [`${DIED}\ncurrent_plan: none\n${ENDED.replace('ended: 2026-09-08', 'ended: 2026-10')}`, undefined],
    ['current_plan: {began: 2026-02-10}', undefined],
  ])('from %s', (body, result) => {
    expect(known(GROUND, body)).toEqual(result);
  });
});

describe('an initial conference after the last plan', () => {
  const LAST = { last_plan_ended: { type: 'date', derive: { last_plan: 'ended' } } };
  const found = (body: string, plans: string) => {
    const how = { meeting: 'initial_conference', pick: 'last', after: 'last_plan_ended', field: 'date' };
    return known({ type: 'date', derive: how }, `${plans}\nmeetings: {complete: yes, list: [${body}]}`, LAST);
  };
  const on = (date: string) => `{kind: initial_conference, date: ${date}}`;
  test.each([
    [on('2026-02-10'), ENDED, undefined],
    [on('2026-09-08'), ENDED, undefined],
    [on('2026-09-09'), ENDED, day('2026-09-09')],
    [`${on('2026-02-10')}, ${on('2026-10-01')}`, ENDED, day('2026-10-01')],
    [on('2026-02-10'), 'previous_plans: {complete: yes, plans: []}', day('2026-02-10')],
    [on('2026-02-10'), 'previous_plans: {count: 1}', undefined],
  ])('%s beside %s', (body, plans, result) => {
    expect(found(body, plans)).toEqual(result);
  });
});

describe('plans that cannot be plans of this child', () => {
  const BEFORE = '{began: 2023-01-10, ended: 2024-01-09}';
  const OWN = '{began: 2026-02-10, ended: 2026-09-08}';
  const listed = (...plans: string[]) =>
    `child: {born: 2025-08-20}\nprevious_plans: {complete: yes, plans: [${plans.join(', ')}]}`;
  test('count or not', () => {
    expect(known({ type: 'number', derive: { count: 'previous_plans' } }, listed(BEFORE))).toEqual(span(0, 2));
    expect(known({ type: 'number', derive: { count: 'previous_plans' } }, listed(BEFORE, OWN))).toEqual(span(2, 4));
  });
  test('are never the last plan', () => {
    expect(known({ type: 'date', derive: { last_plan: 'ended' } }, listed(BEFORE))).toBeUndefined();
    expect(known({ type: 'date', derive: { last_plan: 'ended' } }, listed(BEFORE, OWN))).toEqual(day('2026-09-08'));
  });
});

test('the child is not looked after once 18 or dead, by the episodes', () => {
  const it = { type: 'yes_no', derive: { care: 'open' } };
  const open = 'looked_after: {complete: yes, episodes: [{began: 2026-03-10, legal_status: C2}]}';
  expect(known(it, `child: {born: 2008-10-21}\n${open}`)).toEqual(YES);
  expect(known(it, `child: {born: 2008-10-20}\n${open}`)).toEqual(NO);
  expect(known(it, `child: {died: 2026-10-20}\n${open}`)).toEqual(NO);
  expect(known(it, 'child: {died: 2026-10-20}')).toBeUndefined();
});

test('a length of time is not known where it would end before it begins', () => {
  const it = { type: 'months', derive: { months: { from: 'plan_ended', to: ['on'] } } };
  expect(known(it, `current_plan: none\n${ENDED}\ndates: {on: 2026-09-07}`)).toBeUndefined();
  expect(known(it, `current_plan: none\n${ENDED}\ndates: {on: 2026-09-08}`)).toEqual(span(0, 0));
});
