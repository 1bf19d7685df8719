import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PolicyMutateOptions, policyMutate } from '../../../src/commands/policy/policy-mutate.ts';
import { policyTest } from '../../../src/commands/policy/policy-test.ts';
import { folderWith } from '../../support/folder.ts';
import { SOUND } from '../../support/packs/broken-packs.ts';
import { REPEAT_PACKS } from '../../support/packs/policies.ts';
import { CASES, caseText, folderOf } from '../../support/packs/policy-folder.ts';
import { program } from '../../support/program/in-process.ts';
import { type Given, inWorld } from '../../support/program/io.ts';

function run(policies: string, more: Partial<PolicyMutateOptions> = {}): Promise<Given> {
  const options = { format: 'text' as const, policies, cases: [join(policies, 'cases')], ...more };
  return inWorld((io) => policyMutate([], options, io));
}

test('slips that no case notices are listed at their line, with a case that would', async () => {
  const { exit, out } = await run(folderOf(SOUND, CASES));
  expect(exit).toBe(1);
  expect(out).toMatch(
    /sound: \d+ slips, 2 worked cases: \d+ told apart by a case, \d+ that mean the same, \d+ that no case notices\. Score \d+ %\./,
  );
  expect(out).toMatch(/sound\.yaml:\d+:\d+: surviving: rule `long_ago` left out altogether/);
  expect(out).not.toContain('surviving: rule `no_plan_before` left out altogether');
});

test('the cases that are offered, once accepted, leave no slip unnoticed', async () => {
  const folder = folderOf(SOUND, CASES);
  await run(folder, { writeCases: join(folder, 'cases') });
  expect(readdirSync(join(folder, 'cases')).length).toBeGreaterThan(5);
  const tested = await inWorld((io) =>
    policyTest([], { format: 'text', policies: folder, cases: [join(folder, 'cases')] }, io),
  );
  expect(tested.out).toContain('0 failed');
  const { exit, out } = await run(folder);
  expect(out).toContain('0 that no case notices. Score 100 %.');
  expect(exit).toBe(0);
});

test('a case that is offered has a reference that no other case has, and is never written over another', async () => {
  const folder = folderOf(SOUND, CASES);
  await run(folder, { writeCases: join(folder, 'cases') });
  const ids = readdirSync(join(folder, 'cases')).map(
    (name) => /^case: (\S+)/m.exec(readFileSync(join(folder, 'cases', name), 'utf8'))?.[1],
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('an offered case says of itself what it is for', async () => {
  const folder = folderOf(SOUND, CASES);
  await run(folder, { writeCases: join(folder, 'offered') });
  const [first] = readdirSync(join(folder, 'offered'));
  expect(readFileSync(join(folder, 'offered', first as string), 'utf8')).toContain(
    'Is what it expects what the document says?',
  );
});

test('--min accepts a lower score', async () => {
  expect((await run(folderOf(SOUND, CASES), { min: '20' })).exit).toBe(0);
});

test('JSON gives every mutant with its verdict', async () => {
  const { out } = await run(folderOf(SOUND, CASES), { format: 'json' });
  const { packs } = JSON.parse(out);
  expect(packs[0].mutants).toHaveLength(packs[0].killed + packs[0].surviving + packs[0].equivalent);
  expect(packs[0].mutants.find(({ is }: { is: string }) => is === 'killed').by).toMatch(/^EX-000[12]$/);
});

test('cases that fail already are put right first', async () => {
  const wrong = caseText(
    'EX-0003',
    'answers: {asked_for: yes, earlier_plans: 0}\nexpect:\n  questions: {further: panel}',
  );
  const { exit, err } = await run(folderOf(SOUND, { ...CASES, 'cases/wrong.yaml': wrong }));
  expect(exit).toBe(2);
  expect(err).toContain('cases/wrong.yaml');
});

test('no slip in a shipped pack on repeat plans goes unnoticed by the shipped cases', async () => {
  const { exit, out } = await inWorld((io) => policyMutate(REPEAT_PACKS, { format: 'text' }, io));
  expect(out.match(/0 that no case notices\. Score 100 %\./g)).toHaveLength(REPEAT_PACKS.length);
  expect(exit).toBe(0);
});

test('few cases are offered, each with the whole question, on a day on which the text is in force', async () => {
  const folder = folderWith({
    'cases/none.yaml': 'version: 1\ncase: EX-0001\nas_at: 2026-11-20\npacks: [exampleshire-long-plans]\n',
  });
  const { out } = await program([
    'policy',
    'mutate',
    'exampleshire-long-plans',
    ...['--policies', 'docs/examples/exampleshire/policies', '--cases', join(folder, 'cases'), '--format', 'json'],
  ]);
  const { packs } = JSON.parse(out) as { packs: [{ surviving: number; mutants: { case?: { yaml: string } }[] }] };
  const offered = packs[0].mutants.flatMap((mutant) => mutant.case?.yaml ?? []);
  expect(packs[0].surviving).toBeGreaterThan(200);
  expect(offered.length).toBeLessThan(packs[0].surviving / 5);
  // The text that is changed is in force from 1 April 2026
  for (const yaml of offered) expect(yaml).toMatch(/^as_at: (?:2026-(?:0[4-9]|1)|2027)/m);
  const whole = offered.filter((yaml) => /^ {2}questions:/m.test(yaml) && /^ {2}findings:/m.test(yaml));
  expect(whole.length).toBeGreaterThan(offered.length / 2);
});

test('a slip that only a record of its own would show is listed without a case', async () => {
  const folder = folderWith({
    'cases/none.yaml': 'version: 1\ncase: EX-0001\nas_at: 2026-11-20\npacks: [national-timescales]\n',
  });
  const { out } = await program(['policy', 'mutate', 'national-timescales', '--cases', join(folder, 'cases')]);
  expect(out).toContain('that no case notices');
});
