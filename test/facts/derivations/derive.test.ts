import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/calendar/working-days.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { readFacts } from '../../../src/case/sheet/read-facts.ts';
import { type Fact, FactSchema } from '../../../src/facts/vocabulary-schema.ts';

const MEETINGS = new Map(['core_group', 'review_conference', 'combined_meeting', 'panel'].map((kind) => [kind, kind]));
const CALENDAR = calendarOf({ 2026: { '12-25': 'Christmas Day', '12-28': 'Boxing Day' } });
const STATUS = { type: 'choice', options: { order: 'by order', agreed: 'by agreement', breaks: 'short breaks' } };
const MEANS = { C1: 'order', C2: 'order', V2: 'agreed', V3: 'breaks' };

/** Facts that the derived ones rest on. */
const GIVEN = {
  a: { type: 'date' },
  b: { type: 'date' },
  began: { type: 'date', derive: { current_plan: 'began' } },
  colour: { type: 'choice', options: { red: 'red', green: 'green', blue: 'blue' } },
  weeks: { type: 'months' },
  in_care: { type: 'date', derive: { care: 'began' } },
  next_panel: { type: 'date', derive: { meeting: 'panel', pick: 'next', field: 'date' } },
};

function worked(fact: object, body: string, asAt = '2026-10-20') {
  const { file, diagnostics } = readCase(`version: 1\ncase: EX-0001\n${body}`);
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  const facts = new Map<string, Fact>(
    Object.entries({ ...GIVEN, it: { label: 'it', ...fact } }).map(([id, of]) => [
      id,
      FactSchema.parse({ label: id, ...of }),
    ]),
  );
  const sheet = readFacts(
    file,
    { facts, analyses: new Map(), meetings: MEETINGS, occasions: new Map(), calendar: CALENDAR },
    asAt,
  );
  return { known: sheet.states.get('it')?.known, remarks: sheet.diagnostics.map(({ code }) => code) };
}

const known = (fact: object, body: string, asAt?: string) => worked(fact, body, asAt).known;
const day = (from: string, to = from) => ({ kind: 'days', days: { from, to } });
const is = (mask: number) => ({ kind: 'options', mask });
const [YES, NO] = [is(1), is(2)];

describe('the child', () => {
  test.each([
    ['born', '2018-03-04', day('2018-03-04')],
    ['died', '2026-03', day('2026-03-01', '2026-03-31')],
    ['expected', '2026-12-14', day('2026-12-14')],
  ])('%s %s', (field, date, result) => {
    expect(known({ type: 'date', derive: { child: field } }, `child: {${field}: ${date}}`)).toEqual(result);
  });

  test.each([
    ['child: {expected: 2026-12-14}', YES],
    ['child: {born: 2026-02-14}', NO],
    ['child: {}', undefined],
    ['', undefined],
  ])('unborn, from %s', (body, result) => {
    expect(known({ type: 'yes_no', derive: { child: 'unborn' } }, body)).toEqual(result);
  });

  test.each([
    ['2008-10-18', day('2026-10-18')],
    ['2008-02-29', day('2026-03-01')],
    ['2008-02', day('2026-02-01', '2026-03-01')],
    ['2008', day('2026-01-01', '2026-12-31')],
  ])('born %s is 18 on %o', (born, result) => {
    expect(known({ type: 'date', derive: { birthday: 18 } }, `child: {born: ${born}}`)).toEqual(result);
  });
});

