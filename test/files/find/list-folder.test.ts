import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFolder } from '../../../src/files/find/list-folder.ts';
import { folderWith } from '../../support/folder.ts';

test('a folder is listed with all below it, links to folders too, as node lists it', () => {
  const folder = folderWith({ 'a/b/one.md': '', 'a/two.md': '', 'three.md': '', 'z/four.md': '' });
  mkdirSync(join(folder, 'empty'));
  const other = folderWith({ 'c/five.md': '' });
  symlinkSync(other, join(folder, 'linked'), 'junction');
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dead'), 'junction');
  expect(listFolder(folder, { recursive: true })).toEqual(readdirSync(folder, { recursive: true }).sort());
  expect(listFolder(folder, { recursive: true })).toContain(join('linked', 'c', 'five.md'));
});
