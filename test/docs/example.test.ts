import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { policyMutate } from '../../src/commands/policy/policy-mutate.ts';
import { policyTest } from '../../src/commands/policy/policy-test.ts';
import { policyVerify } from '../../src/commands/policy/policy-verify.ts';
import { policiesIn, policies as shipped } from '../support/packs/policies.ts';
import { inWorld } from '../support/program/io.ts';

// The worked example of docs/writing-a-pack.md.
const EXAMPLE = 'docs/examples/exampleshire';
const options = { format: 'text', policies: `${EXAMPLE}/policies`, cases: [`${EXAMPLE}/cases`] } as const;
const folder = policiesIn(options.policies);
const own = folder.names().filter((name) => name.startsWith('exampleshire-'));

test.each(own)('%s verifies without a finding or a note', async (name) => {
  const { exit, out } = await inWorld((io) => policyVerify([name], { ...options, format: 'json' }, io));
  expect(JSON.parse(out).packs[0].findings).toEqual([]);
  expect(exit).toBe(0);
});

test('its worked cases give what they say, and show whatever the pack can say', async () => {
  const { exit, out } = await inWorld((io) => policyTest([], { ...options, min: '100' }, io));
  expect(out).toContain(' 0 failed');
  expect(exit).toBe(0);
});

test('its worked cases notice every slip', async () => {
  const { exit, out } = await inWorld((io) => policyMutate([], options, io));
  expect(out.match(/Score 100 %/g)).toHaveLength(own.length);
  expect(exit).toBe(0);
});

test('it has a role and a meeting that no shipped pack has', () => {
  for (const name of shipped.names()) {
    expect(Object.keys(shipped.pack(name).pack.roles ?? {})).not.toContain('plan_steward');
    expect(Object.keys(shipped.pack(name).pack.meetings ?? {})).not.toContain('long_plans_panel');
  }
});

test('its folder says what it extends, and holds no copy of a shipped file', () => {
  const own = readdirSync(options.policies);
  expect(own).toContain('policies.yaml');
  expect(own.filter((name) => existsSync(`policies/${name}`))).toEqual(['documents.yaml', 'profiles.yaml']);
  expect(Object.keys(parse(readFileSync(`${options.policies}/profiles.yaml`, 'utf8')).profiles)).toEqual([
    'exampleshire',
  ]);
});
