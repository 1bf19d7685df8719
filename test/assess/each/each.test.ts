import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import { concerns } from '../../../src/assess/case/concerns.ts';
import { tasksOf } from '../../../src/assess/case/tasks.ts';
import { changedTerms } from '../../../src/assess/worked/changed-terms.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { mutantsOf } from '../../../src/policy/mutate/mutants.ts';
import { taskInWords } from '../../../src/report/case/task-words.ts';
import { viewOfPack } from '../../../src/report/pack/pack-view.ts';
import { broken, compiled, type Edit, join, read } from '../../support/packs/broken-packs.ts';

// A duty for every review, challenge or escalation: one item for each, with a day of its own.

const KINDS: Edit = [
  'roles:\n',
  'meetings: {review: Review conference}\noccurrences:\n  challenge: {says: a challenge, stages: {worker: the worker, manager: the manager}}\nroles:\n',
];
const duty = (each: string, days = 5): Edit => [
  'requirements:\n',
  `requirements:\n  each_one: {kind: deadline, question: further, who: social_worker, says: See to it., clauses: [SD-2], due: {after: each, days: ${days}}, for_each: ${each}}\n`,
];
const packOf = (each: string, days?: number) => compiled(broken(KINDS, duty(each, days)));
const MINUTES = packOf('{meeting: review, since: conference_requested}');
const ANSWER = packOf('{occurrence: challenge}');
const MANAGER = packOf('{occurrence: challenge, stage: manager}');

function looked(pack: typeof MINUTES, body: string, asAt = '2026-06-10') {
  const { file, diagnostics } = readCase(
    `version: 1\ncase: EX-0001\npacks: [sound]\nanswers: {asked_for: yes}\n${body}`,
  );
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  const assessment = assess(file, join([pack]), asAt);
  const findings = assessment.findings.filter(({ rule }) => rule === 'each_one');
  return { file, assessment, findings, states: findings.map(({ state }) => state) };
}

const reviews = (...list: string[]): string =>
  `dates: {conference_requested: 2026-03-01}\nmeetings:\n  complete: yes\n  list: [${list.map((one) => `{kind: review, ${one}}`).join(', ')}]`;
const challenges = (...list: string[]): string =>
  `occurrences:\n  complete: yes\n  list: [${list.map((one) => `{kind: challenge, ${one}}`).join(', ')}]`;

describe('the minutes of every review', () => {
  test.each([
    [
      'one item for each',
      reviews(
        'date: 2026-04-01, minutes_sent: 2026-04-06',
        'date: 2026-05-01, minutes_sent: 2026-05-07',
        'date: 2026-06-01',
        'date: 2026-06-08',
      ),
      ['met', 'done_late', 'past_due_unrecorded', 'due'],
    ],
    [
      'none before the date, and none that is to come',
      reviews('date: 2026-02-01', 'date: 2026-07-01'),
      ['not_applicable'],
    ],
    ['not one that did not take place', reviews('date: 2026-04-01, held: no'), ['not_applicable']],
    ['nothing known of meetings', 'dates: {conference_requested: 2026-03-01}', ['unknown']],
    ['none listed, and the list may lack some', reviews().replace('complete: yes\n  ', ''), ['unknown']],
    ['the date not known', reviews('date: 2026-04-01').replace(/dates.*\n/, ''), ['unknown']],
  ])('%s', (_, body, states) => expect(looked(MINUTES, body).states).toEqual(states));

  test('each has its own day, task and place in the file', () => {
    const { assessment, file, findings } = looked(MINUTES, reviews('date: 2026-06-01', 'date: 2026-06-08'));
    expect(findings.map(({ due }) => due?.to)).toEqual(['2026-06-06', '2026-06-13']);
    const tasks = tasksOf(assessment).filter(
      ({ about }) => about.kind === 'requirement' && about.finding.rule === 'each_one',
    );
    expect(tasks.map((task) => taskInWords(task, assessment, (role) => role).act)).toEqual([
      'See to it. This is about the review conference of 1 June 2026.',
      'See to it. This is about the review conference of 8 June 2026.',
    ]);
    const found = concerns(file, assessment).filter(({ rule }) => rule === 'each_one');
    expect(found.map(({ path }) => path)).toEqual([
      ['meetings', 'list', 0],
      ['meetings', 'list', 1],
    ]);
    expect(found.map(({ says }) => says).join()).not.toMatch(/2026/);
  });
});

