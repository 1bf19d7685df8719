import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import type { Finding } from '../../../src/assess/case/assessment.ts';
import { NO_CALENDAR } from '../../../src/calendar/working-days.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { compile } from '../../../src/policy/compile/compile.ts';
import { type Rulebook, rulebook } from '../../../src/policy/folder/rulebook.ts';
import { readPack, readVocabulary } from '../../../src/policy/pack/read-pack.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { assessedText } from '../../support/cases.ts';

const VOCABULARY = `
version: 1
roles: {social_worker: Social worker, chair: Chair}
facts:
  opened: {type: date, label: the opening, asks: When was it opened?}
  is_open: {type: yes_no, label: it is open, asks: Is it open?}
`;

const PACK = `
pack: timely
version: 1.0.0
published: 2026-01-01
source: {title: A text, publisher: nobody, dated: undated, standing: none}
ask: [{about: is_open}, {about: opened}]
questions:
  visit:
    title: Visit
    asks: Is a visit asked for?
    in_play: {is_open: yes}
    outcomes: {go: {says: go}}
    stages: [{id: only, rules: {always: {when: {all: []}, outcome: go, clauses: [AB-1]}}}]
requirements:
  in_days:
    {kind: deadline, question: visit, who: social_worker, says: Visit., clauses: [AB-1], due: {after: opened, days: 10}}
  in_weeks: {kind: deadline, question: visit, who: chair, says: Review., clauses: [AB-1], due: {after: opened, weeks: 2}}
  in_months: {kind: deadline, question: visit, who: chair, says: Review., clauses: [AB-1], due: {after: opened, months: 3}}
  before: {kind: record, question: visit, who: chair, says: Note it., clauses: [AB-1], due: {before: opened}}
clauses: {AB-1: {section: A, paragraph: 1, says: a clause}}
`;

function book(): Rulebook {
  const vocabulary = readVocabulary(readYaml(VOCABULARY)).data;
  const pack = vocabulary && readPack(readYaml(PACK), vocabulary.vocabulary).data;
  if (!vocabulary || !pack) throw new Error('the pack of this test cannot be read');
  return rulebook(vocabulary, [compile(pack)], NO_CALENDAR);
}

const timely = book();

function finding(id: string, text: string, asAt: string): Finding | undefined {
  const { file, diagnostics } = readCase(`version: 1\ncase: EX-1\nanswers: {is_open: yes}\n${text}`);
  if (!file) throw new Error(diagnostics.map((d) => d.says).join('\n'));
  return assess(file, timely, asAt).findings.find((f) => f.rule === id);
}

describe('a deadline', () => {
  const opened = (day: string, record = ''): string => `dates: {opened: ${day}}\n${record}`;

  test.each([
    ['is due on its last day', '2026-05-01', '', '2026-05-11', 'due'],
    ['is due while it is not known whether it was met', '2026-05-01', '', '2026-05-02', 'due'],
    [
      'is past due, not recorded, once it has passed and nothing is recorded',
      '2026-05-01',
      '',
      '2026-05-12',
      'past_due_unrecorded',
    ],
    [
      'is overdue once it has passed and is recorded as not done',
      '2026-05-01',
      'records: {in_days: no}',
      '2026-05-12',
      'overdue',
    ],
    [
      'is still due on its last day though recorded as not done',
      '2026-05-01',
      'records: {in_days: no}',
      '2026-05-11',
      'due',
    ],
    [
      'is met where it was done on its last day',
      '2026-05-01',
      'records: {in_days: {value: yes, date: 2026-05-11}}',
      '2026-06-01',
      'met',
    ],
    [
      'is done late where it was done the day after',
      '2026-05-01',
      'records: {in_days: {value: yes, date: 2026-05-12}}',
      '2026-06-01',
      'done_late',
    ],
    [
      'is past due, not recorded, where the day on which it was done is not recorded',
      '2026-05-01',
      'records: {in_days: yes}',
      '2026-06-01',
      'past_due_unrecorded',
    ],
    [
      'is met where it is done before its last day, whenever that was',
      '2026-05-01',
      'records: {in_days: yes}',
      '2026-05-11',
      'met',
    ],
    [
      'is outstanding where its first day is not known',
      '{unknown: awaited}',
      'records: {in_days: no}',
      '2026-06-01',
      'outstanding',
    ],
    ['is due within the month in which it may fall', '2026-05', 'records: {in_days: no}', '2026-05-11', 'due'],
    [
      'is outstanding where it may have passed, by the month',
      '2026-05',
      'records: {in_days: no}',
      '2026-05-20',
      'outstanding',
    ],
    ['is overdue where it has passed whatever the day', '2026-05', 'records: {in_days: no}', '2026-06-11', 'overdue'],
  ])('%s', (_, day, record, asAt, state) => {
    expect(finding('in_days', opened(day, record), asAt)?.state).toBe(state);
  });

  test.each([
    ['in_days', '2026-05-01', '2026-05-11', '2026-05-11'],
    ['in_weeks', '2026-05-01', '2026-05-15', '2026-05-15'],
    ['in_months', '2025-11-30', '2026-02-28', '2026-02-28'],
    ['in_months', '2025-11', '2026-02-01', '2026-02-28'],
    ['before', '2026-05-01', '2026-05-01', '2026-05-01'],
  ])('%s, counted from %s, falls between %s and %s', (id, day, from, to) => {
    expect(finding(id, opened(day), '2026-01-01')?.due).toEqual({ from, to });
  });

  test('that does not apply has no date', () => {
    const { file } = readCase('version: 1\ncase: EX-1\nanswers: {is_open: no}\ndates: {opened: 2026-05-01}\n');
    expect(file && assess(file, timely, '2026-05-02').findings.map(({ state, due }) => [state, due])).toEqual(
      Array(4).fill(['not_applicable', undefined]),
    );
  });
});

