import { describe, expect, test } from 'vitest';
import type { Assessment, QuestionResult } from '../../../src/assess/case/assessment.ts';
import { assessedText, faultsOf } from '../../support/cases.ts';

const SECOND = `
previous_plans:
  complete: yes
  plans: [{authority: Exampleshire, began: 2023-03-07, ended: 2024-02-06}]
dates: {conference_requested: 2026-05-19}
`;

const THIRD = `
previous_plans: {count: 2}
dates: {conference_requested: 2026-05-19}
`;

const question = ({ questions }: Assessment, id: string) => questions.find((q) => q.id === id);
const finding = ({ findings }: Assessment, id: string) => findings.find((f) => f.rule === id);

describe('a third plan needs one of two grounds', () => {
  const [RISKS, CIRCUMSTANCES] = ['risks_significantly_different', 'circumstances_substantially_changed'];

  test.each([
    [RISKS, 'risks_are_different'],
    [CIRCUMSTANCES, 'circumstances_have_changed'],
  ])('%s is enough by itself, while the other is not known', (ground, rule) => {
    expect(question(assessedText(`${THIRD}answers: {${ground}: yes}`), 'further_plan')).toMatchObject({
      state: 'settled',
      outcome: 'third_ground_shown',
      rules: [rule],
    });
  });

  test('while neither is known it is undecided, and hangs on these two facts and no other', () => {
    expect(question(assessedText(THIRD), 'further_plan')).toMatchObject({
      state: 'undecided',
      possible: ['third_ground_shown', 'third_no_ground'],
      hangsOn: [RISKS, CIRCUMSTANCES],
    });
  });

  test.each(['agreed', 'declined', 'not_given'])(
    'where neither is shown there is no ground, with the Head of Service having %s',
    (view) => {
      const assessment = assessedText(
        `${THIRD}answers: {${RISKS}: no, ${CIRCUMSTANCES}: no}\nrecords: {head_of_service_agreement: ${view}}`,
      );
      const result = question(assessment, 'further_plan');
      expect(result).toMatchObject({ state: 'settled', outcome: 'third_no_ground', clauses: ['RP-6.2'] });
      expect(result?.compiled.question.outcomes.third_no_ground?.says).toMatch(
        /legal advice, the Public Law Outline and a more robust Child in Need plan/,
      );
    },
  );

  test('the Head of Service decides nothing on the ground, and the ground nothing on the agreement', () => {
    const grounds = `answers: {${RISKS}: yes}\nrecords: {head_of_service_agreement: declined}`;
    const assessment = assessedText(THIRD + grounds);
    expect(question(assessment, 'further_plan')?.outcome).toBe('third_ground_shown');
    expect(finding(assessment, 'head_of_service_agrees')?.state).toBe('declined');
    expect(assessment.standings.get(question(assessment, 'further_plan') as QuestionResult)).toMatchObject({
      at: 'decided',
      decided: { how: 'declined', by: 'head_of_service' },
    });
  });
});

test('with every result on a further plan it is said that the enquiry and the conference keep their time', () => {
  for (const text of [SECOND, THIRD, '']) {
    expect(question(assessedText(text), 'further_plan')?.compiled.question.always).toMatch(
      /stops or extends the section 47/,
    );
  }
});

describe('challenge and resolution', () => {
  test.each([
    ['core_group_delivery', 'core_group_did_not_deliver'],
    ['step_down', 'stepped_down_too_early'],
    ['closed_with_actions', 'closed_with_actions_outstanding'],
  ])('is settled by %s alone, and says so', (fact, rule) => {
    expect(question(assessedText(`${SECOND}answers: {${fact}: the_reason}`), 'challenge')).toMatchObject({
      state: 'settled',
      outcome: 'issue',
      rules: [rule],
    });
  });

  test('is issued where a plan was stepped down too early, whether or not that is why one is needed again', () => {
    const others = 'core_group_delivery: carried_out, closed_with_actions: nothing_outstanding';
    const result = (why: string) =>
      question(assessedText(`${SECOND}answers: {step_down: ${why}, ${others}}`), 'challenge');
    expect(result('not_early')?.outcome).toBe('none');
    expect(result('not_the_reason')?.outcome).toBe('issue');
    expect(result('the_reason')?.outcome).toBe('issue');
  });
});