describe('every challenge', () => {
  test.each([
    [
      'several open at once, each by its own day',
      challenges('date: 2026-05-01, done: {each_one: no}', 'date: 2026-06-08'),
      ['overdue', 'due'],
    ],
    [
      'done in time, and late',
      challenges('date: 2026-05-01, done: {each_one: 2026-05-06}', 'date: 2026-05-01, done: {each_one: 2026-05-07}'),
      ['met', 'done_late'],
    ],
    ['closed counts as done', challenges('date: 2026-05-01, closed: 2026-05-04'), ['met']],
    ['not recorded is not no', challenges('date: 2026-05-01'), ['past_due_unrecorded']],
    ['none', challenges(), ['not_applicable']],
    ['not known', '', ['unknown']],
  ])('%s', (_, body, states) => expect(looked(ANSWER, body).states).toEqual(states));

  test.each([
    [
      'counted from the day it came to the stage',
      challenges('date: 2026-05-01, stage: manager, stage_since: 2026-06-08'),
      ['due'],
    ],
    [
      'still there after its time',
      challenges('date: 2026-05-01, stage: manager, stage_since: 2026-05-20'),
      ['overdue'],
    ],
    ['not those at another stage', challenges('date: 2026-05-01, stage: worker'), ['not_applicable']],
  ])('at a stage: %s', (_, body, states) => expect(looked(MANAGER, body).states).toEqual(states));

  test('a kind or stage that no pack lists is an error', () => {
    const codes = (body: string) => looked(MANAGER, body).assessment.diagnostics.map(({ code }) => code);
    expect(codes(challenges('date: 2026-05-01').replace('challenge', 'chalenge'))).toContain('unknown_occurrence');
    expect(codes(challenges('date: 2026-05-01, stage: boss'))).toContain('unknown_occurrence');
    expect(codes(challenges('date: 2026-07-01'))).toContain('recorded_in_future');
  });
});

test.each([
  ['{meeting: reveiw}', 'unknown_name'],
  ['{occurrence: chalenge}', 'unknown_name'],
  ['{occurrence: challenge, stage: boss}', 'unknown_name'],
  ['{meeting: review, since: earlier_plans}', 'due_anchor'],
  ['{meeting: review, occurrence: challenge}', 'wrong_value'],
  ['{meeting: review, stage: manager}', 'wrong_value'],
])('for each of %s cannot be', (each, code) => {
  expect(read(broken(KINDS, duty(each))).diagnostics.map((one) => one.code)).toContain(code);
});

test('without a day of its own it cannot be', () => {
  const text = broken(KINDS, duty('{meeting: review}')).replace(
    '{after: each, days: 5}',
    '{after: conference_requested, days: 5}',
  );
  expect(read(text).diagnostics.map(({ code }) => code)).toEqual(['for_each']);
});

test('it reads in words, `policy diff` tells a change, and `policy mutate` makes slips', () => {
  const due = viewOfPack(MANAGER, (role) => role)
    .questions.flatMap(({ requirements }) => requirements)
    .find(({ id }) => id === 'each_one')?.due;
  expect(due).toBe('within 5 days of each challenge that stands at “the manager”');
  expect(changedTerms(ANSWER, MANAGER).map(({ part }) => part)).toEqual(['for_each']);
  const slips = (pack: typeof MANAGER) =>
    [...mutantsOf(pack)].filter(({ where, byCase }) => where.includes('each_one') && byCase).map(({ says }) => says);
  expect(slips(MANAGER)).toEqual(
    expect.arrayContaining(['at `worker` in place of `manager`', '4 days in place of 5', '6 days in place of 5']),
  );
  expect(slips(MINUTES)).toContain('also before `conference_requested`');
});
