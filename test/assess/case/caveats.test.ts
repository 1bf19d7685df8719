import { describe, expect, it } from 'vitest';
import { concerns } from '../../../src/assess/case/concerns.ts';
import { assessedText } from '../../support/cases.ts';

const SECOND = `previous_plans: {complete: yes, plans: [{began: 2023-01-10, ended: 2024-01-10, category: NEG}]}
current_plan: none
dates: {conference_requested: 2026-05-19}
`;
const TEXT =
  'Two years have passed and the change held for most of them, by the records of school and clinic. It went when the father came back.';

const finding = (body: string, rule: string) =>
  assessedText(`${SECOND}${body}`).findings.find((found) => found.rule === rule);

const point1 = (text: string, rest = 'by: social_worker, date: 2026-05-18'): string =>
  `analysis: {point_1: {covers: [time_since_last_plan, threshold_again], text: "${text}", ${rest}}}`;

describe('an analysis that is none', () => {
  it.each(['n/a', 'Neglect', '', 'Say why the threshold of significant harm is reached again.'])(
    '"%s" does not count',
    (text) => {
      const found = finding(point1(text), 'threshold_again');
      expect(found?.state).toBe('overdue');
      const { diagnostics } = assessedText(`${SECOND}${point1(text)}`);
      expect(diagnostics.map(({ code, path }) => [code, path.join('.')])).toEqual([
        ['analysis_in_doubt', 'analysis.point_1.text'],
      ]);
    },
  );

  it('one that is in doubt counts, never without a mark', () => {
    const found = finding(point1('Same man as before, and again.'), 'threshold_again');
    expect(found).toMatchObject({ state: 'met', caveat: 'look again: this is very short: 6 words' });
    expect(finding(point1(TEXT), 'threshold_again')).toMatchObject({ state: 'met', caveat: undefined });
  });

  it('an empty text that covers nothing is only still to be written', () => {
    expect(assessedText(`${SECOND}analysis: {point_1: {text: ""}}`).diagnostics).toEqual([]);
  });
});

describe('analysis before the request', () => {
  it.each([
    ['the day before', 'by: social_worker, date: 2026-05-18', 'met'],
    ['on the day', 'by: social_worker, date: 2026-05-19', 'met'],
    ['the day after', 'by: social_worker, date: 2026-05-20', 'done_late'],
    ['on a day that is not given', 'by: social_worker', 'past_due_unrecorded'],
  ])('%s', (_, rest, state) => {
    expect(finding(point1(TEXT, rest), 'threshold_again')?.state).toBe(state);
  });
});

describe('a bare yes', () => {
  it.each([
    ['yes', 'recorded, not by whom or when'],
    ['{value: yes, by: service_manager}', 'recorded, not when'],
    ['{value: yes, date: 2026-05-18}', 'recorded, not by whom'],
    ['{value: yes, post: SM North, date: 2026-05-18}', undefined],
  ])('%s', (value, caveat) => {
    const body = `records: {service_manager_rationale: ${value}}`;
    expect(finding(body, 'service_manager_rationale')).toMatchObject({ state: 'met', caveat });
    const assessment = assessedText(`${SECOND}${body}`);
    const list = concerns(assessment.file, assessment).filter(({ rule }) => rule === 'service_manager_rationale');
    expect(list.map(({ level, says }) => [level, says.includes(`: ${caveat}: `)])).toEqual(
      caveat ? [['note', true]] : [],
    );
  });
});
