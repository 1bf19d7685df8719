import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Side } from '../../assess/worked/pack-diff.ts';
import { parseDate } from '../../calendar/dates.ts';
import { textOn } from '../../case/sheet/book-on.ts';
import { FileError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
import { reason } from '../read-text.ts';
import { layersOf, MANIFEST, VOCABULARY } from './layers.ts';
import { PolicyFolder } from './policy-folder.ts';
import { onDisk, type TextFolder } from './text-folder.ts';

/**
 * The packs of a folder, or the one pack of a file; a file away from its vocabulary is read against another folder's.
 * With a day behind the path (`pack.yaml@2024-04-01`), the texts in force on that day alone.
 */
export function packsAt(named: string, shipped: TextFolder, fallback: () => PolicyFolder): Side[] {
  const at = named.lastIndexOf('@');
  const [path, day] = [named.slice(0, at), named.slice(at + 1)];
  if (at < 1 || !/^[0-9-]+$/.test(day) || existsSync(named)) return sidesAt(named, shipped, fallback);
  const range = parseDate(day);
  if (range?.from !== range?.to || !range)
    throw new FileError(named, safe`write a whole date behind @, such as 2026-11-20.`);
  return sidesAt(path, shipped, fallback).map((side) => {
    const { editions: _, ...pack } = textOn(side.pack, range.from);
    return { ...side, pack };
  });
}

function sidesAt(path: string, shipped: TextFolder, fallback: () => PolicyFolder): Side[] {
  if (isFolder(path)) {
    const folder = folderAt(path, shipped);
    folder.refuseSameIds();
    return sidesOf(folder, folder.names());
  }
  const beside = [MANIFEST, VOCABULARY].some((name) => existsSync(join(dirname(path), name)));
  const folder = beside ? folderAt(dirname(path), shipped) : fallback();
  return [{ pack: folder.packAt(path), ...sharedIn(folder), file: path }];
}

const folderAt = (path: string, shipped: TextFolder): PolicyFolder =>
  new PolicyFolder(layersOf([onDisk(path)], shipped));

/** Some packs of a folder, each with what it shares with the others. */
export const sidesOf = (folder: PolicyFolder, names: readonly string[]): Side[] =>
  names.map((name) => ({ pack: folder.pack(name), ...sharedIn(folder), file: folder.pathOf(name) }));

const sharedIn = (folder: PolicyFolder): Pick<Side, 'vocabulary' | 'calendar'> => ({
  vocabulary: folder.vocabulary(),
  calendar: folder.calendar(),
});

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new FileError(path, reason(error));
  }
}
