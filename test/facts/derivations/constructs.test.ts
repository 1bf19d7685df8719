import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/calendar/working-days.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { readFacts } from '../../../src/case/sheet/read-facts.ts';
import { type Fact, FactSchema } from '../../../src/facts/vocabulary-schema.ts';

// Forms that procedures of other authorities need: weeks of pregnancy, lengths before a date, look-back periods, counts
// of meetings, the start of a legal status. What is not known stays unknown.

const GIVEN = {
  a: { type: 'date' },
  b: { type: 'date' },
  in_care: { type: 'date', derive: { care: 'began' } },
};
const CALENDAR = calendarOf({ 2026: { '12-25': 'Christmas Day', '12-28': 'Boxing Day' } });

function known(fact: object, body: string, asAt = '2026-10-20') {
  const { file, diagnostics } = readCase(`version: 1\ncase: EX-0001\n${body}`);
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  const facts = new Map<string, Fact>(
    Object.entries({ ...GIVEN, it: fact }).map(([id, of]) => [id, FactSchema.parse({ label: id, ...of })]),
  );
  const meetings = new Map([['review', 'review']]);
  const scope = { facts, analyses: new Map(), meetings, occasions: new Map(), calendar: CALENDAR };
  return readFacts(file, scope, asAt).states.get('it')?.known;
}

const day = (from: string, to = from) => ({ kind: 'days', days: { from, to } });
const count = (lo: number, hi = lo) => ({ kind: 'span', span: { lo: 2 * lo, hi: 2 * hi } });
const [YES, NO] = [1, 2].map((mask) => ({ kind: 'options', mask }));

test.each([
  ['child: {expected: 2026-12-14}', 24, day('2026-08-24')],
  ['child: {expected: 2026-12-14}', 40, day('2026-12-14')],
  ['child: {expected: 2026-12}', 20, day('2026-07-14', '2026-08-13')],
  ['child: {expected: 2026-12-14, born: 2026-10-01}', 24, day('2026-08-24')],
  ['child: {born: 2026-10-01}', 24, undefined],
  ['', 24, undefined],
])('from %s, week %i of the pregnancy', (body, week, result) => {
  expect(known({ type: 'date', derive: { pregnancy_week: week } }, body)).toEqual(result);
});

test.each([
  [{ weeks: 2 }, 'dates: {a: 2026-11-20}', day('2026-11-06')],
  [{ days: 0 }, 'dates: {a: 2026-11-20}', day('2026-11-20')],
  [{ months: 1 }, 'dates: {a: 2026-03-31}', day('2026-02-28')],
  [{ working_days: 2 }, 'dates: {a: 2026-12-29}', day('2026-12-23')],
  [{ working_days: 2 }, 'dates: {a: 2027-12-29}', undefined],
  [{ weeks: 2 }, 'dates: {a: 2026-11}', day('2026-10-18', '2026-11-16')],
  [{ weeks: 2 }, '', undefined],
])('%o before the date of %s', (length, body, result) => {
  expect(known({ type: 'date', derive: { sooner: { than: 'a', ...length } } }, body)).toEqual(result);
});

describe('a look-back', () => {
  const within = (more: object) => ({ type: 'yes_no', derive: { within: { date: 'a', before: ['b'], ...more } } });

  test.each([
    ['on the first day', 'dates: {a: 2024-10-20, b: 2026-10-20}', YES],
    ['a day before it', 'dates: {a: 2024-10-19, b: 2026-10-20}', NO],
    ['on the last day', 'dates: {a: 2026-10-20, b: 2026-10-20}', YES],
    ['after it', 'dates: {a: 2026-10-21, b: 2026-10-20}', NO],
    ['in a month that straddles the first day', 'dates: {a: 2024-10, b: 2026-10-20}', undefined],
    ['to the day, where the other date is not known', 'dates: {a: 2024-10-20}', YES],
    ['not known', 'dates: {b: 2026-10-20}', undefined],
  ])('%s', (_, body, result) => expect(known(within({ years: 2 }), body)).toEqual(result));

  test('is no where there is no such date', () => {
    const fact = { type: 'yes_no', derive: { within: { date: 'in_care', before: [], years: 2 } } };
    expect(known(fact, 'looked_after: none')).toEqual(NO);
    expect(known(fact, '')).toBeUndefined();
  });

  test.each([{}, { years: 2, months: 1 }])('needs one length, not %o', (more) => {
    expect(() => FactSchema.parse({ label: 'x', ...within(more) })).toThrow('exactly one');
  });
});

