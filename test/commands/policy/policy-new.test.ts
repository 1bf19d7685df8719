import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policyNew } from '../../../src/commands/policy/policy-new.ts';
import { policyVerify } from '../../../src/commands/policy/policy-verify.ts';
import { verify } from '../../../src/policy/verify/verify.ts';
import { policiesIn } from '../../support/packs/policies.ts';
import { program } from '../../support/program/in-process.ts';
import { inWorld } from '../../support/program/io.ts';

const folder = (): string => join(mkdtempSync(join(tmpdir(), 'cpplan-')), 'policies');

test('a starter pack is written with its vocabulary, and verifies without a finding or a note', async () => {
  const policies = folder();
  const { exit, out } = await inWorld((io) => policyNew('exampleshire-plans', { policies }, io));
  expect(exit).toBe(0);
  expect(out).toContain(`Written: ${join(policies, 'exampleshire-plans.yaml')}`);
  const verified = await inWorld((io) => policyVerify([], { format: 'text', policies }, io));
  expect(verified.out).toContain('exampleshire-plans 0.1.0: no problems.');
  expect(verified.exit).toBe(0);
  const packs = policiesIn(policies);
  expect(verify(packs.pack('exampleshire-plans'), packs.vocabulary()).findings).toEqual([]);
});

test('what comes next runs as it is printed, in an empty folder', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'cpplan-'));
  const policies = join(empty, 'mine');
  const { out } = await inWorld((io) => policyNew('first-pack', { policies }, io));
  const lines = out.split('\n').filter((line) => line.startsWith('  cpplan '));
  const ends: [string | undefined, number, string][] = [];
  for (const line of lines) {
    const words = line.trim().split(' ').slice(1);
    const given = await program(words.map((word) => (word === 'first-pack-cases' ? join(empty, word) : word)));
    ends.push([words[1], given.exit, given.out]);
  }
  expect(ends.map(([verb, status]) => [verb, status])).toEqual([
    ['verify', 0],
    ['mutate', 1],
    ['test', 0],
  ]);
  expect(ends.at(-1)?.[2]).toMatch(/\d+ passed, 0 failed/);
});

test('the starter pack carries the day and its name, and no mark is left over', async () => {
  const policies = folder();
  await inWorld((io) => policyNew('exampleshire-plans', { policies }, io));
  const text = readFileSync(join(policies, 'exampleshire-plans.yaml'), 'utf8');
  expect(text).toContain('published: 2026-11-22');
  expect(text).not.toMatch(/__[A-Z]+__/);
});

test('a vocabulary that is there is kept, and a pack that is there is never overwritten', async () => {
  const policies = folder();
  await inWorld((io) => policyNew('first', { policies }, io));
  const second = await inWorld((io) => policyNew('second', { policies }, io));
  expect(second.out).not.toContain('facts.yaml');
  const again = await inWorld((io) => policyNew('first', { policies }, io));
  expect(again).toMatchObject({ exit: 2 });
  expect(again.err).toContain('there already');
});

test.each(['Exampleshire', '../outside', 'facts', 'bank-holidays', ''])('`%s` is no name for a pack', async (id) => {
  const { exit, err } = await inWorld((io) => policyNew(id, { policies: folder() }, io));
  expect(exit).toBe(2);
  expect(err).toContain('cannot be the name of a pack');
});