describe('being looked after', () => {
  const open = { type: 'yes_no', derive: { care: 'open' } };
  const care = (episodes: string, more = ''): string => `looked_after: {${more}episodes: [${episodes}]}`;

  test.each([
    ['looked_after: none', NO],
    ['', undefined],
    [care('{began: 2026-09-01, legal_status: C1}'), YES],
    [care('{began: 2026-09-01, legal_status: V3}'), undefined],
    [care('{began: 2026-09-01, legal_status: V3}', 'complete: yes, '), NO],
    [care('{began: 2026-09-01}', 'complete: yes, '), undefined],
    [care('{began: 2026-09-01, ended: 2026-10-01, legal_status: C1}'), undefined],
    [care('{began: 2026-09-01, ended: 2026-10-01, legal_status: C1}', 'complete: yes, '), NO],
  ])('today, from %s', (body, result) => {
    expect(known(open, body)).toEqual(result);
  });

  test.each([
    ['{began: 2026-09-01, legal_status: C1}', day('2026-09-01')],
    [
      '{began: 2026-09-01, ended: 2026-09-20, legal_status: V2}, {began: 2026-09-20, legal_status: C1}',
      day('2026-09-01'),
    ],
    [
      '{began: 2026-09-20, legal_status: C1}, {began: 2026-09-01, ended: 2026-09-20, legal_status: V2}',
      day('2026-09-01'),
    ],
    [
      '{began: 2026-07-01, ended: 2026-07-20, legal_status: V2}, {began: 2026-09-20, legal_status: C1}',
      day('2026-09-20'),
    ],
    [
      '{began: 2026-07-01, ended: 2026-09-20, legal_status: V3}, {began: 2026-09-20, legal_status: C1}',
      day('2026-09-20'),
    ],
    ['{began: 2026-09, legal_status: C1}', day('2026-09-01', '2026-09-30')],
  ])('since when, from %s', (episodes, result) => {
    expect(known({ type: 'date', derive: { care: 'began' } }, care(episodes))).toEqual(result);
  });

  test.each([
    [
      'legal_status',
      '{began: 2026-09-01, ended: 2026-09-20, legal_status: V2}, {began: 2026-09-20, legal_status: C1}',
      is(1),
    ],
    [
      'first_legal_status',
      '{began: 2026-09-01, ended: 2026-09-20, legal_status: V2}, {began: 2026-09-20, legal_status: C1}',
      is(2),
    ],
    ['legal_status', '{began: 2026-09-01, legal_status: V3}', is(4)],
    ['legal_status', '{began: 2026-09-01, legal_status: J1}', undefined],
    ['legal_status', '{began: 2026-09-01, ended: 2026-09-20, legal_status: V2}', undefined],
  ])('%s, from %s', (field, episodes, result) => {
    expect(known({ ...STATUS, derive: { care: field, means: MEANS } }, care(episodes))).toEqual(result);
  });
});

describe('meetings', () => {
  const list = (meetings: string, whole = true): string =>
    `current_plan: {began: 2026-06-16}\nmeetings: {${whole ? 'complete: yes, ' : ''}list: [${meetings}]}`;
  const of = (derive: object, type = 'date') => ({ type, derive: { meeting: 'core_group', ...derive } });
  const TWO = '{kind: core_group, date: 2026-09-24}, {kind: core_group, date: 2026-06-25, minutes_sent: 2026-06-29}';

  test.each([
    [of({ pick: 'first', field: 'date' }), list(TWO), day('2026-06-25')],
    [of({ pick: 'last', field: 'date' }), list(TWO), day('2026-09-24')],
    [of({ pick: 'last', field: 'date' }), list(TWO, false), day('2026-09-24', '2026-10-20')],
    [of({ pick: 'first', field: 'date', since: 'began' }), list(TWO, false), day('2026-06-16', '2026-06-25')],
    [of({ pick: 'next', field: 'date' }), list(TWO), undefined],
    [
      of({ pick: 'next', field: 'date' }),
      list(`${TWO}, {kind: core_group, date: 2026-10-27}`, false),
      day('2026-10-27'),
    ],
    [of({ pick: 'first', field: 'minutes_sent' }), list(TWO), day('2026-06-29')],
    [of({ pick: 'last', field: 'minutes_sent' }), list(TWO), undefined],
    [of({ pick: 'last', field: 'held' }, 'yes_no'), list(TWO), YES],
    [of({ pick: 'last', field: 'held' }, 'yes_no'), list(''), NO],
    [of({ pick: 'last', field: 'held' }, 'yes_no'), list('', false), undefined],
    [of({ pick: 'last', field: 'held' }, 'yes_no'), list('{kind: core_group, date: 2026-06-25, held: no}'), NO],
    [of({ pick: 'first', field: 'held', since: 'began' }, 'yes_no'), list('{kind: core_group, date: 2026-05-25}'), NO],
    [of({ pick: 'first', field: 'held' }, 'yes_no'), list('{kind: core_group, date: 2026-10}'), undefined],
  ])('%o from %s', (fact, body, result) => {
    expect(known(fact, body)).toEqual(result);
  });

  const decision = {
    type: 'choice',
    options: { kept: 'kept', ended: 'ended', none: 'none held' },
    derive: {
      meeting: ['review_conference', 'combined_meeting'],
      pick: 'first',
      field: 'decided',
      means: { plan_continues: 'kept', plan_ends: 'ended', none: 'none' },
    },
  };

  test.each([
    [list('{kind: combined_meeting, date: 2026-09-08, decided: plan_ends}'), is(2)],
    [list('{kind: review_conference, date: 2026-09-08, decided: plan_continues}'), is(1)],
    [list('{kind: review_conference, date: 2026-09-08}'), undefined],
    [list('{kind: review_conference, date: 2026-11-24}'), is(4)],
    [list('{kind: review_conference, date: 2026-09-08, decided: plan_ends}', false), undefined],
  ])('what one decided, from %s', (body, result) => {
    expect(known(decision, body)).toEqual(result);
  });

  test('a kind that no pack knows is an error with a suggestion', () => {
    expect(worked({ type: 'date' }, list('{kind: core_groop, date: 2026-09-08}')).remarks).toEqual(['unknown_meeting']);
  });
});

