import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { timelineOf, timelineText } from '../../../src/report/case/timeline.ts';
import { timelineSvg } from '../../../src/report/case/timeline-svg.ts';
import { repeatBook } from '../../support/packs/policies.ts';

const caseWith = (more: Partial<CaseFile>): CaseFile => ({
  version: 1,
  case: 'EX-1',
  packs: ['repeat-plans'],
  ...more,
});

const timeline = (more: Partial<CaseFile>) => timelineOf(assess(caseWith(more), repeatBook, '2026-11-20'));

const line = (more: Partial<CaseFile>): string => timelineText(timeline(more));

const plan = (began: string, ended: string) => ({ began, ended });

describe('the line of time', () => {
  test('shows plans and the months between them', () =>
    expect(line({ previous_plans: { plans: [plan('2020-01-10', '2021-01-10'), plan('2023-01', '2023-06-30')] } })).toBe(
      'Jan 2020 ====== plan 1 ====== Jan 2021 ------------ 23 to 24 months ------------ Jan 2023 === plan 2 === Jun 2023 --------------- 40 months --------------- Nov 2026',
    ));

  test('counts the time since the last plan to the request, once there is one', () =>
    expect(
      line({
        previous_plans: { plans: [plan('2023-01-01', '2024-01-01')] },
        dates: { conference_requested: '2024-03-01' },
      }),
    ).toMatch(/^Jan 2023 ====== plan 1 ====== Jan 2024 -- 2 months -- Mar 2024( > |$)/));

  test('shows a plan that goes on as open, with nothing after it', () =>
    expect(line({ current_plan: { began: '2026-05-20' } })).toMatch(/^May 2026 === plan 1 === still open( > |$)/));

  test('names what is overdue, the day of the note, and what is to come', () => {
    const dates = { conference_requested: '2026-11-02', initial_conference: '2026-11-25' };
    expect(line({ previous_plans: { plans: [plan('2023-01-01', '2024-01-01')] }, dates })).toMatch(
      / > 20 November 2026: Day of this note > 25 November 2026: Initial conference; Due: social worker and team manager$/,
    );
    const mark = (kind: 'due' | 'today', label: string, day: string) => ({ kind, label, at: { from: day, to: day } });
    const marks = [mark('due', 'Due: ST-05.3', '2026-06-30'), mark('today', 'Day of this note', '2026-10-20')];
    expect(timelineText({ stretches: [], marks })).toBe(
      '30 June 2026: OVERDUE: ST-05.3 > 20 October 2026: Day of this note',
    );
  });

  test('shows plans in order of time, whatever their order in the file', () =>
    expect(
      line({ previous_plans: { plans: [plan('2023-01-01', '2023-06-01'), plan('2020-01-01', '2020-06-01')] } }),
    ).toMatch(/^Jan 2020 .* plan 1 .* Jan 2023 .* plan 2 /));

  test('is empty where no plan has both its dates', () => {
    expect(line({ previous_plans: { count: 2 } })).toBe('');
    expect(timelineSvg(timeline({ previous_plans: { count: 2 } }), 'x')).toBe('');
  });
});

describe('the picture of time', () => {
  const dates = Object.fromEntries(
    ['strategy_discussion', 'conference_requested', 'initial_conference'].map((id, i) => [id, `2026-11-0${i + 2}`]),
  );
  const svg = timelineSvg(timeline({ previous_plans: { plans: [plan('2016-01-01', '2016-07-01')] }, dates }), 'words');

  test('draws days close together apart, in order and within its edges', () => {
    const places = [...svg.matchAll(/<line x1="(\d+)" y1="\d+" x2="\1"/g)].map((match) => Number(match[1]));
    expect(places).toHaveLength(6);
    expect(
      places
        .slice(1)
        .map((x, i) => x - (places[i] as number))
        .every((apart) => apart >= 60),
    ).toBe(true);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...places)).toBeLessThanOrEqual(630);
  });

  test('names what stands at each day', () => expect(svg).toContain('Strategy'));
});
