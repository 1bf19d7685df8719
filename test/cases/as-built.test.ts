import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageFiles } from '../../src/files/policies/shipped-files.ts';
import { main } from '../../src/main.ts';
import { folderWith } from '../support/folder.ts';
import { inWorld } from '../support/program/io.ts';

const CASE = 'cases/further-plan/second-plan-ready.yaml';
const DECISION = [
  '--question',
  'further_plan',
  '--outcome',
  'second_plan',
  '--by',
  'team_manager',
  '--date',
  '2026-11-20',
];

/** The files of the shipped policies that a command reads, where they are as the build found them, or are not. */
async function readBy(args: readonly string[], areAsBuilt: boolean): Promise<readonly string[]> {
  const files = packageFiles('.');
  const read: string[] = [];
  const noting = (name: string): string => {
    read.push(name);
    return files.policies.read(name);
  };
  const shipped = { ...files, areAsBuilt: () => areAsBuilt, policies: { ...files.policies, read: noting } };
  const { exit } = await inWorld((io) => main(args, io), '2026-11-22', { shipped });
  expect(exit).toBe(0);
  return read;
}

// biome-ignore format: one row a line
const COMMANDS: readonly (readonly string[])[] = [
  ['screen', CASE, '--no-input'],
  ['explain', CASE],
  ['rationale', CASE],
  ['write', CASE],
  ['worksheet', CASE],
  ['compare', CASE],
  ['check', CASE],
  ['completion', 'bash'],
];

test.each(COMMANDS)('`cpplan %s` takes the packs as the build compiled them', async (...args) => {
  const read = await readBy(args, true);
  // `write` says where in the list a name stands for nothing
  expect(read).toEqual(args[0] === 'write' ? ['documents.yaml'] : []);
});

test.each(COMMANDS)('`cpplan %s` reads the packs again where they were changed since', async (...args) => {
  expect(await readBy(args, false)).toContain('facts.yaml');
});

test('so does `cpplan decide`', async () => {
  const folder = folderWith({ 'case.yaml': readFileSync(CASE, 'utf8') });
  expect(await readBy(['decide', `${folder}/case.yaml`, ...DECISION], true)).toEqual([]);
});