describe('dates', () => {
  const dates = (a: string, b?: string): string => `dates: {a: ${a}${b ? `, b: ${b}` : ''}}`;
  const number = (derive: object) => ({ type: 'number', unit: 'days', derive });

  test.each([
    [number({ working_days: { from: 'a', to: ['b'] } }), dates('2026-12-14', '2026-12-30'), { lo: 20, hi: 20 }],
    [number({ days: { from: 'a', to: ['b'] } }), dates('2026-12-14', '2026-12-30'), { lo: 32, hi: 32 }],
    [number({ days: { from: 'a', to: [] } }), dates('2026-10-10'), { lo: 20, hi: 20 }],
    [{ type: 'months', derive: { months: { from: 'a', to: [] } } }, dates('2026-06-20'), { lo: 8, hi: 8 }],
  ])('%o from %s', (fact, body, span) => {
    expect(known(fact, body)).toEqual({ kind: 'span', span });
  });

  test('working days are not counted through a year without a list', () => {
    expect(
      known(number({ working_days: { from: 'a', to: ['b'] } }), dates('2026-12-14', '2027-01-05')),
    ).toBeUndefined();
  });

  test.each([
    [{ later: { than: 'a', working_days: 10 } }, dates('2026-12-14'), day('2026-12-30')],
    [{ later: { than: 'a', months: 10 } }, dates('2026-04-30'), day('2027-02-28')],
    [{ later: { than: 'a', weeks: 6 } }, dates('2026-11'), day('2026-12-13', '2027-01-11')],
    [{ earliest: ['a', 'b'] }, dates('2026-11', '2026-11-20'), day('2026-11-01', '2026-11-20')],
    [{ earliest: ['a', 'b'] }, dates('2026-11'), day('1900-01-01', '2026-11-30')],
    [{ earliest: ['a', 'in_care'] }, `${dates('2026-11-04')}\nlooked_after: none`, day('2026-11-04')],
    [{ earliest: ['a', 'in_care'] }, 'looked_after: none', undefined],
    [{ latest: ['a', 'b'] }, dates('2026-11', '2026-11-20'), day('2026-11-20', '2026-11-30')],
    [{ latest: ['a', 'b'] }, dates('2026-11'), undefined],
  ])('%o from %s', (derive, body, result) => {
    expect(known({ type: 'date', derive }, body)).toEqual(result);
  });

  test.each([
    ['meetings: {complete: yes, list: [{kind: panel, date: 2026-11-03}]}', YES],
    ['meetings: {list: [{kind: panel, date: 2026-10-03}]}', undefined],
    ['meetings: {complete: yes, list: [{kind: panel, date: 2026-10-03}]}', NO],
    ['meetings: {complete: yes, list: []}\ndates: {next_panel: 2026-11-03}', YES],
  ])('whether a panel is planned, from %s', (body, result) => {
    expect(known({ type: 'yes_no', derive: { recorded: ['next_panel'] } }, body)).toEqual(result);
  });

  test.each([
    [{ months: { from: 'a', to: ['b'] } }, dates('2026-06-12', '2026-06-10'), undefined, ['dates_run_backwards']],
    [{ days: { from: 'a', to: ['b'] } }, dates('2026-06-12', '2026-06-10'), undefined, ['dates_run_backwards']],
    [
      { days: { from: 'a', to: ['b'] } },
      dates('2026-06-12', '2026-06-12'),
      { kind: 'span', span: { lo: 0, hi: 0 } },
      [],
    ],
    [{ working_days: { from: 'a', to: ['b'] } }, dates('2026-06', '2026-05'), undefined, ['dates_run_backwards']],
    [{ months: { from: 'a', to: ['b'] } }, dates('2026-12-12'), undefined, []],
  ])('%o from %s is not known where it runs backwards, and that is a query', (derive, body, result, codes) => {
    const type = 'months' in derive ? 'months' : 'number';
    const { known: found, remarks } = worked({ type, derive, ...(type === 'number' && { unit: 'days' }) }, body);
    expect(found).toEqual(result);
    expect(remarks).toEqual(codes);
  });

  test.each([
    [dates('2026-11-01', '2026-11-02'), YES],
    [dates('2026-11-02', '2026-11-02'), NO],
    [dates('2026-11', '2026-11-20'), undefined],
    [dates('2026-11-01'), undefined],
  ])('whether one is earlier, from %s', (body, result) => {
    expect(known({ type: 'yes_no', derive: { earlier: ['a', 'b'] } }, body)).toEqual(result);
  });

  const choice = { type: 'choice', options: { x: 'x', y: 'y', z: 'z' }, derive: { by_dates: { x: 'a', y: 'b' } } };
  test.each([
    [dates('2026-10-20', '2026-10-21'), is(1)],
    [dates('2026-10-21', '2026-10-20'), is(2)],
    [dates('2026-10-21'), is(6)],
    [dates('2026-10'), undefined],
    ['', undefined],
  ])('which option has come by its date, from %s', (body, result) => {
    expect(known(choice, body)).toEqual(result);
  });

  test.each([
    [dates('2026-10-20'), YES],
    [dates('2026-10-21'), NO],
    ['', undefined],
    ['meetings: {list: [{kind: panel, date: 2026-10-01}]}', YES],
    ['meetings: {complete: yes, list: []}', NO],
  ])('whether it has happened, by date or by meeting, from %s', (body, result) => {
    expect(known({ type: 'yes_no', derive: { happened: ['a'], meeting: 'panel' } }, body)).toEqual(result);
  });

  test.each([
    [dates('2026-11-01', '2026-10-02'), day('2026-11-01')],
    ['dates: {b: 2026-10-02}', day('2026-10-02')],
    ['', undefined],
  ])('the first that is known, from %s', (body, result) => {
    expect(known({ type: 'date', derive: { first_known: ['a', 'b'] } }, body)).toEqual(result);
  });
});

