import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';

/** The script is plain JavaScript: its types are written down here. */
interface Bases {
  readonly BASES: Readonly<Record<string, unknown>>;
  readonly TARGETS: readonly string[];
  readonly baseFor: (target: string, folder: string, bases: unknown) => { readonly program: string };
}

const script = '../../scripts/package/bases.mjs';
const { BASES, TARGETS, baseFor }: Bases = await import(script);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const basesOf = (tarball: string, program: string) => ({
  node: '1.2.3',
  any: { package: 'some-node', tarball: sha256(tarball), program: 'bin/node', sha256: sha256(program) },
});

describe('a node that goes into an executable', () => {
  test('is used where it is the one whose checksum is written down', () => {
    const folder = folderWith({ 'some-node-1.2.3/package/bin/node': 'node' });
    expect(readFileSync(baseFor('any', folder, basesOf('', 'node')).program, 'utf8')).toBe('node');
  });

  test('is refused, and taken away, where it differs', () => {
    const folder = folderWith({ 'some-node-1.2.3/package/bin/node': 'another' });
    expect(() => baseFor('any', folder, basesOf('', 'node'))).toThrow(
      `its SHA-256 is ${sha256('another')}; scripts/package/bases.json says ${sha256('node')}`,
    );
    expect(existsSync(join(folder, 'some-node-1.2.3/package/bin/node'))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('what npm gives', () => {
  const path = process.env.PATH;
  afterEach(() => void (process.env.PATH = path));

  test('is refused before it is unpacked where it is not the package that was looked at', () => {
    const npm = '#!/bin/sh\nfor last; do :; done\nprintf stranger > "$last/some-node-1.2.3.tgz"\n';
    const folder = folderWith({ npm });
    chmodSync(join(folder, 'npm'), 0o755);
    process.env.PATH = `${folder}${delimiter}${path}`;
    expect(() => baseFor('any', folder, basesOf('package', 'node'))).toThrow(`its SHA-256 is ${sha256('stranger')}`);
    expect(existsSync(join(folder, 'some-node-1.2.3.tgz'))).toBe(false);
    expect(existsSync(join(folder, 'some-node-1.2.3', 'package'))).toBe(false);
  });
});

test('is pinned by two checksums for each target', () => {
  expect(TARGETS).toEqual(['linux-x64', 'win-x64']);
  for (const target of TARGETS)
    expect(BASES[target]).toMatchObject({
      tarball: expect.stringMatching(/^[0-9a-f]{64}$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
});
