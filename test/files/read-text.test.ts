import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText } from '../../src/files/read-text.ts';
import { folderWith } from '../support/folder.ts';

const MOST = 200_000;

test('a file of just as many bytes as may be read is read whole; one of a byte more is refused', () => {
  const folder = folderWith({ 'most.txt': 'x'.repeat(MOST), 'more.txt': 'x'.repeat(MOST + 1) });
  expect(readText(join(folder, 'most.txt'), MOST)).toBe('x'.repeat(MOST));
  expect(() => readText(join(folder, 'more.txt'), MOST)).toThrow(`${MOST + 1} bytes; at most ${MOST} bytes are read`);
});
