import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import { tasksOf } from '../../../src/assess/case/tasks.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { taskInWords } from '../../../src/report/case/task-words.ts';
import { broken, compiled, join } from '../../support/packs/broken-packs.ts';

// Each review is measured by the text in force on the day of that review, not by the one of today.

const NOW = 'in_force: {from: 2026-04-01}';
const OLD = 'in_force: {until: 2026-03-31}';
const DUTY =
  'kind: deadline, question: further, who: social_worker, says: Send the minutes., for_each: {meeting: review}';

const packOf = (text: string, head = '') =>
  compiled(
    broken(
      ['roles:\n', `${head}meetings: {review: Review conference}\nroles:\n`],
      ['requirements:\n', `requirements:\n  minutes: {${DUTY}, ${text}}\n`],
      ['  SD-3: {', `  SD-2o: {section: Panel, paragraph: 3, says: The older text., ${OLD}}\n  SD-3: {`],
    ),
  );
const FEWER_DAYS = `clauses: [SD-2], due: {after: each, days: 5}, ${NOW}, editions: [{${OLD}, clauses: [SD-2o], due: {after: each, days: 20}}]`;

function looked(pack: ReturnType<typeof packOf>, dates: readonly string[], asAt: string, answers = 'asked_for: yes') {
  const list = dates.map((date) => `{kind: review, date: ${date}}`).join(', ');
  const { file, diagnostics } = readCase(
    `version: 1\ncase: EX-0001\npacks: [sound]\nanswers: {${answers}}\nmeetings: {complete: yes, list: [${list}]}\n`,
  );
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  const assessment = assess(file, join([pack]), asAt);
  const findings = assessment.findings.filter(({ rule }) => rule === 'minutes');
  return {
    assessment,
    findings,
    told: findings.map(({ instance, state, due, clauses }) => {
      return `${instance?.on?.from} ${state} ${due?.from}${due?.from === due?.to ? '' : `/${due?.to}`} ${clauses}`;
    }),
  };
}

describe('a number of days that becomes less', () => {
  const pack = packOf(FEWER_DAYS);

  test('a review before the change keeps the older number, one after it has the newer', () => {
    expect(looked(pack, ['2026-04-02', '2026-03-28'], '2026-04-10').told).toEqual([
      '2026-03-28 due 2026-04-17 SD-2o',
      '2026-04-02 past_due_unrecorded 2026-04-07 SD-2',
    ]);
  });

  test('whichever text applies to the rest of the case', () => {
    expect(looked(pack, ['2026-03-28'], '2026-03-31').told).toEqual(['2026-03-28 due 2026-04-17 SD-2o']);
  });

  test('where only the month of a review is known, and the text changed in it, it is late by both texts or not yet', () => {
    const inMarch = packOf(FEWER_DAYS.replaceAll('2026-04-01', '2026-03-16').replaceAll('2026-03-31', '2026-03-15'));
    const told = (asAt: string) => looked(inMarch, ['2026-03'], asAt).told;
    expect(told('2026-04-10')).toEqual(['2026-03-01 unknown 2026-03-06/2026-04-20 SD-2']);
    expect(told('2026-04-21')).toEqual(['2026-03-01 past_due_unrecorded 2026-03-06/2026-04-20 SD-2']);
  });

  test('the count says by which text it was made', () => {
    const { assessment } = looked(pack, ['2026-03-28'], '2026-04-10');
    const [finding] = assessment.findings.filter(({ rule }) => rule === 'minutes');
    expect(finding?.counted).toBe('20 days after 28 March 2026, by the text in force until 31 March 2026');
    const acts = tasksOf(assessment).map((task) => taskInWords(task, assessment, (role) => role).act);
    expect(acts).toContain('Send the minutes. This is about the review conference of 28 March 2026.');
  });

  test('an event that decides on the text decides for each', () => {
    const byEvent = packOf(FEWER_DAYS, 'in_force_by: [conference_requested]\n');
    const { told } = looked(byEvent, ['2026-03-28'], '2026-04-10', 'asked_for: yes, conference_requested: 2026-04-03');
    expect(told).toEqual(['2026-03-28 past_due_unrecorded 2026-04-02 SD-2']);
  });
});

describe('a duty that another text has', () => {
  test('alone stays asked for reviews under that text, and for no other', () => {
    const former = packOf(`clauses: [SD-2o], due: {after: each, days: 20}, ${OLD}`);
    expect(looked(former, ['2026-03-28', '2026-04-02'], '2026-04-10').told).toEqual([
      '2026-03-28 due 2026-04-17 SD-2o',
    ]);
    expect(looked(former, ['2026-04-02'], '2026-04-10').told).toEqual([]);
  });

  test('does not have is asked for none of the reviews before', () => {
    const later = packOf(`clauses: [SD-2], due: {after: each, days: 5}, ${NOW}`);
    expect(looked(later, ['2026-03-28', '2026-04-02'], '2026-04-10').told).toEqual([
      '2026-04-02 past_due_unrecorded 2026-04-07 SD-2',
    ]);
    expect(looked(later, ['2026-03-28'], '2026-04-10').told).toEqual(['undefined not_applicable undefined SD-2']);
  });

  test('and it is not known whether it applies, is said once', () => {
    expect(looked(packOf(FEWER_DAYS), ['2026-03-28', '2026-04-02'], '2026-04-10', 'ground: other').told).toEqual([
      'undefined unknown undefined SD-2',
    ]);
  });
});
