import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Side } from '../../assess/worked/pack-diff.ts';
import { FileError } from '../../messages/errors.ts';
import { reason } from '../read-text.ts';
import { PolicyFolder } from './policy-folder.ts';
import { onDisk } from './text-folder.ts';

/** The packs of a folder, or the one pack of a file; a file away from its vocabulary is read against another folder's. */
export function packsAt(path: string, fallback: () => PolicyFolder): Side[] {
  if (isFolder(path)) {
    const folder = new PolicyFolder(onDisk(path));
    folder.refuseSameIds();
    return folder.names().map((name) => ({ pack: folder.pack(name), ...sharedIn(folder), file: folder.pathOf(name) }));
  }
  const beside = existsSync(join(dirname(path), 'facts.yaml'));
  const folder = beside ? new PolicyFolder(onDisk(dirname(path))) : fallback();
  return [{ pack: folder.packAt(path), ...sharedIn(folder), file: path }];
}

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
