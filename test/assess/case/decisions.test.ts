import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import { decisionConcerns } from '../../../src/assess/case/decisions.ts';
import type { CaseFile, Decision } from '../../../src/case/file/case-schema.ts';
import { bookOf, caseAt } from '../../support/cases.ts';

const THIRD = 'cases/further-plan/third-plan-awaiting-head-of-service.yaml';

const decided: Decision = {
  question: 'further_plan',
  outcome: 'third_ground_shown',
  by: 'head_of_service',
  date: '2026-08-19',
  agrees: true,
};

const concernsOf = (decisions: Decision[], change: (file: CaseFile) => void = () => undefined) => {
  const file = structuredClone(caseAt(THIRD));
  file.decisions = decisions;
  change(file);
  return decisionConcerns(assess(file, bookOf(file), String(file.as_at)));
};

const conference = (date: string) => (file: CaseFile) => {
  file.dates = { ...file.dates, initial_conference: date };
};

describe('a decision', () => {
  test.each([
    ['outstanding where no day is set for it', () => undefined, 'outstanding', undefined],
    ['a note while the day is still to come', conference('2026-08-24'), 'note', 4],
    ['overdue once the day has passed', conference('2026-08-18'), 'overdue', -2],
  ])('that is missing is %s', (_, change, level, days) => {
    const found = concernsOf([], change).filter((c) => c.rule === 'decision_missing');
    expect(found).toMatchObject([{ level, clauses: ['RP-6.1'] }]);
    expect(found[0]?.days).toBe(days);
    expect(found[0]?.says).toContain('It is for the Head of Service');
  });

  test('by the role that the clause names leaves nothing to be said', () => expect(concernsOf([decided])).toEqual([]));

  test('by another role is reported, with its clause and without its value', () => {
    const [concern] = concernsOf([{ ...decided, by: 'team_manager' }]);
    expect(concern).toMatchObject({
      rule: 'decision_by_other_role',
      level: 'outstanding',
      clauses: ['RP-6.1'],
      path: ['decisions', 0, 'by'],
    });
    expect(concern?.says).not.toContain('team_manager');
  });

  test('in words is held to the role for what was asked when it was made', () => {
    const recommended = { as_at: '2026-08-19', possible: ['third_ground_shown'], pack: 'repeat-plans 1.0.0' };
    const words: Decision = { ...decided, outcome: 'the conference goes ahead', by: 'team_manager', recommended };
    expect(concernsOf([words]).map((c) => c.rule)).toEqual(['decision_by_other_role']);
  });

  test('about a question of no pack is an error', () =>
    expect(concernsOf([decided, { ...decided, question: 'further_plans' }])).toMatchObject([
      {
        rule: 'decision_unknown_question',
        level: 'error',
        says: expect.stringContaining('Did you mean `further_plan`?'),
      },
    ]));

  test('that is said to agree with what was not asked is an error', () => {
    const recommended = { as_at: '2026-08-19', possible: ['third_no_ground'], pack: 'repeat-plans 1.0.0' };
    expect(concernsOf([{ ...decided, recommended }]).map((c) => c.rule)).toContain('decision_contradicts_itself');
  });

  test('stands, with a note, where something else is asked today', () => {
    const recommended = {
      as_at: '2026-08-19',
      possible: ['third_ground_shown', 'third_no_ground'],
      pack: 'repeat-plans 1.0.0',
    };
    expect(concernsOf([{ ...decided, recommended }])).toMatchObject([{ rule: 'decision_overtaken', level: 'note' }]);
  });

  test('is not missing while the question is undecided', () =>
    expect(concernsOf([], (file) => delete file.answers?.circumstances_substantially_changed)).toEqual([]));
});
