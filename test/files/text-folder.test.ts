import { describe, expect, test } from 'vitest';
import { builtIn, onDisk, type TextFolder } from '../../src/files/policies/text-folder.ts';
import { UserError } from '../../src/messages/errors.ts';
import { folderWith } from '../support/folder.ts';

const FILES = { 'own/b.md': 'b', 'own/a.md': 'a', 'own/parts/c.md': 'c', 'own/list.yaml': 'list', 'owner/d.md': 'd' };

const KINDS: readonly (readonly [string, () => TextFolder])[] = [
  ['on the disk', () => onDisk(`${folderWith(FILES)}/own`)],
  ['built in', () => builtIn('own', Object.keys(FILES), (name) => FILES[name as keyof typeof FILES])],
];

describe.each(KINDS)('a folder %s', (_, make) => {
  test('names its files by their ending, in order', () => {
    const folder = make();
    expect(folder.names('.md')).toEqual(['a.md', 'b.md']);
    expect(folder.namesBelow('.md')).toEqual(['a.md', 'b.md', 'parts/c.md']);
    expect(folder.names('.yaml')).toEqual(['list.yaml']);
  });

  test('gives their texts, and says which are there', () => {
    const folder = make();
    expect(folder.read('parts/c.md')).toBe('c');
    expect([folder.has('parts/c.md'), folder.has('d.md')]).toEqual([true, false]);
    expect(() => folder.read('none.md')).toThrow(UserError);
    expect(() => folder.read('none.md')).toThrow(/own\/none\.md: there is no such file/);
  });
});

test('a folder that is not there is told by its path', () =>
  expect(() => onDisk('nowhere').names('.md')).toThrow(
    'nowhere: there is no such folder. Check the name and the folder.',
  ));
