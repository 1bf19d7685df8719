import { describe, expect, test } from 'vitest';
import { findingOf, outcomeOf, under } from '../support/packs/authority.ts';

const bucks = (records: string, answers = '') =>
  under(
    'buckinghamshire',
    '2026-11-09',
    `current_plan: {began: 2026-03-10}
looked_after: {complete: yes, episodes: [{began: 2026-10-12, legal_status: V2, placement: U6}]}
answers: {${answers}}
records: {${records}}`,
  );

describe('the combined meeting in Buckinghamshire', () => {
  test('that ends the plan leaves the Independent Reviewing Officer to chair', () => {
    const ended = bucks('reviewed_in_care: ended');
    expect(outcomeOf(ended, 'becomes_looked_after')).toBe('plan_ended');
    expect(findingOf(ended, 'ended_iro_chairs')).toMatchObject({ who: ['iro'], clauses: ['BK-6d'] });
    expect(findingOf(ended, 'kept_plan_developed').state).toBe('not_applicable');
    expect(findingOf(ended, 'later_meetings_combined').state).toBe('not_applicable');
  });

  test('that keeps the plan leaves the chair there, the minutes whole and later meetings combined', () => {
    const kept = bucks('reviewed_in_care: kept');
    expect(outcomeOf(kept, 'becomes_looked_after')).toBe('plan_kept');
    expect(findingOf(kept, 'kept_plan_developed')).toMatchObject({ who: ['conference_chair'], clauses: ['BK-6e'] });
    expect(findingOf(kept, 'later_meetings_combined').clauses).toEqual(['BK-6g']);
    expect(findingOf(kept, 'ended_iro_chairs').state).toBe('not_applicable');
  });

  test('without a date that both can make goes to both managers, neither of them the chair', () => {
    const none = bucks('shared_date: none, reviewed_in_care: not_held');
    expect(outcomeOf(none, 'escalation')).toBe('to_both_managers');
    const { items, pack } = findingOf(none, 'escalated');
    expect(items?.map(({ says }) => says)).toEqual(['the Conference Manager', 'the IRO Manager']);
    expect(pack.pack.roles?.conference_manager).not.toBe(pack.pack.roles?.conference_chair);
  });

  test.each([
    ['disagreement: yes', 'to_both_managers'],
    ['iro_disagrees: yes', 'to_both_managers'],
    ['disagreement: no, iro_disagrees: no', 'none'],
  ])('with %s: %s', (answers, outcome) => {
    expect(outcomeOf(bucks('shared_date: agreed, reviewed_in_care: not_held', answers), 'escalation')).toBe(outcome);
  });

  test.each([
    ['consent_likely_withdrawn: yes, immediate_threshold: no', 'combined_meeting_may_keep'],
    [
      'consent_likely_withdrawn: yes, immediate_threshold: yes, contact_cannot_be_stopped: no, other_reason_to_keep: no',
      'combined_meeting_decides',
    ],
    ['contact_cannot_be_stopped: yes', 'combined_meeting_may_keep'],
    ['other_reason_to_keep: yes', 'combined_meeting_may_keep'],
    [
      'consent_likely_withdrawn: no, contact_cannot_be_stopped: no, other_reason_to_keep: no',
      'combined_meeting_decides',
    ],
  ])('to come, with %s: %s', (answers, outcome) => {
    expect(outcomeOf(bucks('reviewed_in_care: not_held', answers), 'becomes_looked_after')).toBe(outcome);
  });

  test('follows the seven steps, each with who does it', () => {
    const steps = bucks('').findings.filter(({ says }) => /^Step \d/.test(says));
    expect([...new Set(steps.map(({ says }) => says.slice(0, 6)))]).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `Step ${n}`),
    );
    expect(steps.every(({ who }) => who.length > 0)).toBe(true);
  });
});
