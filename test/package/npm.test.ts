import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';

/** npm, with neither a network nor scripts. */
const npm = (cwd: string, ...args: string[]): string =>
  execFileSync('npm', [...args, '--offline', '--ignore-scripts'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const pack = (to: string): Packed => JSON.parse(npm('.', 'pack', '--json', '--pack-destination', to))[0];

const CASE = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');

test('the npm package installs without a network in an empty folder, alone, and runs', () => {
  const folder = folderWith({ 'package.json': '{"private": true}', 'case.yaml': CASE });
  npm(folder, 'install', `./${pack(folder).filename}`);
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['cpplan']);
  const run = (...args: string[]) => {
    const program = join(folder, 'node_modules', 'cpplan', 'bin', 'cpplan.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, out: stdout, err: stderr };
  };
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(run('--version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
  expect(run('check', 'case.yaml')).toMatchObject({ status: 0, out: expect.stringContaining('1 case file checked') });
  expect(run('screen', 'case.yaml', '--no-input').out).toContain('Do now');
  expect(run('rationale', 'case.yaml').out).toContain('# EX-0001: short note for the file');
  expect(run('policy', 'list').out).toContain('repeat-plans 1.0.0');
  expect(run('schema', 'case').out).toBe(readFileSync('schemas/case.schema.json', 'utf8'));
  expect(run('licences').out).toContain('zod 4.6.7 (MIT)');
});

test('it holds the program, its policies, templates, schemas and documents, and nothing else', () => {
  const paths = pack(folderWith({})).files.map(({ path }) => path);
  const roots = new Set(paths.map((path) => path.split('/')[0]));
  expect([...roots].sort()).toEqual(
    [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'THIRD-PARTY-LICENCES',
      'bin',
      'dist',
      'docs',
      'package.json',
      'policies',
      'schemas',
      'templates',
    ].sort(),
  );
  expect(paths.filter((path) => path.startsWith('bin/')).sort()).toEqual(['bin/cpplan.js', 'bin/package.json']);
  expect(paths.filter((path) => /^dist\/(?!built\/.*\.json$).*(?<!\.(?:js|cjs))$/.test(path))).toEqual([]);
});

test('packed twice, it is the same to the byte: nothing of the machine or the hour is in it', () => {
  const [one, other] = [folderWith({}), folderWith({})].map((folder) =>
    readFileSync(join(folder, pack(folder).filename)),
  );
  expect(one?.equals(other as Buffer)).toBe(true);
});