describe('what is to be done before a day', () => {
  const before = (date: string) =>
    finding('before', `dates: {opened: 2026-05-01}\nrecords: {before: {value: yes, date: ${date}}}`, '2026-06-01')
      ?.state;

  test.each([
    ['2026-04-30', 'met'],
    ['2026-05-01', 'met'],
    ['2026-05-02', 'done_late'],
    ['2026-05', 'unknown'],
    ['2026-06', 'done_late'],
  ])('done on %s, is %s', (date, state) => {
    expect(before(date)).toBe(state);
  });
});

const SECOND = `
previous_plans: {complete: yes, plans: [{began: 2023-03-07, ended: 2024-02-06}]}
dates: {conference_requested: 2026-05-19}
`;

const state = (text: string, id: string) => {
  const found = assessedText(SECOND + text).findings.find((f) => f.rule === id);
  return [found?.state, found?.unsure, found?.hangsOn];
};

describe('what the case file itself is the place for', () => {
  test('is outstanding when absent', () => {
    expect(state('', 'expected_timescale')).toEqual(['outstanding', undefined, []]);
  });

  test('is unknown only where it is not known whether it is asked for', () => {
    expect(state('', 'change_not_sustained')).toEqual(['unknown', 'applies', ['risks_compared']]);
  });
});

describe('what happened elsewhere', () => {
  test.each([
    ['is not recorded, and so unknown, while the file is silent', '', 'unknown'],
    ['is unknown while it is awaited', 'records: {service_manager_rationale: {unknown: awaited}}', 'unknown'],
    ['is met once it is recorded as done', 'records: {service_manager_rationale: yes}', 'met'],
    ['is outstanding once it is recorded as not done', 'records: {service_manager_rationale: no}', 'outstanding'],
  ])('%s', (_, text, expected) => {
    expect(state(text, 'service_manager_rationale')[0]).toBe(expected);
  });

  test('unknown says that it hangs on the record itself', () => {
    expect(state('', 'service_manager_rationale')).toEqual(['unknown', 'done', ['service_manager_rationale']]);
  });
});

describe('a list of things to contain', () => {
  const items = (text: string) => {
    const found = assessedText(`${SECOND}current_plan: {began: 2026-03-03}\n${text}`).findings.find(
      (f) => f.rule === 'plan_states',
    );
    return [found?.state, found?.items?.map((item) => item.state)];
  };
  test.each<[string, string, unknown]>([
    ['is unknown, item by item, while nothing is ticked', '', ['unknown', Array(5).fill('unknown')]],
    [
      'is outstanding as soon as one item is known to be missing',
      'checklists: {plan_states: {work: no, times: yes}}',
      ['outstanding', ['unknown', 'outstanding', 'unknown', 'met', 'unknown']],
    ],
    [
      'is met where every item is there',
      'checklists: {plan_states: {concerns: yes, work: yes, reasons: yes, times: yes, people: yes}}',
      ['met', Array(5).fill('met')],
    ],
  ])('%s', (_, text, expected) => {
    expect(items(text)).toEqual(expected);
  });
});

describe('evidence for or against', () => {
  test.each([
    ['is there where its condition holds', 'answers: {risks_compared: same, repeated_pattern: yes}', 'met'],
    ['is not where it does not', 'answers: {risks_compared: same, repeated_pattern: no}', 'not_applicable'],
    ['is unknown where that is not known', 'answers: {risks_compared: same}', 'unknown'],
  ])('%s', (_, text, expected) => {
    expect(state(text, 'pattern_repeats')[0]).toBe(expected);
  });
});

describe('facts that matter and are not known', () => {
  test('are listed once each, with who finds out and by when', () => {
    const { unknown } = assessedText(`${SECOND}
answers:
  risks_compared: {unknown: awaited, who: school, chase_by: 2026-05-28}
  services_repeated: {unknown: not_known}`);
    const named = (fact: string) => unknown.filter((u) => u.fact === fact);
    expect(named('risks_compared')).toEqual([
      {
        fact: 'risks_compared',
        label: 'the risks compared with the last plan',
        kind: 'awaited',
        who: 'school',
        chaseBy: '2026-05-28',
      },
    ]);
    expect(named('services_repeated')).toMatchObject([{ kind: 'asked_not_known' }]);
    expect(named('step_down')).toMatchObject([{ kind: 'not_asked' }]);
  });

  test('are not listed where they can change nothing', () => {
    const { unknown } = assessedText(`${SECOND}answers: {step_down: the_reason, earlier_plans: 1}`);
    expect(unknown.map(({ fact }) => fact)).not.toContain('closed_with_actions');
    expect(unknown.map(({ fact }) => fact)).not.toContain('risks_significantly_different');
  });
});
