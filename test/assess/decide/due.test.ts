import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { mutantsOf } from '../../../src/policy/mutate/mutants.ts';
import { viewOfPack } from '../../../src/report/pack/pack-view.ts';
import { broken, compiled, type Edit, join, read } from '../../support/packs/broken-packs.ts';

const letter = (due: string, kind = 'deadline'): Edit => [
  'requirements:\n',
  `requirements:\n  letter: {kind: ${kind}, question: further, who: social_worker, says: Send the letter., clauses: [SD-2], due: ${due}}\n`,
];
const fact = (text: string): Edit => ['facts:\n', `facts:\n  ${text}\n`];
const WEEK_24 = fact('week_24: {type: date, label: the 24th week of the pregnancy, derive: {pregnancy_week: 24}}');

function letterOf(edits: readonly Edit[], asAt: string, body: string) {
  const { file, diagnostics } = readCase(
    `version: 1\ncase: EX-0001\npacks: [sound]\nanswers: {asked_for: yes}\n${body}`,
  );
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  const { findings } = assess(file, join([compiled(broken(...edits))]), asAt);
  return findings.find(({ rule }) => rule === 'letter');
}

const ASKED = 'dates: {conference_requested: 2026-05-04}';
const at = (time: string): string => `dates: {conference_requested: {value: 2026-05-04, time: "${time}"}}`;
const not = '\nrecords: {letter: no}';
const sent = (date: string, time?: string): string =>
  `\nrecords: {letter: {value: yes, date: ${date}${time ? `, time: "${time}"` : ''}}}`;

describe('a deadline', () => {
  test.each([
    [
      'on the same day, while it is that day',
      '{after: conference_requested, days: 0}',
      '2026-05-04',
      ASKED + not,
      'due',
    ],
    ['on the same day, the day after', '{after: conference_requested, days: 0}', '2026-05-05', ASKED + not, 'overdue'],
    [
      'on the same day, done a day late',
      '{after: conference_requested, days: 0}',
      '2026-05-05',
      ASKED + sent('2026-05-05'),
      'done_late',
    ],
    ['two weeks before, on the last day', '{before: conference_requested, weeks: 2}', '2026-04-20', ASKED + not, 'due'],
    ['two weeks before, a day later', '{before: conference_requested, weeks: 2}', '2026-04-21', ASKED + not, 'overdue'],
    [
      'two weeks before, done a day late',
      '{before: conference_requested, weeks: 2}',
      '2026-05-01',
      ASKED + sent('2026-04-21'),
      'done_late',
    ],
    [
      'two weeks before, done without a day',
      '{before: conference_requested, weeks: 2}',
      '2026-05-01',
      `${ASKED}\nrecords: {letter: yes}`,
      'past_due_unrecorded',
    ],
    [
      '24 hours after a day: the next day',
      '{after: conference_requested, hours: 24}',
      '2026-05-05',
      ASKED + not,
      'due',
    ],
    [
      '24 hours after a day: the day after that',
      '{after: conference_requested, hours: 24}',
      '2026-05-06',
      ASKED + not,
      'overdue',
    ],
    [
      'two hours after a day can reach into the next',
      '{after: conference_requested, hours: 2}',
      '2026-05-05',
      ASKED + not,
      'outstanding',
    ],
    [
      'two hours after a day: surely past the day after',
      '{after: conference_requested, hours: 2}',
      '2026-05-06',
      ASKED + not,
      'overdue',
    ],
    [
      'two hours after 14:30, the day after',
      '{after: conference_requested, hours: 2}',
      '2026-05-05',
      at('14:30') + not,
      'overdue',
    ],
    [
      'two hours after 23:30 end on the next day',
      '{after: conference_requested, hours: 2}',
      '2026-05-05',
      at('23:30') + not,
      'due',
    ],
    [
      'two hours after 14:30, done at 16:30',
      '{after: conference_requested, hours: 2}',
      '2026-05-05',
      at('14:30') + sent('2026-05-04', '16:30'),
      'met',
    ],
    [
      'two hours after 14:30, done at 16:31',
      '{after: conference_requested, hours: 2}',
      '2026-05-05',
      at('14:30') + sent('2026-05-04', '16:31'),
      'done_late',
    ],
    ['counted from what is not known', '{before: conference_requested, weeks: 2}', '2026-05-05', not, 'outstanding'],
  ])('%s', (_, due, asAt, body, state) => expect(letterOf([letter(due)], asAt, body)?.state).toBe(state));

  test.each([
    ['{after: conference_requested, days: 0}', ASKED, 'the same day as 4 May 2026'],
    ['{before: conference_requested, weeks: 2}', ASKED, '2 weeks before 4 May 2026'],
    ['{after: conference_requested, hours: 2}', at('23:30'), '2 hours: until 01:30 on 5 May 2026'],
  ])('%s says how it was counted', (due, body, counted) => {
    expect(letterOf([letter(due)], '2026-05-05', body + not)?.counted).toBe(counted);
  });

  test('by a week of pregnancy can still be checked after the birth', () => {
    const edits = [WEEK_24, letter('{before: week_24}')];
    const child = (more = '') => `child: {expected: 2026-12-14${more}}`;
    expect(letterOf(edits, '2026-08-24', child() + not)?.state).toBe('due');
    expect(letterOf(edits, '2026-08-25', child() + not)?.state).toBe('overdue');
    expect(letterOf(edits, '2027-02-01', child(', born: 2026-12-01') + not)).toMatchObject({
      state: 'overdue',
      due: { to: '2026-08-24' },
    });
    expect(letterOf(edits, '2027-02-01', child(', born: 2026-12-01') + sent('2026-08-20'))?.state).toBe('met');
  });

  test('of two clocks, of which one does not run, is overdue once the other has run out', () => {
    const EITHER = fact('either: {type: date, label: the first of the two, derive: {earliest: [one, other]}}');
    const ONE = fact('one: {type: date, label: one, derive: {later: {than: conference_requested, days: 10}}}');
    const OTHER = fact('other: {type: date, label: other, derive: {later: {than: in_care, days: 5}}}');
    const CARE = fact('in_care: {type: date, label: in care, derive: {care: began}}');
    const edits = [EITHER, ONE, OTHER, CARE, letter('{before: either}')];
    expect(letterOf(edits, '2026-05-15', ASKED + not)?.state).toBe('overdue');
    expect(letterOf(edits, '2026-05-14', `${ASKED}\nlooked_after: none${not}`)).toMatchObject({
      state: 'due',
      due: { from: '2026-05-14' },
    });
  });
});

test.each([
  ['{after: conference_requested}', 'wrong_value'],
  ['{before: conference_requested, days: 2, weeks: 1}', 'wrong_value'],
  ['{after: conference_requested, weeks: 0}', 'wrong_value'],
  ['{after: conference_requested, hours: 500}', 'wrong_value'],
])('%s cannot be', (due, code) => {
  expect(read(broken(letter(due))).diagnostics.map((one) => one.code)).toContain(code);
});

test('it reads in words, and has its slips', () => {
  const pack = compiled(broken(letter('{after: conference_requested, days: 0}')));
  const lines = viewOfPack(pack, (role) => role).questions.flatMap(({ requirements }) => requirements);
  expect(lines.find(({ id }) => id === 'letter')?.due).toBe(
    'on the day of conference_requested'.replace('conference_requested', 'the request'),
  );
  const slips = [...mutantsOf(pack)].filter(({ where, byCase }) => where.includes('letter') && byCase);
  expect(slips.map(({ says }) => says)).toEqual(['without its deadline', '1 days in place of 0']);
});
