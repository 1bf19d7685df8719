import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockCase } from '../../src/files/write/lock-case.ts';
import { folderWith } from '../support/folder.ts';
import { cpplan } from '../support/program/run.ts';

// What SECURITY.md and docs/data-protection.md say: connections and other programs, by what the built program imports;
// what is stored, by looking.

const BUILT = readdirSync('dist').filter((name) => /\.c?js$/.test(name));
const textOf = new Map(BUILT.map((name) => [name, readFileSync(join('dist', name), 'utf8')]));

/** Modules of node itself that a part of the program imports. */
const modulesOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'](?:node:)?([a-z_/0-9]+)["']/g)].map(
    ([, name]) => name ?? '',
  );

const NETWORK = [
  'net',
  'http',
  'https',
  'http2',
  'tls',
  'dns',
  'dns/promises',
  'dgram',
  'inspector',
  'cluster',
  'quic',
];

describe('the built program', () => {
  test('imports what it is known to import', () => {
    const all = new Set([...textOf.values()].flatMap(modulesOf));
    for (const known of ['fs', 'path', 'child_process']) expect(all).toContain(known);
  });

  test('imports nothing with which a connection could be opened', () => {
    const found = [...textOf].flatMap(([name, text]) =>
      modulesOf(text)
        .filter((module) => NETWORK.includes(module))
        .map((module) => `${name}: ${module}`),
    );
    expect(found).toEqual([]);
  });

  test('calls nothing that is built into node for it', () => {
    const calls = /\b(?:fetch|sendBeacon)\s*\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\b/;
    expect([...textOf].filter(([, text]) => calls.test(text)).map(([name]) => name)).toEqual([]);
  });
});

test('only the editor and git are started', () => {
  const starts = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && /child_process/.test(readFileSync(join('src', name), 'utf8')))
    .map((name) => name.replaceAll('\\', '/'));
  expect(starts.sort()).toEqual(['files/find/changed-since.ts', 'files/find/files-at.ts', 'files/write/drafts.ts']);
});

describe('what is stored', () => {
  const CASE = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');
  const NEW = 'EX-0960\nFAM-3\ny\n3/2/19\n3\n0\n0\n';

  test('is what was asked for, for its owner only; nothing at home and nothing in the temporary folder', () => {
    const folder = folderWith({ 'work/case.yaml': CASE, 'home/.keep': '', 'tmp/.keep': '' });
    const cwd = join(folder, 'work');
    const env = { HOME: join(folder, 'home'), TMPDIR: join(folder, 'tmp') };
    const done = (input: string, ...args: string[]): void =>
      expect(cpplan(args, { cwd, env, input }), args.join(' ')).toMatchObject({ status: 0 });
    done(NEW, 'new', 'new.yaml', '--plain');
    done('', 'screen', 'case.yaml', '--no-input');
    done('', 'screen', 'case.yaml', '--answers', 'case.yaml');
    done('', 'rationale', 'case.yaml', '-o', 'note.md');
    done('', 'explain', 'case.yaml');
    done('', 'compare', 'case.yaml');
    done('', 'write', 'case.yaml');
    done('', 'check', 'case.yaml', '-o', 'csv=report.csv');
    expect(readdirSync(cwd).sort()).toEqual(['case.yaml', 'new.yaml', 'note.md', 'report.csv']);
    for (const name of ['new.yaml', 'note.md', 'report.csv'])
      expect(statSync(join(cwd, name)).mode & 0o777).toBe(0o600);
    for (const elsewhere of ['home', 'tmp']) expect(readdirSync(join(folder, elsewhere))).toEqual(['.keep']);
  });

  test('in a lock are two numbers and the name of the machine', () => {
    const folder = folderWith({ 'case.yaml': CASE });
    const release = lockCase(join(folder, 'case.yaml'), { pid: 4_000_000, isRunning: () => false });
    expect(readFileSync(join(folder, '.case.yaml.lock'), 'utf8')).toBe(`4000000 ${hostname()} 0\n`);
    release();
    expect(readdirSync(folder)).toEqual(['case.yaml']);
  });
});

describe('a file made to be read wrongly is refused in a sentence', () => {
  test.each([
    ['over 1 MB', `# ${'x'.repeat(1024 * 1024)}\n`, 'at most 1048576 bytes are read'],
    ['not UTF-8', Buffer.from([0x63, 0x3a, 0x20, 0xff, 0xfe]), 'UTF-8'],
  ])('%s', (_, content, says) => {
    const path = join(folderWith({}), 'case.yaml');
    writeFileSync(path, content);
    const { status, err, out } = cpplan(['screen', path, '--no-input']);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
