import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { threadsFor } from '../../../src/cases/threads/thread-count.ts';
import { folderWith } from '../../support/folder.ts';
import { threadsHere } from '../../support/program/threads.ts';

/** Files of one megabyte each; on the disk they take no room. */
function megabytes(count: number): string[] {
  const names = Array.from({ length: count }, (_, i) => `${i}.yaml`);
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, ''])));
  for (const name of names) truncateSync(join(folder, name), 1024 * 1024);
  return names.map((name) => join(folder, name));
}

test.each([
  [31, 8, 1],
  [32, 8, 2],
  [39, 8, 2],
  [40, 8, 3],
  [72, 8, 7],
  [72, 2, 2],
  [72, 1, 1],
])('%i MB on %i processors are shared by %i threads', (size, processors, expected) => {
  expect(threadsFor(undefined, megabytes(size), { threads: threadsHere(processors) })).toBe(expected);
});

test('many small files are not shared, however many there are', () => {
  expect(threadsFor(undefined, Array(3000).fill('LICENSE'), { threads: threadsHere(8) })).toBe(1);
  expect(threadsFor(undefined, ['nowhere.yaml', 'gone.yaml'], { threads: threadsHere(8) })).toBe(1);
});

test('what is asked for holds, up to a file each; where there are no threads there is one', () => {
  expect(threadsFor(5, ['a', 'b', 'c'], { threads: threadsHere() })).toBe(3);
  expect(threadsFor(5, Array(9).fill('a'), { threads: threadsHere(1) })).toBe(5);
  expect(threadsFor(5, ['a', 'b', 'c'], {})).toBe(1);
});

test('a file that cannot even be looked at counts for nothing: it is told when it is opened', () => {
  const tooLong = join(...Array(40).fill('x'.repeat(220)), 'case.yaml');
  expect(threadsFor(undefined, [tooLong, ...megabytes(32)], { threads: threadsHere(2) })).toBe(2);
  expect(threadsFor(undefined, [tooLong, 'LICENSE/case.yaml', 'LICENSE'], { threads: threadsHere(2) })).toBe(1);
});