describe('what the file shows', () => {
  const shown = (tests: object, body: string) => known({ type: 'yes_no', derive: { shown: tests } }, body);

  test.each([
    ['answers: {colour: red}', YES],
    ['answers: {colour: blue}', NO],
    ['answers: {colour: {unknown: not_known}}', NO],
    ['answers: {colour: {unknown: disputed, accounts: [{value: red}, {value: green}]}}', YES],
    ['answers: {colour: {unknown: disputed, accounts: [{value: red}, {value: blue}]}}', NO],
    ['', NO],
  ])('of a choice, from %s', (body, result) => {
    expect(shown({ colour: ['red', 'green'] }, body)).toEqual(result);
  });

  test.each([
    ['answers: {weeks: 3}', YES],
    ['answers: {weeks: 4}', NO],
    ['answers: {weeks: under 5}', NO],
    ['', NO],
  ])('of a length of time, from %s', (body, result) => {
    expect(shown({ weeks: 'under 4' }, body)).toEqual(result);
  });

  test('of several facts together, or of one of several groups', () => {
    expect(shown({ colour: 'red', weeks: 'under 4' }, 'answers: {colour: red, weeks: 3}')).toEqual(YES);
    expect(shown({ colour: 'red', weeks: 'under 4' }, 'answers: {colour: red}')).toEqual(NO);
    expect(shown([{ colour: 'red' }, { weeks: 'under 4' }], 'answers: {colour: blue, weeks: 3}')).toEqual(YES);
    expect(shown([{ colour: 'red' }, { weeks: 'under 4' }], 'answers: {weeks: 4}')).toEqual(NO);
  });
});
