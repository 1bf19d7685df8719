import { describe, expect, test } from 'vitest';
import { days, NO, options, span, YES } from '../../../src/facts/knowledge.ts';
import { MOST } from '../../../src/logic/span.ts';
import { assessedText, faultsOf } from '../../support/cases.ts';

const stateOf = (fact: string, text: string) => assessedText(text).sheet.states.get(fact);
const known = (fact: string, text: string) => stateOf(fact, text)?.known;
const remarks = (text: string) => assessedText(text).diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('an answer', () => {
  test.each([
    ['yes', 'answers: {services_repeated: yes}', 'services_repeated', YES],
    ['true, as some programs write it', 'answers: {services_repeated: true}', 'services_repeated', YES],
    ['no', 'answers: {services_repeated: no}', 'services_repeated', NO],
    ['an option', 'answers: {risks_compared: both}', 'risks_compared', options(0b100)],
    ['a number', 'answers: {earlier_plans: 2}', 'earlier_plans', span(4, 4)],
    ['a range', 'answers: {earlier_plans: at least 2}', 'earlier_plans', span(4, MOST)],
    ['a duration', 'answers: {months_since_last_plan: under 12}', 'months_since_last_plan', span(0, 23)],
    [
      'a date to the month',
      'dates: {initial_conference: 2026-06}',
      'initial_conference',
      days({ from: '2026-06-01', to: '2026-06-30' }),
    ],
    [
      'a value with where it is from',
      'answers: {services_repeated: {value: no, source: minutes}}',
      'services_repeated',
      NO,
    ],
    ['a record', 'records: {lpm_held: yes}', 'lpm_held', YES],
    ['an item of a checklist', 'checklists: {plan_states: {work: no}}', 'plan_states.work', NO],
  ])('may be %s', (_, text, fact, value) => {
    expect(known(fact, text)).toEqual(value);
  });

  test.each(['not_known', 'awaited', 'withheld'])('that is %s is unknown, never no', (kind) => {
    expect(known('services_repeated', `answers: {services_repeated: {unknown: ${kind}}}`)).toBeUndefined();
  });

  test('that is not given at all has no entry', () => {
    expect(stateOf('services_repeated', '')).toBeUndefined();
  });
});

describe('a disputed fact', () => {
  const disputed = (...values: string[]): string =>
    `answers: {risks_compared: {unknown: disputed, accounts: [${values.map((v) => `{value: ${v}}`).join(', ')}]}}`;

  test('may be what either account says, and nothing else', () => {
    expect(known('risks_compared', disputed('same', 'both'))).toEqual(options(0b101));
  });

  test('is known where both accounts come to the same', () => {
    expect(known('risks_compared', disputed('both', 'both'))).toEqual(options(0b100));
  });

  test('is unknown where an account cannot be read, and says so', () => {
    expect(known('risks_compared', disputed('same', 'some'))).toBeUndefined();
    expect(remarks(disputed('same', 'some'))).toEqual(['wrong_value answers.risks_compared.accounts.1.value']);
  });

  test('needs two accounts, and no other fact has them', () => {
    const text = (kind: string) => `version: 1\ncase: EX-1\nanswers:\n  services_repeated: {unknown: ${kind}}\n`;
    expect(faultsOf(text('disputed'))).toEqual([expect.stringContaining('A disputed fact needs `accounts`')]);
    expect(faultsOf(text('awaited, accounts: [{value: yes}, {value: no}]'))).toEqual([
      expect.stringContaining('no other fact has them'),
    ]);
  });
});

describe('an answer against the record', () => {
  const plans =
    'previous_plans: {complete: yes, plans: [{began: 2023-03-07, ended: 2025-03-18}]}\ndates: {conference_requested: 2026-05-19}';

  test.each([
    ['agrees where the record allows it, and both together say more', 'at least 12', span(29, 29)],
    ['contradicts where the record excludes it; then both stay possible', 'under 12', span(0, 29)],
  ])('%s', (_, answer, months) => {
    expect(known('months_since_last_plan', `${plans}\nanswers: {months_since_last_plan: ${answer}}`)).toEqual(months);
  });

  test('is said at the answer, as an error', () => {
    expect(remarks(`${plans}\nanswers: {months_since_last_plan: under 12}`)).toEqual([
      'answer_contradicts_record answers.months_since_last_plan',
    ]);
    expect(remarks(`${plans}\nanswers: {months_since_last_plan: 14}`)).toEqual([]);
  });

  test('a yes against a record that says no leaves both open', () => {
    expect(known('on_plan_now', 'current_plan: none\nanswers: {on_plan_now: yes}')).toEqual(options(0b11));
  });
});

describe('a name or a place that is wrong', () => {
  test.each([
    ['a fact that no pack knows', 'answers: {step_dwn: not_early}', 'unknown_fact answers.step_dwn'],
    ['an answer among the records', 'records: {step_down: not_early}', 'wrong_section records.step_down'],
    ['a record among the answers', 'answers: {lpm_held: yes}', 'wrong_section answers.lpm_held'],
    [
      'a date among the answers',
      'answers: {initial_conference: 2026-06-02}',
      'wrong_section answers.initial_conference',
    ],
    [
      'an item of a checklist among the records',
      'records: {plan_states.work: yes}',
      'wrong_section records.plan_states.work',
    ],
    [
      'an item that the list does not have',
      'checklists: {plan_states: {wrok: yes}}',
      'unknown_fact checklists.plan_states.wrok',
    ],
    ['an option that the fact does not have', 'answers: {risks_compared: mixed}', 'wrong_value answers.risks_compared'],
    ['yes for a choice', 'answers: {risks_compared: yes}', 'wrong_value answers.risks_compared'],
    [
      'a value within an entry',
      'answers: {risks_compared: {value: mixed}}',
      'wrong_value answers.risks_compared.value',
    ],
    ['a fraction', 'answers: {earlier_plans: 1.5}', 'wrong_value answers.earlier_plans'],
    ['words for a date', 'dates: {initial_conference: soon}', 'wrong_date dates.initial_conference'],
    ['yes for a date', 'dates: {initial_conference: true}', 'wrong_date dates.initial_conference'],
    ['an analysis that no pack asks for', 'analysis: {point_5: {text: words}}', 'unknown_fact analysis.point_5'],
    [
      'a matter that the text does not cover',
      'analysis: {point_1: {text: The change held for a year and went with him., covers: [work_completed]}}',
      'unknown_fact analysis.point_1.covers.0',
    ],
  ])('%s', (_, text, remark) => {
    expect(remarks(text)).toEqual([remark]);
  });

  test('a value in the wrong section is taken all the same, so that one slip makes one message', () => {
    expect(known('step_down', 'records: {step_down: not_early}')).toEqual(options(0b1));
  });
});

describe('analysis', () => {
  const written = (text: string, covers: string): string =>
    `analysis: {point_1: {text: ${JSON.stringify(text)}, covers: [${covers}]}}`;

  test.each([
    ['a matter ticked off under a text is covered', written('Eight months is short.', 'threshold_again'), YES],
    ['a matter not ticked off is not', written('Eight months is short.', 'time_since_last_plan'), NO],
    ['a tick without words covers nothing', written('  ', 'threshold_again'), NO],
    ['what is not in the file has not been written', '', NO],
  ])('%s', (_, text, answer) => {
    expect(known('point_1.threshold_again', text)).toEqual(answer);
  });
});
