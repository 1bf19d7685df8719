import { expect, test } from 'vitest';
import { assessedText } from '../../support/cases.ts';

const dated = (text: string): string[] =>
  assessedText(text)
    .diagnostics.filter(({ code }) => code === 'recorded_in_future')
    .map(({ severity, path }) => `${severity} ${path.join('.')}`);

// worked cases without a date of their own are looked at on 21 May 2026
test.each([
  ['an answer', 'answers: {risks_compared: {value: same, date: %}}', 'answers.risks_compared.date'],
  [
    'one account of a dispute',
    'answers: {risks_compared: {unknown: disputed, accounts: [{value: same}, {value: both, date: %}]}}',
    'answers.risks_compared.accounts.1.date',
  ],
  [
    'a record',
    'records: {service_manager_rationale: {value: yes, date: %, by: service_manager}}',
    'records.service_manager_rationale.date',
  ],
  ['a text', 'analysis: {point_1: {text: Invented., date: %}}', 'analysis.point_1.date'],
  [
    'a decision',
    'decisions: [{question: further_plan, outcome: second_plan, by: service_manager, date: %, agrees: yes}]',
    'decisions.0.date',
  ],
])('%s dated after the day of the assessment is an error, and on that day is right', (_, text, path) => {
  expect(dated(text.replace('%', '2026-05-22'))).toEqual([`error ${path}`]);
  expect(dated(text.replace('%', '2026-05-21'))).toEqual([]);
});

test('a month that has begun may hold days before the assessment, so it is right', () => {
  expect(dated('answers: {risks_compared: {value: same, date: 2026-05}}')).toEqual([]);
  expect(dated('answers: {risks_compared: {value: same, date: 2026-06}}')).toHaveLength(1);
});

test('a day that is asked for ahead is no record: it may lie in the future', () => {
  expect(dated('dates: {conference_requested: 2026-06-20}')).toEqual([]);
  expect(dated('answers: {risks_compared: {unknown: awaited, chase_by: 2026-06-20}}')).toEqual([]);
});
