import { describe, expect, test } from 'vitest';
import { isUrgent } from '../../../src/assess/case/assessment.ts';
import { tasksOf } from '../../../src/assess/case/tasks.ts';
import { headline } from '../../../src/report/case/headline.ts';
import { taskInWords } from '../../../src/report/case/task-words.ts';
import { assessed } from '../../support/cases.ts';
import { title } from '../../support/notes.ts';
import { under } from '../../support/packs/authority.ts';

/** The tasks of a worked case as `LABEL who: what`. */
const tasksIn = (path: string): string[] => {
  const assessment = assessed(`cases/${path}.yaml`);
  return tasksOf(assessment).map((task) => {
    const { label, who, says, when } = taskInWords(task, assessment, title);
    return `${label} ${who}: ${says} ${when}`.trim();
  });
};

const urgentIn = (path: string): string[] => tasksIn(path).filter((line) => line.startsWith('URGENT'));

/** What the headline of a question says in a worked case. */
const says = (path: string, id: string): string => {
  const assessment = assessed(`cases/${path}.yaml`);
  const question = assessment.questions.find((q) => q.id === id);
  return question ? headline(question, assessment, title) : '';
};

const ON_PLAN = 'current_plan: {authority: Exampleshire, began: 2026-06-16, category: NEG}';
const TOLD = 'line_manager_told: {value: yes, date: 2026-10-19}';

describe('what cannot wait', () => {
  test.each([
    ['becomes-looked-after/stoke-section-20-ended-nobody-told', 'Look again at once at the decision to end the plan'],
    ['ceasing/stoke-ended-by-conference-at-five-months', 'Look again at once at the decision to end the plan'],
    ['removal-and-return/stoke-removed-nothing-recorded', 'Protect the child now'],
    [
      'becomes-looked-after/stoke-review-ended-before-the-transfer',
      'Take this up at once with the receiving authority',
    ],
    ['plan-delivery/stoke-unseen-and-little-else-known', 'Speak to your line manager at once'],
  ])('in %s is the step that the pack names: %s', (path, step) => expect(urgentIn(path).join('\n')).toContain(step));

  test.each([
    'removal-and-return/stoke-conference-on-removal-held',
    'removal-and-return/stoke-returned-by-court',
    'becomes-looked-after/stoke-section-20-ended-a-day-short',
    'ceasing/stoke-too-early',
  ])('is not said in %s, where those steps are done or not asked for', (path) => {
    expect(urgentIn(path)).toEqual([]);
    expect(assessed(`cases/${path}.yaml`).questions.filter(isUrgent)).toEqual([]);
  });

  test.each([
    ['not urgent before the birth', 'child: {expected: 2027-01-10}', false],
    ['urgent as long as the child is not seen', 'child: {born: 2015-03-04}', true],
    ['urgent as long as nobody knows whether the child is born', '', true],
  ])('avoided contact of which the line manager knows is %s', (_, child, urgent) => {
    const text = [child, ON_PLAN, 'answers: {contact_refused: yes}', 'records:', `  ${TOLD}`];
    const { questions } = under('stoke-on-trent', '2026-10-20', text.filter(Boolean).join('\n'));
    const delivery = questions.find(({ id }) => id === 'plan_delivery');
    expect(delivery && [delivery.outcome, isUrgent(delivery)]).toEqual(['child_unseen', urgent]);
  });

  test('an end that nothing on record could bring is told in its own words, and to the person who raises it', () =>
    expect(urgentIn('becomes-looked-after/bucks-kept-and-ended-since')).toEqual([
      expect.stringMatching(/^URGENT Social Worker: The plan is recorded as ended.*Raise this with the CP Chair now/),
    ]));
});

test('an approval that the decider is asked for is the decision, and is asked for once', () => {
  const asked = tasksIn('legal-planning/threshold-not-met').filter((line) => line.includes('Head of Service'));
  expect(asked).toEqual([expect.stringContaining('Review the case, and give the final view')]);
});

test('a last day that is not known exactly reads as a sentence', () =>
  expect(tasksIn('becomes-looked-after/stoke-section-20-end-of-unknown-age').join('\n')).toContain(
    'The last day is between 15 January 2026 and 15 January 2027.',
  ));

describe('a headline follows what people have done', () => {
  test.each([
    ['becomes-looked-after/leicester-letter-sent', 'becomes_looked_after', /has written.*Record the day/],
    [
      'becomes-looked-after/stoke-order-letter-sent',
      'becomes_looked_after',
      /has gone to all agencies.*Record the day/,
    ],
    ['challenge/closed-with-actions-outstanding', 'challenge', /^Challenge and resolution has been issued[.]/],
    ['becomes-looked-after/bucks-disagreement', 'escalation', /^It has been escalated/],
    [
      'further-plan/third-plan-one-ground-known',
      'further_plan',
      /^The Head of Service did not agree, so .* does not go forward/,
    ],
    ['legal-planning/decision-disputed', 'legal_planning', /is recorded as having decided[.] Not settled[.]/],
  ])('%s', (path, id, words) => expect(says(path, id)).toMatch(words));

  test('nobody decides alone what three people consider together', () =>
    expect(says('becomes-looked-after/leicester-own-behaviour', 'becomes_looked_after')).toContain(
      'the Team Manager, the Independent Reviewing Officer and the Child Protection Conference Chair together to decide',
    ));
});