const list = (meetings: string, more = 'complete: yes, '): string => `meetings: {${more}list: [${meetings}]}`;
const held = (date: string, more = ''): string => `{kind: review, date: ${date}${more}}`;
const THREE = [held('2026-03-02'), held('2026-06-01'), held('2026-11-02')].join(', ');

test.each([
  ['the second', 2, list(THREE), day('2026-06-01')],
  ['the third, which is to come', 3, list(THREE), day('2026-11-02')],
  ['the fourth, which there is not', 4, list(THREE), undefined],
  ['the second, where one may be missing', 2, list(THREE, ''), undefined],
])('%s', (_, pick, body, result) => {
  expect(known({ type: 'date', derive: { meeting: 'review', pick, field: 'date' } }, body)).toEqual(result);
});

test.each([
  ['all of them', list(THREE), count(2)],
  ['at least so many', list(THREE, ''), { kind: 'span', span: { lo: 4, hi: 20_000 } }],
  ['since a date', `${list(THREE)}\ndates: {a: 2026-04-01}`, count(1), 'a'],
  ['since a month in which one was', `${list(THREE)}\ndates: {a: 2026-03}`, count(1, 2), 'a'],
  ['none', list(''), count(0)],
  ['not known', '', undefined],
])('how many were held: %s', (_, body, result, since?: string) => {
  const derive = { meetings_held: 'review', ...(since && { since }) };
  expect(known({ type: 'number', unit: 'reviews', derive }, body)).toEqual(result);
});

describe('two in a row', () => {
  const CONTINUES = ', decided: plan_continues';
  const fact = { type: 'yes_no', derive: { in_a_row: 2, meetings: 'review', with: 'plan_continues' } };

  test.each([
    ['both', list(`${held('2026-03-02', CONTINUES)}, ${held('2026-06-01', CONTINUES)}`), YES],
    ['the last only', list(`${held('2026-03-02', ', decided: plan_made')}, ${held('2026-06-01', CONTINUES)}`), NO],
    ['only one was held', list(held('2026-06-01', CONTINUES)), NO],
    ['one decision is not recorded', list(`${held('2026-03-02')}, ${held('2026-06-01', CONTINUES)}`), undefined],
    [
      'a meeting may be missing',
      list(`${held('2026-03-02', CONTINUES)}, ${held('2026-06-01', CONTINUES)}`, ''),
      undefined,
    ],
  ])('%s', (_, body, result) => expect(known(fact, body)).toEqual(result));

  test('without a quorum', () => {
    const derive = { in_a_row: 2, meetings: 'review', with: 'not_quorate' };
    const body = list(`${held('2026-03-02', ', quorate: no')}, ${held('2026-06-01', ', quorate: no')}`);
    expect(known({ type: 'yes_no', derive }, body)).toEqual(YES);
  });
});

describe('the start of the legal status or placement of today', () => {
  const care = (...episodes: string[]): string => `looked_after: {complete: yes, episodes: [${episodes.join(', ')}]}`;
  const A = '{began: 2026-01-05, ended: 2026-03-02, legal_status: V2, placement: U4}';
  const B = '{began: 2026-03-02, ended: 2026-06-01, legal_status: C1, placement: U4}';
  const C = '{began: 2026-06-01, legal_status: C2, placement: U4}';

  test.each([
    ['the status', { care: 'status_began' }, care(A, B, C), day('2026-06-01')],
    ['one of several that count as one', { care: 'status_began', of: ['C1', 'C2'] }, care(A, B, C), day('2026-03-02')],
    ['another than today', { care: 'status_began', of: ['V2'] }, care(A, B, C), undefined],
    ['the placement', { care: 'placement_began' }, care(A, B, C), day('2026-01-05')],
    ['the placement after a gap', { care: 'placement_began' }, care(A, C), day('2026-06-01')],
    [
      'where a status before is not known',
      { care: 'status_began', of: ['C1', 'C2'] },
      care(A, B.replace('legal_status: C1, ', ''), C),
      undefined,
    ],
  ])('%s', (_, derive, body, result) => expect(known({ type: 'date', derive }, body)).toEqual(result));
});
