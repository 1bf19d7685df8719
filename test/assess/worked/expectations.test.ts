import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/assess/worked/expectations.ts';
import { assessedText } from '../../support/cases.ts';

const assessment = assessedText(`
previous_plans: {complete: yes, plans: [{began: 2023-03-07, ended: 2024-02-06, category: NEG}]}
current_plan: none
dates: {conference_requested: 2026-05-19}
answers: {present_category: PHY, risks_compared: same}
records: {service_manager_rationale: no}
`);

const said = (expected: Parameters<typeof compare>[0]) =>
  compare(expected, assessment).map(
    ({ path, says, shown }) => `${path.join('.')}: ${says}${shown === undefined ? '' : ` (${shown})`}`,
  );

describe('an expectation that holds', () => {
  test.each<[string, Parameters<typeof compare>[0]]>([
    ['of nothing', undefined],
    ['of an outcome', { questions: { further_plan: 'second_plan' } }],
    ['of an outcome of one pack among several', { questions: { 'repeat-plans.further_plan': 'second_plan' } }],
    ['of several outcomes, in any order', { questions: { challenge: ['none', 'issue'] } }],
    [
      'of a state',
      { findings: { service_manager_rationale: 'outstanding', head_of_service_agrees: 'not_applicable' } },
    ],
    ['of a clause with one requirement', { clauses: { 'RP-5.1': 'outstanding' } }],
    ['of a clause whose requirements that apply are in one state', { clauses: { 'RP-0.2': 'overdue' } }],
    ['of a clause of which nothing applies', { clauses: { 'RP-6.1': 'not_applicable' } }],
    ['of a clause that only rules cite', { clauses: { 'RP-0.1': 'not_applicable' } }],
    ['of a rule', { rules: ['second_plan'] }],
    ['of a diagnostic', { diagnostics: ['same_risks_other_category'] }],
    ['of what is said of decisions', { diagnostics: ['decision_missing'] }],
  ])('%s says nothing', (_, expected) => {
    expect(said(expected)).toEqual([]);
  });
});

describe('an expectation that does not hold', () => {
  test.each<[string, Parameters<typeof compare>[0], string | RegExp]>([
    [
      'names what it is and by which rule',
      { questions: { further_plan: 'third_no_ground' } },
      'expect.questions.further_plan: `further_plan` is expected to be `third_no_ground`; it is `second_plan`, by `second_plan`.',
    ],
    [
      'names what is possible and on what it hangs',
      { questions: { challenge: 'none' } },
      'expect.questions.challenge: `challenge` is expected to be `none`; it is undecided between `issue` and `none`, and hangs on `core_group_delivery`, `step_down` and `closed_with_actions`.',
    ],
    [
      'misses an outcome that is possible',
      { questions: { further_plan: ['second_plan', 'not_in_play'] } },
      /is expected to be `second_plan` or `not_in_play`; it is `second_plan`/,
    ],
    [
      'knows a slip in a question',
      { questions: { futher_plan: 'second_plan' } },
      'expect.questions.futher_plan: The packs of this case have no such question. Did you mean `further_plan`? (`futher_plan`.)',
    ],
    [
      'knows a slip in an outcome',
      { questions: { further_plan: 'second_pln' } },
      /`further_plan` has no such outcome: expected .* Did you mean `second_plan`\? \(`second_pln`\.\)$/,
    ],
    [
      'names the state that it finds',
      { findings: { service_manager_rationale: 'met' } },
      'expect.findings.service_manager_rationale: Expected `met`; `service_manager_rationale` is `outstanding`.',
    ],
    [
      'knows a slip in a requirement',
      { findings: { service_manager_rational: 'met' } },
      /no such requirement or indicator\. Did you mean `service_manager_rationale`\? \(`service_manager_rational`\.\)$/,
    ],
    [
      'knows a slip in a state',
      { findings: { service_manager_rationale: 'outstandng' } },
      /There is no such state: expected .* Did you mean `outstanding`\? \(`outstandng`\.\)$/,
    ],
    [
      'names what cites the clause',
      { clauses: { 'RP-5.1': 'met' } },
      'expect.clauses.RP-5.1: Expected `met`; `service_manager_rationale` is `outstanding`.',
    ],
    [
      'knows a slip in a clause',
      { clauses: { 'RP-5.11': 'met' } },
      /no such clause\. Did you mean `RP-5\.1`\? \(`RP-5\.11`\.\)$/,
    ],
    [
      'says of a clause for background that it has no state',
      { clauses: { 'LP-2': 'met' } },
      'expect.clauses.LP-2: No requirement, indicator or rule cites `LP-2`: it has no state.',
    ],
    [
      'names the rules that hold',
      { rules: ['first_plan'] },
      'expect.rules.0: `first_plan` is expected to hold; what holds is `second_plan`.',
    ],
    [
      'knows a slip in a rule',
      { rules: ['second_pln'] },
      /no such rule\. Did you mean `second_plan`\? \(`second_pln`\.\)$/,
    ],
    [
      'names the diagnostics that are given',
      { diagnostics: ['plan_count'] },
      'expect.diagnostics.0: This diagnostic is expected; given are `same_risks_other_category` and `decision_missing`. (`plan_count`.)',
    ],
  ])('%s', (_, expected, says) => {
    expect(said(expected)).toEqual([typeof says === 'string' ? says : expect.stringMatching(says)]);
  });

  test('is said for each part by itself', () => {
    expect(
      said({ questions: { further_plan: 'not_a_repeat' }, findings: { under_a_year: 'met' }, rules: ['first_plan'] }),
    ).toHaveLength(3);
  });
});
