import { describe, expect, test } from 'vitest';
import { consistency } from '../../../src/case/consistency/consistency.ts';
import { readCase } from '../../../src/case/file/read-case.ts';

function said(body: string): [string, string, string][] {
  const { file, diagnostics } = readCase(`version: 1\ncase: EX-0001\n${body}`);
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  return consistency(file, '2026-10-20').map(({ severity, code, path }) => [severity, code, path.join('.')]);
}

const care = (...episodes: string[]): string => `looked_after: {complete: yes, episodes: [${episodes.join(', ')}]}`;
const meetings = (...list: string[]): string => `meetings: {complete: yes, list: [${list.join(', ')}]}`;

describe('the records of care', () => {
  test.each([
    [
      care('{began: 2026-09-01, legal_status: V2, placement: P1}'),
      ['error', 'placement_not_allowed', 'looked_after.episodes.0.placement'],
    ],
    [
      care('{began: 2026-09-01, ended: 2026-08-01}'),
      ['error', 'episode_ends_before_start', 'looked_after.episodes.0.ended'],
    ],
    [care('{began: 2026-11-01}'), ['error', 'episode_in_future', 'looked_after.episodes.0.began']],
    [care('{began: 2026-08-01}', '{began: 2026-09-01}'), ['error', 'two_open_episodes', 'looked_after.episodes.1']],
    [
      care('{began: 2026-08-01, ended: 2026-09-02}', '{began: 2026-09-01}'),
      ['error', 'overlapping_episodes', 'looked_after.episodes.1'],
    ],
    [`child: {expected: 2026-12-01}\n${care('{began: 2026-09-01}')}`, ['error', 'unborn_looked_after', 'looked_after']],
    ['child: {expected: 2026-10-01}', ['warning', 'expected_date_passed', 'child.expected']],
    ['child: {born: 2020-05-01, died: 2020-04-01}', ['error', 'death_before_birth', 'child.died']],
    ['child: {died: 2026-11-01}', ['error', 'death_in_future', 'child.died']],
    [
      'child: {died: 2026-09-01}\ncurrent_plan: {began: 2026-09-10}',
      ['error', 'plan_after_death', 'current_plan.began'],
    ],
    ['child: {died: 2026-09-01}\ncurrent_plan: {began: 2026-08-10}', ['warning', 'plan_after_death', 'current_plan']],
    [
      `child: {died: 2026-09-01}\n${care('{began: 2026-08-01}')}`,
      ['error', 'looked_after_after_death', 'looked_after.episodes.0'],
    ],
    [
      `child: {died: 2026-09-01}\n${meetings('{kind: core_group, date: 2026-09-10}')}`,
      ['warning', 'meeting_after_death', 'meetings.list.0.date'],
    ],
    [
      'child: {born: 2008-10-19}\ncurrent_plan: {began: 2026-08-10}',
      ['warning', 'plan_after_eighteen', 'current_plan'],
    ],
    [
      meetings('{kind: review_conference, date: 2026-10-17}'),
      ['warning', 'conference_at_weekend', 'meetings.list.0.date'],
    ],
    [
      meetings('{kind: core_group, date: 2026-10-15, minutes_sent: 2026-10-14}'),
      ['error', 'minutes_before_meeting', 'meetings.list.0.minutes_sent'],
    ],
    [
      `current_plan: {began: 2026-06-17}\n${meetings('{kind: initial_conference, date: 2026-06-16, decided: plan_made}')}`,
      ['warning', 'plan_not_from_conference', 'meetings.list.0.date'],
    ],
  ])('%s', (body, remark) => {
    expect(said(body)).toEqual([remark]);
  });

  test.each([
    [
      care(
        '{began: 2026-08-01, ended: 2026-09-01, legal_status: V2}',
        '{began: 2026-09-01, legal_status: C1, placement: P1}',
      ),
    ],
    [care('{began: 2026-08, ended: 2026-09}', '{began: 2026-09}')],
    ['child: {died: 2026-09-01}\nlooked_after: {episodes: [{began: 2026-08-01, ended: 2026-09-01}]}'],
    ['child: {born: 2008-10-20}\ncurrent_plan: {began: 2026-08-10}'],
    [meetings('{kind: core_group, date: 2026-10-17}')],
    [`current_plan: {began: 2026-06-16}\n${meetings('{kind: initial_conference, date: 2026-06, decided: plan_made}')}`],
  ])('%s is in order', (body) => {
    expect(said(body)).toEqual([]);
  });
});
