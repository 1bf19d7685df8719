import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/commands/check/check.ts';
import { folderWith, smallCase } from '../../support/folder.ts';
import { inWorld } from '../../support/program/io.ts';
import { cpplan } from '../../support/program/run.ts';

const name = (n: number): string => `EX-${String(n).padStart(5, '0')}.yaml`;

describe('of ten thousand files one has a fault in it, one is a folder, one is unreadable and one vanishes', () => {
  test('the others are checked, each of the four is named, and the run fails', { timeout: 180_000 }, async () => {
    const folder = folderWith({});
    for (let n = 0; n < 10_000; n++) writeFileSync(join(folder, name(n)), smallCase(`EX-${n}`));
    writeFileSync(join(folder, name(10)), 'version: 1\ncase: [EX-10\n');
    rmSync(join(folder, name(20)));
    mkdirSync(join(folder, name(20)));
    // A root may read any file: what cannot be read even so is what is not text.
    writeFileSync(join(folder, name(30)), Buffer.from([0x63, 0x61, 0x73, 0x65, 0xff, 0xfe]));
    let looks = 0;
    const progress = (): void => {
      if (++looks === 3) rmSync(join(folder, name(9_000)));
    };
    const { exit, out } = await inWorld((io) => check([folder], {}, io), '2026-11-22', { progress });
    expect(exit).toBe(1);
    for (const n of [10, 20, 30, 9_000]) expect(out).toContain(`${folder}/${name(n)}:`);
    expect(out.split('\n').filter((line) => line.includes(': error: '))).toHaveLength(4);
    expect(out).toContain('9996 case files checked at 22 November 2026');
    expect(out).toContain('4 files could not be checked');
  });
});

/** A report of an earlier run. */
const EARLIER = '{"version":1,"tool":"cpplan 0.0.9"}';

test('a run that is stopped says how far it came, and leaves reports as they were', async () => {
  const files = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [name(n), smallCase(`EX-${n}`)]));
  const folder = folderWith({ ...files, 'report.json': EARLIER });
  let stop = (): void => undefined;
  let looks = 0;
  const other = {
    onInterrupt: (act: () => void) => {
      stop = act;
      return () => undefined;
    },
    progress: () => {
      if (++looks === 3) stop();
    },
  };
  const options = { output: [`json=${folder}/report.json`] };
  const { exit, out } = await inWorld((io) => check([folder], options, io), '2026-11-22', other);
  expect(exit).toBe(130);
  expect(out).toContain('Stopped after 128 of 500 files; what follows is of those.');
  expect(out).toContain('128 case files checked');
  expect(readFileSync(`${folder}/report.json`, 'utf8')).toBe(EARLIER);
  expect(cpplan(['check', folder, '--format', 'json']).status).toBe(0);
});

test('the same folder gives the same bytes', async () => {
  const run = (): Promise<{ out: string }> =>
    inWorld((io) => check(['cases', 'test/fixtures'], { format: 'json' }, io), '2026-11-22');
  expect((await run()).out).toBe((await run()).out);
});
