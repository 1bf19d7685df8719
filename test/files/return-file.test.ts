import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { returnFile } from '../../src/files/return-file.ts';
import { UserError } from '../../src/messages/errors.ts';
import { folderWith } from '../support/folder.ts';

test('a return on the disk can be read again and again, and from any place', () => {
  const path = join(folderWith({ 'a.csv': `${'x'.repeat(600_000)}END` }), 'a.csv');
  const file = returnFile(path);
  const read = (from?: number): string => {
    let text = '';
    for (const piece of file.pieces(from)) text += Buffer.from(piece).toString();
    return text;
  };
  expect(file.size).toBe(600_003);
  expect(read()).toHaveLength(600_003);
  expect(read(600_000)).toBe('END');
  expect(read()).toBe(read(0));
});

test('a file that is not there, a folder and a pipe each end in a sentence', () => {
  const folder = folderWith({});
  mkdirSync(join(folder, 'sub'));
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const path of [join(folder, 'missing.csv'), join(folder, 'sub'), pipe])
    expect(() => returnFile(path)).toThrow(UserError);
});
