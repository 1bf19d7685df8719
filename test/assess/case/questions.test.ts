import { describe, expect, test } from 'vitest';
import { assessedText } from '../../support/cases.ts';

const question = (id: string, text: string) => assessedText(text).questions.find((q) => q.id === id);

const SECOND = 'previous_plans: {complete: yes, plans: [{began: 2023-03-07, ended: 2024-02-06}]}\n';
const REQUEST = 'dates: {conference_requested: 2026-05-19}\n';

describe('a question', () => {
  test.each([
    ['does not arise where it is known not to', 'answers: {conference_sought: no}', 'not_in_play', ['not_in_play']],
    ['is settled where one outcome is left', SECOND + REQUEST, 'settled', ['second_plan']],
    ['is undecided where it is not known whether it arises', SECOND, 'undecided', ['second_plan', 'not_in_play']],
    [
      'is undecided while several outcomes are left',
      REQUEST,
      'undecided',
      ['not_a_repeat', 'second_plan', 'third_ground_shown', 'third_no_ground', 'plan_still_open'],
    ],
  ])('%s', (_, text, state, possible) => {
    expect(question('further_plan', text)).toMatchObject({ state, possible });
  });

  test('names outcomes in the order of its pack, and last that it does not arise', () => {
    expect(question('further_plan', '')?.possible).toEqual([
      'not_a_repeat',
      'second_plan',
      'third_ground_shown',
      'third_no_ground',
      'plan_still_open',
      'not_in_play',
    ]);
  });

  test('that is settled names the rules that hold, and only their clauses', () => {
    const result = question(
      'legal_planning',
      `${SECOND}${REQUEST}current_plan: none
answers: {team_view: threshold_not_met}
records: {lpm_considered_before_initial: yes, head_of_service_view: not_needed}`,
    );
    expect(result).toMatchObject({ rules: ['head_of_service_confirms'], clauses: ['LP-6', 'LP-7'], hangsOn: [] });
  });

  test('names every rule that holds', () => {
    const result = question(
      'challenge',
      `${SECOND}${REQUEST}answers: {core_group_delivery: the_reason, step_down: the_reason}`,
    );
    expect(result?.rules).toEqual(['core_group_did_not_deliver', 'stepped_down_too_early']);
  });

  test('that does not arise names no rule and no clause', () => {
    expect(question('challenge', 'previous_plans: {count: 0}')).toMatchObject({
      state: 'not_in_play',
      rules: [],
      clauses: [],
    });
  });

  test('that is undecided names the clauses of every outcome that is left', () => {
    expect(question('further_plan', `previous_plans: {count: 2}\n${REQUEST}`)?.clauses).toEqual(['RP-6.2', 'RP-6.1']);
  });

  test('hangs on facts in the order in which the pack asks them', () => {
    expect(question('further_plan', '')?.hangsOn).toEqual([
      'earlier_plans',
      'conference_sought',
      'on_plan_now',
      'on_plan_at_request',
      'risks_significantly_different',
      'circumstances_substantially_changed',
    ]);
  });
});
