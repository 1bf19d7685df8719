import { describe, expect, test } from 'vitest';
import { consistency } from '../../../src/case/consistency/consistency.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { daysInUse, PLACEMENTS, placementInWords } from '../../../src/facts/records/codes.ts';

const TODAY = '2026-10-20';

function said(body: string): string[] {
  const { file, diagnostics } = readCase(`version: 1\ncase: EX-0001\n${body}`);
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  return consistency(file, TODAY).map(({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`);
}

const born = (day: string): string => `child: {born: ${day}}`;
const care = (episode: string): string => `looked_after: {complete: yes, episodes: [${episode}]}`;
const earlier = (...list: string[]): string => `previous_plans: {complete: yes, plans: [${list.join(', ')}]}`;
const met = (kind: string, date: string): string => `meetings: {complete: yes, list: [{kind: ${kind}, date: ${date}}]}`;
const lines = (...parts: string[]): string => parts.join('\n');

/** Each kind that cannot be, and beside it a neighbour a day or a case away that can. */
const PAIRS: readonly (readonly [what: string, wrong: string, remarks: readonly string[], right: string])[] = [
  [
    'a plan that ended before birth',
    lines(born('2025-08-20'), earlier('{began: 2025-02-10, ended: 2025-08-19}')),
    ['warning plan_before_birth previous_plans.plans.0.ended'],
    lines(born('2025-08-20'), earlier('{began: 2025-02-10, ended: 2025-08-20}')),
  ],
  [
    'a plan that began before there was a child',
    lines(born('2025-08-20'), earlier('{began: 2024-10-19, ended: 2026-01-13}')),
    ['warning plan_before_birth previous_plans.plans.0.began'],
    lines(born('2025-08-20'), earlier('{began: 2024-10-20, ended: 2026-01-13}')),
  ],
  [
    'a plan long before a child who is expected',
    lines('child: {expected: 2026-12-20}', 'current_plan: {began: 2026-02-19}'),
    ['warning plan_before_birth current_plan.began'],
    lines('child: {expected: 2026-12-20}', 'current_plan: {began: 2026-02-20}'),
  ],
  [
    'care before birth',
    lines(born('2026-08-20'), care('{began: 2026-08-19}')),
    ['error looked_after_before_birth looked_after.episodes.0.began'],
    lines(born('2026-08-20'), care('{began: 2026-08-20}')),
  ],
  [
    'a looked-after review before birth',
    lines(born('2026-08-20'), met('looked_after_review', '2026-08-19')),
    ['error review_before_birth meetings.list.0.date'],
    lines(born('2026-08-20'), met('initial_conference', '2026-08-19')),
  ],
  [
    'care that begins at 18',
    lines(born('2008-10-06'), care('{began: 2026-10-06, ended: 2026-10-07}')),
    ['error looked_after_begins_after_eighteen looked_after.episodes.0.began'],
    lines(born('2008-10-06'), care('{began: 2026-10-05, ended: 2026-10-06}')),
  ],
  [
    'care that goes on at 18',
    lines(born('2008-10-19'), care('{began: 2026-08-10}')),
    ['warning looked_after_after_eighteen looked_after.episodes.0'],
    lines(born('2008-10-20'), care('{began: 2026-08-10}')),
  ],
  [
    'a plan that begins at 18',
    lines(born('2008-10-06'), 'current_plan: {began: 2026-10-06}'),
    ['error plan_begins_after_eighteen current_plan.began'],
    lines(born('2008-10-20'), 'current_plan: {began: 2026-10-06}'),
  ],
  [
    'a review at 18',
    lines(born('2008-10-06'), met('looked_after_review', '2026-10-06')),
    ['warning meeting_after_eighteen meetings.list.0.date'],
    lines(born('2008-10-06'), met('looked_after_review', '2026-10-05')),
  ],
  [
    'care that goes on after death',
    lines('child: {died: 2026-09-01}', care('{began: 2026-08-10, ended: 2026-09-02}')),
    ['error looked_after_after_death looked_after.episodes.0'],
    lines('child: {died: 2026-09-01}', care('{began: 2026-08-10, ended: 2026-09-01}')),
  ],
  [
    'an earlier plan that began after death',
    lines('child: {died: 2026-09-01}', earlier('{began: 2026-09-02, ended: 2026-09-10}')),
    ['error plan_after_death previous_plans.plans.0.began'],
    lines('child: {died: 2026-09-01}', earlier('{began: 2026-09-01, ended: 2026-09-10}')),
  ],
  [
    'a conference asked for after death',
    lines('child: {died: 2026-09-01}', 'dates: {conference_requested: 2026-09-02}'),
    ['warning date_after_death dates.conference_requested'],
    lines('child: {died: 2026-09-01}', 'dates: {conference_requested: 2026-09-01}'),
  ],
  [
    'an expected date that has passed',
    'child: {expected: 2026-10-19}',
    ['warning expected_date_passed child.expected'],
    'child: {expected: 2026-10-19, died: 2026-10-01}',
  ],
  [
    'a core group on the first day of the plan',
    lines('current_plan: {began: 2026-06-16}', met('core_group', '2026-06-16')),
    ['error review_on_first_day meetings.list.0.date'],
    lines('current_plan: {began: 2026-06-16}', met('core_group', '2026-06-17')),
  ],
  [
    'a review on the first day of an earlier plan',
    lines(earlier('{began: 2024-06-18, ended: 2025-02-04}'), met('review_conference', '2024-06-18')),
    ['error review_on_first_day meetings.list.0.date'],
    lines(earlier('{began: 2024-06-18, ended: 2025-02-04}'), met('review_conference', '2025-02-04')),
  ],
  [
    'a review under no plan',
    lines(
      earlier('{began: 2024-06-18, ended: 2025-02-04}'),
      'current_plan: {began: 2026-06-16}',
      met('review_conference', '2026-06-15'),
    ),
    ['warning review_outside_plan meetings.list.0.date'],
    lines('current_plan: {began: 2026-06-16}', met('review_conference', '2026-06-15')),
  ],
  [
    'the date of a first review before the plan',
    lines('current_plan: {began: 2026-06-16}', 'dates: {first_review_conference: 2026-06-16}'),
    ['error review_on_first_day dates.first_review_conference'],
    lines('current_plan: {began: 2026-06-16}', 'dates: {first_review_conference: 2026-06-17}'),
  ],
  [
    'a request before the last plan ended',
    lines(earlier('{began: 2024-06-18, ended: 2025-02-04}'), 'dates: {conference_requested: 2025-02-03}'),
    ['warning request_before_end_of_plan dates.conference_requested'],
    lines(earlier('{began: 2024-06-18, ended: 2025-02-04}'), 'dates: {conference_requested: 2025-02-04}'),
  ],
  [
    'a conference before the last plan ended',
    lines(earlier('{began: 2024-06-18, ended: 2025-02-04}'), 'dates: {initial_conference: 2025-02-03}'),
    ['warning conference_before_end_of_plan dates.initial_conference'],
    lines(earlier('{began: 2024-06-18, ended: 2025-02-04}'), 'dates: {initial_conference: 2025-02-04}'),
  ],
  [
    'a conference before the request for it',
    'dates: {conference_requested: 2026-10-13, initial_conference: 2026-10-12}',
    ['warning conference_before_request dates.initial_conference'],
    'dates: {conference_requested: 2026-10-13, initial_conference: 2026-10-13}',
  ],
  [
    'a code after the years in which it was in use',
    care('{began: 2024-04-01, placement: H5}'),
    ['warning placement_code_out_of_use looked_after.episodes.0.placement'],
    care('{began: 2024-03-31, placement: H5}'),
  ],
  [
    'a code before the years in which it was in use',
    care('{began: 2024-01-09, ended: 2024-03-31, placement: K3}'),
    ['warning placement_code_out_of_use looked_after.episodes.0.placement'],
    care('{began: 2024-01-09, ended: 2024-04-01, placement: K3}'),
  ],
];

describe('a record that cannot be', () => {
  test.each(PAIRS)('%s is said', (_, wrong, remarks) => {
    expect(said(wrong)).toEqual(remarks);
  });

  test.each(PAIRS)('%s: what lies beside it is in order', (_what, _wrong, _remarks, right) => {
    expect(said(right)).toEqual([]);
  });

  test('an initial conference of an earlier plan is not taken for that of the present one', () => {
    const meeting = 'meetings: {list: [{kind: initial_conference, date: 2023-03-07, decided: plan_made}]}';
    const plans = lines(earlier('{began: 2023-03-07, ended: 2024-03-12}'), 'current_plan: {began: 2026-06-16}');
    expect(said(lines(plans, meeting))).toEqual([]);
    expect(said(lines('current_plan: {began: 2026-06-16}', meeting))).toEqual([
      'warning plan_not_from_conference meetings.list.0.date',
    ]);
  });
});

describe('the codes of the national return', () => {
  test.each(PLACEMENTS)('%s is accepted in a year that has it', (code) => {
    const began = daysInUse(code).from ?? '2020-01-14';
    expect(said(care(`{began: ${began}, ended: ${began}, placement: ${code}}`))).toEqual([]);
  });

  test('a code is shown with what it stands for only where that is established', () => {
    expect(['K3', 'Z11', 'H5', 'P1'].map((code) => placementInWords(code as 'K3'))).toEqual([
      'K3: supported accommodation (returns from 2025)',
      'Z11 (returns from 2026)',
      'H5 (returns to 2024)',
      'P1: with a parent, or somebody with parental responsibility',
    ]);
  });
});
