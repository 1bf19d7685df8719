import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const NETWORK =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["'](?:node:)?(net|http|https|http2|dns|dgram|tls|inspector|cluster)(?:\/promises)?["']/g;
const CHILDREN = /["'](?:node:)?child_process["']/;
const THREADS = /["'](?:node:)?worker_threads["']/;

/** The only places from which another program is started: the person's own editor, and git for --changed-since. */
const STARTERS = ['changed-since.ts', 'drafts.ts', 'files-at.ts'];

const below = (folder: string, end: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name))
    .map((name) => join(folder, name));

const read = (path: string): string => readFileSync(path, 'utf8');

test('what the program is made of reaches for no network', () => {
  const bundles = below('dist', /\.c?js$/);
  expect(bundles.length).toBeGreaterThan(5);
  const found = bundles.flatMap((path) => [...read(path).matchAll(NETWORK)].map(([, name]) => `${path}: ${name}`));
  expect(found).toEqual([]);
  expect(bundles.filter((path) => /\bfetch\s*\(|\bWebSocket\b|\bXMLHttpRequest\b/.test(read(path)))).toEqual([]);
});

test('another program is started from three places alone', () => {
  const starters = below('src', /\.ts$/).filter((path) => CHILDREN.test(read(path)));
  expect(starters.map((path) => path.split(/[\\/]/).at(-1)).sort()).toEqual(STARTERS);
});

test('a thread is started from one place alone, and answers from one', () => {
  const files = below('src', /\.ts$/).filter((path) => THREADS.test(read(path).replace(/^import type .*/gm, '')));
  expect(files.sort()).toEqual(['src/io.ts', 'src/start/serve-jobs.ts']);
});

const unshared = (...args: string[]) => spawnSync('unshare', ['-rn', ...args], { encoding: 'utf8' });

describe.skipIf(unshared('true').status !== 0)('without any network', () => {
  test.each([
    [['check', 'cases/further-plan']],
    [['check', 'cases/further-plan', '--threads', '2']],
    [['screen', 'cases/further-plan/second-plan-ready.yaml', '--no-input']],
    [['rationale', 'cases/further-plan/second-plan-ready.yaml', '--format', 'html']],
    [['policy', 'list']],
  ])('%j gives what it gives with one', (args) => {
    const program = [process.execPath, 'bin/cpplan.js', ...args];
    const [here, there] = [
      spawnSync(program[0] as string, program.slice(1), { encoding: 'utf8' }),
      unshared(...program),
    ];
    expect(there.stdout.length).toBeGreaterThan(100);
    expect(there.stdout).toBe(here.stdout);
    expect(there.status).toBe(here.status);
  });
});
