import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// What SECURITY.md says of connections and of other programs, held by what the built program imports.

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
  expect(starts.sort()).toEqual(['files/changed-since.ts', 'files/edit-text.ts']);
});
