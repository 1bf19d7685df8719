import { describe, expect, test } from 'vitest';
import { clausesOf, findingOf, outcomeOf, under } from '../support/packs/authority.ts';

const leicester = (body: string) => under('leicester', '2026-10-20', body);

const care = (status: string, placement: string): string =>
  `looked_after: {complete: yes, episodes: [{began: 2026-10-05, legal_status: ${status}, placement: ${placement}}]}`;

describe('a child who becomes looked after in Leicester', () => {
  const onPlan = (episode: string, answers: string, records = ''): string =>
    `current_plan: {began: 2026-03-10}\n${episode}\nanswers: {${answers}}\nrecords: {${records}}`;
  const NO_EXCEPTION = 'own_behaviour: no, other_reason_to_keep: no, care_plan_carries_needs: yes';
  const AGREED = 'team_manager_view: reduced, iro_view: reduced';

  test.each([
    [care('C1', 'P1'), NO_EXCEPTION, `${AGREED}, chair_view: agrees`, 'keep_exceptional', 'LD-2.2'],
    [care('V2', 'U6'), 'own_behaviour: yes', `${AGREED}, chair_view: agrees`, 'keep_exceptional', 'LD-2.2'],
    [care('V2', 'U6'), 'own_behaviour: no, other_reason_to_keep: yes', AGREED, 'keep_other', 'LD-2.2'],
    [care('C1', 'U6'), NO_EXCEPTION, 'team_manager_view: reduced, iro_view: not_given', 'consider_together', 'LD-4.3'],
    [care('C1', 'U6'), NO_EXCEPTION, `${AGREED}, chair_view: not_given`, 'seek_chair_view', 'LD-4.4'],
    [care('C1', 'U6'), NO_EXCEPTION, `${AGREED}, chair_view: disagrees`, 'chair_disagrees', 'LD-4.4'],
    [care('C1', 'U6'), NO_EXCEPTION, `${AGREED}, chair_view: agrees`, 'end_by_letter', 'LD-4.5'],
  ])('%s with %s; %s: %s', (episode, answers, records, outcome, clause) => {
    const assessment = leicester(onPlan(episode, answers, records));
    expect(outcomeOf(assessment, 'becomes_looked_after')).toBe(outcome);
    expect(clausesOf(assessment, 'becomes_looked_after')).toContain(clause);
  });

  test('has the letter only after Team Manager, Independent Reviewing Officer and chair have spoken', () => {
    const assessment = leicester(onPlan(care('C1', 'U6'), NO_EXCEPTION, AGREED));
    expect(outcomeOf(assessment, 'becomes_looked_after')).toEqual([
      'seek_chair_view',
      'chair_disagrees',
      'end_by_letter',
    ]);
    expect(findingOf(assessment, 'chair_view_sought').who).toEqual(['iro']);
    expect(findingOf(assessment, 'chair_writes').state).toBe('unknown');
  });
});

describe('a child already looked after in Leicester', () => {
  test('under section 20 without proceedings is not usually taken to conference', () => {
    const body = `current_plan: none\n${care('V2', 'U6')}\nanswers: {conference_sought: yes, proceedings_pending: no, return_home: not_planned}`;
    expect(outcomeOf(leicester(body), 'already_looked_after')).toBe('conference_not_usual');
  });
});

describe('another order in Leicester', () => {
  const ordered = (order: string): string =>
    `current_plan: {began: 2026-03-10}\nlooked_after: none\nanswers: {other_order: ${order}}\nrecords: {order_review_decision: not_held}`;

  test.each([
    ['special_guardianship', 'bring_forward', 'not_applicable'],
    ['child_arrangements', 'bring_forward', 'not_applicable'],
    ['other', 'bring_forward', 'not_applicable'],
    ['supervision', 'bring_forward_plan_unusual', 'unknown'],
    ['interim_supervision', 'bring_forward_plan_unusual', 'unknown'],
  ])('%s: %s; the clauses on supervision orders: %s', (order, outcome, supervision) => {
    const assessment = leicester(ordered(order));
    expect(outcomeOf(assessment, 'other_order')).toBe(outcome);
    expect(findingOf(assessment, 'conference_brought_forward').state).toBe('outstanding');
    expect(findingOf(assessment, 'supervision_elements').state).toBe(supervision);
    expect(findingOf(assessment, 'first_child_in_need_meeting').state).toBe(supervision);
    expect(findingOf(assessment, 'contingency').state).toBe('unknown');
  });
});

describe('ending a plan in Leicester', () => {
  test.each(['risk_reduced', 'moved', 'other'])(
    'on the ground %s is a matter on which the document is silent',
    (ground) => {
      const assessment = leicester(
        `current_plan: {began: 2026-03-10}\nlooked_after: none\nanswers: {ceasing_ground: ${ground}}`,
      );
      const question = assessment.questions.find(({ id }) => id === 'ceasing');
      expect(question).toMatchObject({ state: 'silent', outcome: 'silent_on_ground' });
    },
  );

  test('because the child is looked after is answered by the question on that', () => {
    const body = `current_plan: {began: 2026-03-10}\n${care('C1', 'P1')}\nanswers: {ceasing_ground: looked_after}`;
    expect(outcomeOf(leicester(body), 'ceasing')).toBe('as_looked_after');
  });
});
