import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyMutate } from '../../../src/commands/policy/policy-mutate.ts';
import { policyTest } from '../../../src/commands/policy/policy-test.ts';
import { broken } from '../../support/packs/broken-packs.ts';
import { folderOf } from '../../support/packs/policy-folder.ts';
import { inWorld } from '../../support/program/io.ts';
import { IN_TIME } from './in-time.ts';

// `policy test` and `policy mutate` look at each text that a worked case uses.

const caseOn = (asAt: string, id: string, expect_: string): string =>
  `version: 1\ncase: EX-000${id}\npacks: [sound]\nas_at: ${asAt}\nanswers: {asked_for: yes, earlier_plans: 1, ground: other, months_since_last_plan: 7 to 7}\nexpect: {questions: {further: ${expect_}}}\n`;

const NOW = { 'cases/now.yaml': caseOn('2026-05-01', '1', 'panel') };
const THEN = { ...NOW, 'cases/then.yaml': caseOn('2018-05-01', '2', 'usual') };
const FIRST_TEXT = 'in the text in force until 31 December 2019';

const mutate = (policies: string, more: object = {}) =>
  inWorld((io) => policyMutate([], { format: 'text', policies, cases: [join(policies, 'cases')], ...more }, io));
const tested = (policies: string) =>
  inWorld((io) => policyTest([], { format: 'text', policies, cases: [join(policies, 'cases')] }, io));

describe('an earlier text', () => {
  test('that a case uses has slips and coverage of its own', async () => {
    const folder = folderOf(IN_TIME, THEN);
    const { out } = await mutate(folder);
    expect(out).toContain(`rule \`soon_again\` left out altogether, ${FIRST_TEXT}`);
    expect(out).not.toContain('in the text in force from 1 January 2020');
    expect((await tested(folder)).out).toContain(
      `No case shows rule \`soon_again\` holding, nor unknown, ${FIRST_TEXT}.`,
    );
  });

  test('that no case uses is not looked at', async () => {
    const folder = folderOf(IN_TIME, NOW);
    expect((await mutate(folder)).out).not.toContain('in the text in force');
    expect((await tested(folder)).out).not.toContain('in the text in force');
  });

  test('is not looked at again where it reads the same', async () => {
    const { out } = await mutate(folderOf(IN_TIME, THEN));
    expect(out).not.toMatch(/no_plan_before.*in the text/);
  });

  test('loses no slip unnoticed once the cases that are offered are accepted', async () => {
    const folder = folderOf(IN_TIME, THEN);
    await mutate(folder, { writeCases: join(folder, 'cases') });
    const { out } = await mutate(folder);
    expect(out).toContain('0 that no case notices. Score 100 %.');
    expect((await tested(folder)).out).toContain(' 0 failed');
  });
});

test('a text by which one review is measured is looked at too', async () => {
  const [later, before] = ['in_force: {from: 2026-04-01}', 'in_force: {until: 2026-03-31}'];
  const minutes = `  minutes: {kind: deadline, question: further, who: social_worker, says: Send the minutes., clauses: [SD-2], for_each: {meeting: review}, due: {after: each, days: 5}, ${later}, editions: [{${before}, due: {after: each, days: 20}}]}\n`;
  const pack = broken(
    ['roles:\n', 'meetings: {review: Review conference}\nroles:\n'],
    ['requirements:\n', `requirements:\n${minutes}`],
  );
  const reviewed = `version: 1\ncase: EX-0001\npacks: [sound]\nas_at: 2026-04-17\nanswers: {asked_for: yes}\nmeetings: {complete: yes, list: [{kind: review, date: 2026-03-28}]}\nexpect: {findings: {minutes: due}}\n`;
  const folder = folderOf(pack, { 'cases/one.yaml': reviewed });
  const told = JSON.parse((await mutate(folder, { format: 'json' })).out).packs[0].mutants as {
    id: string;
    is: string;
  }[];
  const verdicts = Object.fromEntries(
    told.filter(({ id }) => /minutes: \d+ days/.test(id)).map(({ id, is }) => [id, is]),
  );
  expect(verdicts).toEqual({
    'requirement minutes: 4 days in place of 5': 'surviving',
    'requirement minutes: 6 days in place of 5': 'surviving',
    'requirement minutes: 19 days in place of 20, in the text in force until 31 March 2026': 'killed',
    'requirement minutes: 21 days in place of 20, in the text in force until 31 March 2026': 'surviving',
  });
});
