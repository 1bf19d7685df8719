import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { lastingFolder, smallCase } from '../support/folder.ts';
import { FIRST, PROGRAM } from '../support/program/program.ts';
import { cpplan } from '../support/program/run.ts';

/** Enough rows to fill a pipe, with twins and a file that cannot be read: both are told after the rows. */
const CASES = 150;
const files = Array.from({ length: CASES }, (_, i) => [`${i}.yaml`, smallCase(`EX-${1000 + Math.min(i, 140)}`)]);
const folder = lastingFolder({ ...Object.fromEntries(files), 'z.yaml': 'case: [\n' });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Threads of node make the pipe one that does not wait
const args = ['overview', folder, '--format', 'ndjson', '--threads', '2'];

/** What comes through a pipe that takes results and messages together, and how the program ended. */
function through(reader: string): string {
  const script = `(set +e; "$@" 2>&1; echo "exit $?" >&3) 3>&2 | (${reader})`;
  const { stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', PROGRAM, ...FIRST, ...args], { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

test.skipIf(process.platform === 'win32')('a slow pipe gets results and messages whole and in order', () => {
  const { out, err, status } = cpplan(args);
  expect([status, out.length > 65536, err.includes('could not be read')]).toEqual([1, true, true]);
  expect(through('sleep 1; cat')).toBe(`${out}${err}exit 1\n`);
});

test.skipIf(process.platform === 'win32')('a slow pipe that is closed ends the program without a word', () => {
  expect(through('sleep 1; head -c 1')).toBe('{exit 1\n');
});
