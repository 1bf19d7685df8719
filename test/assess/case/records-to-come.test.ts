import { expect, test } from 'vitest';
import { assessedText } from '../../support/cases.ts';

const third = (more: string): string => `
packs: [repeat-plans]
previous_plans: {count: 2}
current_plan: none
dates: {conference_requested: 2026-05-19}
answers: {risks_significantly_different: yes}
${more}`;

const at = (yaml: string): string | undefined => {
  const assessment = assessedText(third(yaml));
  const question = assessment.questions.find(({ id }) => id === 'further_plan');
  return question && assessment.standings.get(question)?.at;
};

test.each([
  ['2026-05-20', 'decided'],
  ['2026-06-20', 'to_prepare'],
])('an agreement recorded for %s leaves the question %s on 21 May 2026', (date, standing) => {
  expect(at(`records: {head_of_service_agreement: {value: agreed, by: head_of_service, date: ${date}}}`)).toBe(
    standing,
  );
  const decision = `{question: further_plan, outcome: third_ground_shown, by: head_of_service, date: ${date}, agrees: yes}`;
  expect(at(`decisions: [${decision}]`)).toBe(standing);
});

test('a tick for a day that has not come is not known, and one without a day counts', () => {
  const state = (entry: string): string | undefined =>
    assessedText(
      third(`records: {challenge_issued: ${entry}}\n`).replace('answers: {', 'answers: {step_down: the_reason, '),
    ).findings.find(({ rule }) => rule === 'challenge_issued')?.state;
  expect([state('{value: yes, date: 2026-06-20}'), state('{value: yes, date: 2026-05-20}'), state('yes')]).toEqual([
    'unknown',
    'met',
    'met',
  ]);
});