test('a request made at eleven months keeps asking for the analysis of a gap under a year when thirteen have passed', () => {
  const text = (requested: string) => `
previous_plans:
  complete: yes
  plans: [{authority: Exampleshire, began: 2024-11-05, ended: 2025-09-16}]
answers: {conference_sought: yes}
${requested}`;
  const requested = 'dates: {conference_requested: 2026-08-18}';
  expect(finding(assessedText(text(requested), '2026-10-20'), 'under_a_year')?.state).toBe('overdue');
  expect(finding(assessedText(text(''), '2026-10-20'), 'under_a_year')?.state).toBe('not_applicable');
});

describe('whether legal planning was considered', () => {
  const legal = (records: string, view = 'threshold_not_met') =>
    assessedText(`${SECOND}current_plan: none\nanswers: {team_view: ${view}}\n${records}`);

  test('is unknown where it is not recorded', () => {
    const assessment = legal('');
    expect(finding(assessment, 'considered_before_initial')).toMatchObject({ state: 'unknown', unsure: 'done' });
    expect(question(assessment, 'legal_planning')?.possible).toContain('consider_before_initial');
  });

  test('is outstanding where it is recorded as not considered', () => {
    const assessment = legal('records: {lpm_considered_before_initial: no}');
    expect(finding(assessment, 'considered_before_initial')?.state).toBe('outstanding');
    expect(question(assessment, 'legal_planning')?.outcome).toBe('consider_before_initial');
  });

  test.each(['', 'records: {lpm_considered_before_initial: no}'])(
    'takes nothing from a view that a meeting is needed: %s',
    (records) => {
      expect(question(legal(records, 'needed'), 'legal_planning')?.outcome).toBe('seek_legal_advice');
    },
  );
});

describe('with nothing answered', () => {
  const assessment = assessedText('');

  test('no outcome is settled', () => {
    expect(assessment.questions.map(({ state }) => state)).toEqual(['undecided', 'undecided', 'undecided']);
  });

  test('no requirement and no indicator counts as met, outstanding or not applicable', () => {
    expect(new Set(assessment.findings.map(({ state }) => state))).toEqual(new Set(['unknown']));
  });
});

describe('what is wrong with a file is a sentence with its line and column', () => {
  const HEAD = 'version: 1\ncase: EX-1\n';
  test.each([
    [
      'a misspelt fact',
      'answers:\n  risks_compard: same\n',
      '4:3 This is not a fact that the packs of this case know. Did you mean `risks_compared`? [unknown_fact]',
    ],
    [
      'an unknown key',
      'previous_plan: {}\n',
      /^3:1 This key is not known here\. Did you mean `previous_plans`\? .*\[unknown_key\]$/,
    ],
    [
      'a duplicate key',
      'answers:\n  risks_compared: same\n  risks_compared: both\n',
      '5:3 This key stands twice in the same place: keep one of the two. [duplicate_key]',
    ],
    [
      '30 February',
      'dates:\n  conference_requested: 2026-02-30\n',
      /^4:25 .*not a date in the calendar: write 2024-02-03.*\[wrong_date\]$/,
    ],
    [
      '30 February in a plan',
      'previous_plans:\n  plans:\n    - ended: 2026-02-30\n',
      /^5:14 .*not a date in the calendar: write 2024-02-03.*\[wrong_value\]$/,
    ],
    [
      'a plan that ends before it starts',
      'previous_plans:\n  plans:\n    - {began: 2024-05-01, ended: 2024-04-30}\n',
      '5:34 This plan ends before it begins: correct one of the two dates. [plan_ends_before_start]',
    ],
    [
      'overlapping plans in one authority',
      'previous_plans:\n  plans:\n    - {authority: A, began: 2020-01-01, ended: 2021-01-01}\n    - {authority: A, began: 2020-12-01, ended: 2022-01-01}\n',
      '6:7 Two plans overlap in one authority: correct the dates. [overlapping_plans]',
    ],
    [
      'two open plans in one authority',
      'previous_plans:\n  plans: [{authority: A, began: 2025-01-01, ended: open}]\ncurrent_plan:\n  authority: A\n',
      '6:3 Two plans are open at the same time in one authority: correct the dates. [two_open_plans]',
    ],
    [
      'overlapping plans in two authorities, as a query',
      'previous_plans:\n  plans:\n    - {authority: A, began: 2020-01-01, ended: 2021-01-01}\n    - {authority: B, began: 2020-12-01, ended: 2022-01-01}\n',
      '6:7 Two plans overlap in two authorities. After a move both may be right for a short time: confirm the transfer. [overlapping_plans]',
    ],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(HEAD + text)).toContainEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault));
  });
});
