import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PolicyTestOptions, policyTest } from '../../../src/commands/policy/policy-test.ts';
import { SOUND } from '../../support/packs/broken-packs.ts';
import { CASES, caseText, folderOf } from '../../support/packs/policy-folder.ts';
import { type Given, inWorld } from '../../support/program/io.ts';

function run(cases: Readonly<Record<string, string>>, more: Partial<PolicyTestOptions> = {}): Promise<Given> {
  const policies = folderOf(SOUND, { ...CASES, ...cases });
  const options = { format: 'text' as const, policies, cases: [join(policies, 'cases')], ...more };
  return inWorld((io) => policyTest([], options, io));
}

test('cases that give what they say pass, and what no case shows is listed', async () => {
  const { exit, out } = await run({});
  expect(exit).toBe(0);
  expect(out).toContain('2 passed, 0 failed');
  expect(out).toContain('No case shows rule `long_ago` holding');
  expect(out).not.toContain('rule `no_plan_before` holding');
});

test('a failure stands at its line, with the condition that decided and the facts it saw', async () => {
  const wrong = caseText(
    'EX-0003',
    'answers: {asked_for: yes, earlier_plans: 0}\nexpect:\n  questions: {further: panel}',
  );
  const { exit, out } = await run({ 'cases/wrong.yaml': wrong });
  expect(exit).toBe(1);
  expect(out).toMatch(
    /wrong\.yaml:8:\d+: failed: `further` is expected to be `panel`; it is `first`, by `no_plan_before`\. \[not_as_expected\]/,
  );
  expect(out).toContain('`no_plan_before` holds when the number of earlier plans: 0');
  expect(out).toContain('the number of earlier plans (earlier_plans): 0');
});

test('a failure on a requirement names its condition and its evidence', async () => {
  const wrong = caseText(
    'EX-0003',
    'answers: {asked_for: yes, earlier_plans: 1, months_since_last_plan: 1, ground: other}\nrecords: {panel_view: objects}\nexpect:\n  findings: {panel_agrees: met}',
  );
  const { out } = await run({ 'cases/wrong.yaml': wrong });
  expect(out).toContain('`panel_agrees` applies when Further plan ends in “The panel is asked”');
  expect(out).toContain("the panel's view (panel_view): it objects");
});

// biome-ignore format: one row a line
const FAILING: readonly (readonly [string, string, string])[] = [
  ['a rule that is not there', 'expect:\n  rules: [no_plans_before]', 'Did you mean `no_plan_before`?'],
  ['a question that is not there', 'expect:\n  questions: {furter: first}', 'Did you mean `further`?'],
  ['a requirement that is not there', 'expect:\n  findings: {weigh_histroy: met}', 'Did you mean `weigh_history`?'],
  ['a fault of the file that it does not name', 'answers: {asked: yes}\nexpect: {}', '[unknown_fact]'],
];

test.each(FAILING)('%s is a failure', async (_, rest, says) => {
  const { exit, out } = await run({ 'cases/wrong.yaml': caseText('EX-0003', rest) });
  expect(exit).toBe(1);
  expect(out).toContain(says);
});

test('a fault of the file that it names is none', async () => {
  const rest = 'answers: {asked: yes}\nexpect:\n  diagnostics: [unknown_fact]';
  expect((await run({ 'cases/named.yaml': caseText('EX-0003', rest) })).exit).toBe(0);
});

test('--min asks for coverage', async () => {
  expect((await run({}, { min: '40' })).exit).toBe(0);
  const { exit, out } = await run({}, { min: '90' });
  expect(exit).toBe(1);
  expect(out).toContain('at least 90 % is asked for');
  expect((await run({}, { min: 'much' })).exit).toBe(2);
});

test('--filter runs some cases, and says nothing of coverage', async () => {
  const { exit, out } = await run({}, { filter: 'EX-0002', min: '90' });
  expect(exit).toBe(0);
  expect(out).toBe('1 passed, 0 failed\n');
});

test('no case at all is a failure', async () => {
  const { exit, out } = await run({}, { filter: 'nothing like it' });
  expect(exit).toBe(1);
  expect(out).toContain('sound: no worked case');
});

test('JSON and JUnit name cases and failures, never values of facts', async () => {
  const wrong = caseText(
    'EX-0003',
    'answers: {asked_for: yes, earlier_plans: 0, ground: new_harm}\nexpect:\n  questions: {further: panel}',
  );
  const json = await run({ 'cases/wrong.yaml': wrong }, { format: 'json' });
  expect(JSON.parse(json.out)).toMatchObject({ version: 1, passed: false, coverage: [{ pack: 'sound' }] });
  const junit = await run({ 'cases/wrong.yaml': wrong }, { format: 'junit' });
  expect(junit.out).toContain('<testsuite name="worked cases" tests="3" failures="1">');
  expect(junit.out).toContain('name="EX-0003"');
  for (const { out } of [json, junit]) expect(out).not.toContain('new harm');
});

test('the shipped cases pass, and show nearly all there is', async () => {
  const { exit, out } = await inWorld((io) => policyTest([], { format: 'text', min: '95' }, io));
  expect(out).toContain('0 failed');
  expect(exit).toBe(0);
});
