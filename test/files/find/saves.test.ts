import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { savesBelow } from '../../../src/files/find/saves.ts';
import { folderWith } from '../../support/folder.ts';

test('what is saved, made or taken away is told, also before the first answer is asked for', async () => {
  const folder = folderWith({ 'a.yaml': 'one', 'deep/b.yaml': 'two' });
  const ends = new AbortController();
  const saves = savesBelow([folder], ends.signal);
  const next = async (): Promise<string[]> => (await saves.next()).value as string[];
  writeFileSync(join(folder, 'a.yaml'), 'another');
  expect(await next()).toEqual([join(folder, 'a.yaml')]);
  writeFileSync(join(folder, 'deep', 'c.yaml'), 'new');
  rmSync(join(folder, 'deep', 'b.yaml'));
  expect((await next()).sort()).toEqual(['b.yaml', 'c.yaml'].map((name) => join(folder, 'deep', name)));
  const last = saves.next();
  ends.abort();
  expect(await last).toMatchObject({ done: true });
});
