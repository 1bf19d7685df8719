import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { CTRL_C, sit } from './terminal.ts';

const ENDS = 'Save a file to look again; Ctrl-C ends.';

test('a pack is looked at on each save, and what changed in meaning is told since the start', async () => {
  const folder = folderWith({});
  cpSync('docs/examples/exampleshire', folder, { recursive: true });
  const path = join(folder, 'policies', 'exampleshire-long-plans.yaml');
  const sound = readFileSync(path, 'utf8');
  const seat = sit(['policy', 'watch', 'policies', '--cases', 'cases'], { cwd: folder, rows: 200 });
  onTestFinished(() => seat.kill('SIGKILL'));
  await seat.sees(ENDS);
  expect(seat.screen()).toMatch(/\d+ passed, 0 failed/);

  writeFileSync(path, sound.replaceAll('months: 14', 'months: 15'));
  await seat.sees('Since the watch began:');
  expect(seat.screen()).toMatch(/[1-9]\d* failed/);

  writeFileSync(path, `${sound}\nnonsense: 1\n`);
  await seat.sees('This key is not known here.');

  writeFileSync(path, sound);
  await seat.sees('No pack means anything else.');
  seat.types(CTRL_C);
  expect(await seat.ends()).toBe(0);
});

test('a folder that is not there is refused in a sentence', async () => {
  const seat = sit(['policy', 'watch', 'nowhere'], { cwd: folderWith({}) });
  await seat.sees('nowhere: there is no such folder.');
  expect(await seat.ends()).toBe(2);
});
