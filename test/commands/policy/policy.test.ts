import { expect, test } from 'vitest';
import { policyList, policyShow } from '../../../src/commands/policy/policy.ts';
import { policies } from '../../support/packs/policies.ts';
import { inWorld } from '../../support/program/io.ts';

const text = { format: 'text' } as const;
const json = { format: 'json' } as const;

test('list names every pack with its source, publisher and date', async () => {
  const { exit, out } = await inWorld((io) => policyList(text, io));
  expect(exit).toBe(0);
  for (const name of policies.names()) expect(out).toContain(`${name} ${policies.pack(name).pack.version}`);
  expect(out).toMatch(/undated/);
});

test('list as JSON carries version and digest of every pack', async () => {
  const { out } = await inWorld((io) => policyList(json, io));
  const { packs } = JSON.parse(out) as { packs: { id: string; digest: string }[] };
  expect(packs.map(({ id }) => id)).toEqual(policies.names());
  for (const { digest } of packs) expect(digest).toMatch(/^[0-9a-f]{64}$/);
});

test('show gives rules, requirements and indicators in words, within 80 columns', async () => {
  const { exit, out } = await inWorld((io) => policyShow('repeat-plans', text, io));
  expect(exit).toBe(0);
  expect(out).toMatch(/- neither_ground \(\w+\) → third_no_ground \[RP-6\.2\]/);
  expect(out).toContain('When: the child has had a plan before; and the time since the last plan');
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('show --clauses accounts for every clause', async () => {
  const { out } = await inWorld((io) => policyShow('repeat-plans', { ...text, clauses: true }, io));
  for (const clause of Object.keys(policies.pack('repeat-plans').pack.clauses)) expect(out).toContain(clause);
  expect(out).toContain('Reading taken:');
  expect(out).not.toContain('nothing yet');
});

test('show as JSON holds the same view, with the digest', async () => {
  const { out } = await inWorld((io) => policyShow('legal-planning', json, io));
  const shown = JSON.parse(out) as { digest: string; pack: { questions: { rules: { id: string }[] }[] } };
  expect(shown.digest).toHaveLength(64);
  expect(shown.pack.questions[0]?.rules.map(({ id }) => id)).toContain('team_presents');
});

test('a pack that is not there is a sentence with a suggestion, and exit code 2', async () => {
  const { exit, err } = await inWorld((io) => policyShow('repeat-plan', text, io));
  expect(exit).toBe(2);
  expect(err).toContain('Did you mean `repeat-plans`?');
});
