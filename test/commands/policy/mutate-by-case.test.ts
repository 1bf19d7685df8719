import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyMutate } from '../../../src/commands/policy/policy-mutate.ts';
import { policyTest } from '../../../src/commands/policy/policy-test.ts';
import { broken } from '../../support/packs/broken-packs.ts';
import { folderOf } from '../../support/packs/policy-folder.ts';
import { inWorld } from '../../support/program/io.ts';

// Slips that no condition shows: strength, another way, how many agree, numbers in how a fact is worked out.

const PACK = broken(
  [
    'in_play: {asked_for: yes}\n',
    'in_play: {asked_for: yes}\n    decided_by: [{who: [social_worker, team_manager, panel_chair], needs: 2, clauses: [SD-2]}]\n',
  ],
  [
    'requirements:\n',
    `requirements:
  letter: {kind: notify, question: further, who: social_worker, says: Send the letter., clauses: [SD-2], strength: should, variation: {who: [team_manager]}, due: {after: conference_requested, days: 10}}
  advice: {kind: record, question: further, who: social_worker, says: Take advice., clauses: [SD-2], strength: ideally}
  papers: {kind: deadline, question: further, who: social_worker, says: Send the papers., clauses: [SD-2], due: {before: papers_day}}
`,
  ],
  [
    '\nfacts:\n',
    '\nfacts:\n  papers_day: {type: date, label: the day for the papers, derive: {later: {than: conference_requested, days: 3}}}\n',
  ],
);

const CASES = {
  'cases/none.yaml':
    'version: 1\ncase: EX-0901\nas_at: 2026-01-05\npacks: [sound]\nexpect: {questions: {further: [not_in_play, first, panel, manager, usual]}}\n',
};

const mutate = (policies: string, more: object = {}) =>
  inWorld((io) => policyMutate([], { format: 'text', policies, cases: [join(policies, 'cases')], ...more }, io));

/** The slips of a kind with what is said of each. */
async function told(policies: string, slip: string): Promise<string> {
  const { out } = await mutate(policies);
  const [, after = ''] = out.split(slip);
  return after.split(/\n {2}\S/)[0]?.replace(/\s+/g, ' ') ?? '';
}

describe('a slip is told in words of its own', () => {
  const folder = folderOf(PACK, CASES);
  test.each([
    ['requirement `letter` `must` in place of `should`', 'it would be overdue by one of the two'],
    ['requirement `letter` without the departure', 'In a case in which another way is approved'],
    ['who decides `further` 1 of 3 roles in place of 2', 'it would be decided by one of the two'],
    ['how `papers_day` is worked out 2 in place of 3', 'this fact would come out differently'],
    ['requirement `letter` 9 days in place of 10', 'it would be late by one of the two'],
  ])('%s: %s', async (slip, says) => {
    expect(await told(folder, slip)).toContain(says);
  });

  test('a strength without a day makes none: no case comes out differently', async () => {
    expect((await mutate(folder)).out).not.toMatch(/`advice` `must` in place/);
  });
});

test('the cases that are offered tell them apart; what is left needs dates or lists of its own', async () => {
  const folder = folderOf(PACK, CASES);
  await mutate(folder, { writeCases: join(folder, 'cases') });
  expect(readdirSync(join(folder, 'cases')).length).toBeGreaterThan(5);
  const tested = await inWorld((io) =>
    policyTest([], { format: 'text', policies: folder, cases: [join(folder, 'cases')] }, io),
  );
  expect(tested.out).toContain(' 0 failed');
  const { out } = await mutate(folder);
  const left = [...out.matchAll(/surviving: (.*)/g)].map(([, says]) => says);
  expect(left.filter((says) => !says?.includes('is worked out'))).toEqual([]);
});
