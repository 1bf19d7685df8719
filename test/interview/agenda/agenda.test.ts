import { describe, expect, it } from 'vitest';
import { caseText, keysFor } from '../kit.ts';

const SECOND = `previous_plans: {complete: yes, plans: [{began: 2024-01-10, ended: 2025-01-15, category: NEG}]}
dates: {conference_requested: 2026-11-02}
current_plan: none
`;
const THIRD = `previous_plans: {complete: yes, count: 2, plans: [{began: 2020-01-10, ended: 2021-01-15, category: NEG}, {began: 2022-01-10, ended: 2023-01-15, category: NEG}]}
dates: {conference_requested: 2026-11-02}
current_plan: none
`;
const BOTH = '[repeat-plans, legal-planning]';

describe('what is asked, in order', () => {
  it('begins with the plans and the request, and asks derived facts by their dates', () => {
    const keys = keysFor(caseText(''));
    expect(keys.slice(0, 2)).toEqual(['previous_plans', 'conference_requested']);
    expect(keys).not.toContain('earlier_plans');
    expect(keys).not.toContain('months_since_last_plan');
    expect(keys).not.toContain('conference_sought');
  });

  it('asks one fact of two packs once', () => {
    const keys = keysFor(caseText('', BOTH));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('asks no more of a first plan than the date of birth', () => {
    const first = `previous_plans: {complete: yes, plans: []}\n${SECOND.split('\n')[1]}`;
    expect(keysFor(caseText(`${first}\ncurrent_plan: none`))).toEqual(['child']);
  });

  it('asks whether a plan is open, and then whether another area hands it over', () => {
    const first = `previous_plans: {complete: yes, plans: []}\n${SECOND.split('\n')[1]}`;
    expect(keysFor(caseText(first))).toContain('current_plan');
    expect(keysFor(caseText(`${first}\ncurrent_plan: {began: 2026-03-10}`))).toContain('plan_handed_over');
  });

  it('asks no ground of a third plan where this is the second', () => {
    const keys = keysFor(caseText(SECOND));
    expect(keys).not.toContain('previous_plans');
    expect(keys).toContain('risks_compared');
    expect(keys).not.toContain('risks_significantly_different');
    expect(keys).not.toContain('head_of_service_agreement');
  });

  it('asks for the second ground only while the first is not shown', () => {
    expect(keysFor(caseText(THIRD))).toContain('circumstances_substantially_changed');
    const shown = keysFor(caseText(`${THIRD}answers: {risks_significantly_different: yes}`));
    expect(shown).not.toContain('circumstances_substantially_changed');
    const notShown = keysFor(caseText(`${THIRD}answers: {risks_significantly_different: no}`));
    expect(notShown).toContain('circumstances_substantially_changed');
  });

  it('asks for evidence only once it is sure that the requirement applies', () => {
    const open = keysFor(caseText(THIRD));
    expect(open).not.toContain('reasons_for_repeating');
    expect(open).not.toContain('service_manager_rationale');
    expect(open).toContain('second_plan_duties_expected');
    const sure = keysFor(caseText(`${THIRD}answers: {second_plan_duties_expected: yes, services_repeated: yes}`));
    expect(sure).toEqual(expect.arrayContaining(['reasons_for_repeating', 'service_manager_rationale']));
  });

  it('asks for records last, after every analysis', () => {
    const keys = keysFor(caseText(SECOND));
    expect(keys.indexOf('service_manager_rationale')).toBeGreaterThan(keys.indexOf('screening_discussion'));
    expect(keys.indexOf('point_1')).toBeLessThan(keys.indexOf('point_4'));
  });

  it('asks for the day of the request even where today would settle the time that has passed', () => {
    const recent = 'previous_plans: {complete: yes, plans: [{began: 2024-01-10, ended: 2025-10-15}]}\n';
    expect(keysFor(caseText(`${recent}answers: {conference_sought: yes}`))).toContain('conference_requested');
  });

  it('asks a derived fact itself where its dates were asked for and do not settle it', () => {
    const vague = `previous_plans: {complete: yes, plans: [{began: 2024, ended: 2025-11}]}\n${SECOND.split('\n')[1]}`;
    expect(keysFor(caseText(vague))).toContain('previous_plans');
    const asked = keysFor(caseText(vague), ['previous_plans']);
    expect(asked).not.toContain('previous_plans');
    expect(asked).toContain('months_since_last_plan');
  });

  it('leaves alone what was left open in this sitting, and asks it first in the next', () => {
    const text = caseText(`${SECOND}answers: {step_down: {unknown: not_known, who: team_manager}}`);
    expect(keysFor(text, ['step_down'])).not.toContain('step_down');
    expect(keysFor(text)[0]).toBe('step_down');
  });

  it('never asks for what is withheld', () => {
    expect(keysFor(caseText(`${SECOND}answers: {step_down: {unknown: withheld}}`))).not.toContain('step_down');
  });

  it('comes back to a text when another matter comes to apply', () => {
    const covered = `${SECOND}analysis: {point_3: {text: 'Long enough to be one.', covers: [change_not_sustained, likely_to_change]}}\n`;
    expect(keysFor(caseText(`${covered}answers: {risks_compared: same}`))).not.toContain('point_3');
    expect(keysFor(caseText(`${covered}answers: {risks_compared: both}`))).toContain('point_3');
    const put = ['point_3', 'point_3.change_not_sustained', 'point_3.likely_to_change'];
    expect(keysFor(caseText(`${covered}answers: {risks_compared: both}`), put)).toContain('point_3');
  });

  it('asks for a date from which something is due, once that is sure', () => {
    const keys = keysFor(caseText(SECOND, BOTH));
    expect(keys).toContain('initial_conference');
    expect(keys).not.toContain('first_review_conference');
    const onPlan = keysFor(caseText(SECOND.replace('current_plan: none', 'current_plan: {began: 2026-11-10}'), BOTH));
    expect(onPlan).toContain('first_review_conference');
  });

  it('asks for a category only while it can be compared with one of the record', () => {
    expect(keysFor(caseText(SECOND))).toContain('present_category');
    expect(keysFor(caseText(SECOND.replace(', category: NEG', '')), ['previous_plans'])).not.toContain(
      'present_category',
    );
  });
});

describe('a question that follows another', () => {
  const STAGE = `previous_plans: {count: 1}
current_plan: none
dates: {conference_requested: 2026-11-03}
answers: {conference_sought: yes, team_view: needed}
`;
  const keys = (records: string): string[] => keysFor(caseText(`${STAGE}records: {${records}}\n`, '[legal-planning]'));

  it('is asked while the other is open, and once it is so', () => {
    expect(keys('')).toContain('lpm_decision');
    expect(keys('lpm_held: yes')).toContain('lpm_decision');
    expect(keys('lpm_held: {unknown: not_known}')).toContain('lpm_decision');
  });

  it('is not asked where the other is not so', () => {
    expect(keys('lpm_held: no')).not.toContain('lpm_decision');
    expect(keys('lpm_held: no')).toContain('legal_advice_sought');
  });
});
