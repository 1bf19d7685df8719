import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Side } from '../../assess/worked/pack-diff.ts';
import { FileError } from '../../messages/errors.ts';
import { reason } from '../read-text.ts';
import { layersOf, MANIFEST, VOCABULARY } from './layers.ts';
import { PolicyFolder } from './policy-folder.ts';
import { onDisk, type TextFolder } from './text-folder.ts';

/** The packs of a folder, or the one pack of a file; a file away from its vocabulary is read against another folder's. */
export function packsAt(path: string, shipped: TextFolder, fallback: () => PolicyFolder): Side[] {
  if (isFolder(path)) {
    const folder = folderAt(path, shipped);
    folder.refuseSameIds();
    return folder.names().map((name) => ({ pack: folder.pack(name), ...sharedIn(folder), file: folder.pathOf(name) }));
  }
  const beside = [MANIFEST, VOCABULARY].some((name) => existsSync(join(dirname(path), name)));
  const folder = beside ? folderAt(dirname(path), shipped) : fallback();
  return [{ pack: folder.packAt(path), ...sharedIn(folder), file: path }];
}

const folderAt = (path: string, shipped: TextFolder): PolicyFolder =>
  new PolicyFolder(layersOf([onDisk(path)], shipped));

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
