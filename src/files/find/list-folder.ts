import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { EXIT, FileError } from '../../messages/errors.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import { reason } from '../read-text.ts';

/** Names of what lies in a folder, in order. @throws UserError where it cannot be looked into */
export function listFolder(folder: string, { recursive = false } = {}): string[] {
  try {
    return (recursive ? below(folder, '') : readdirSync(folder)).sort();
  } catch (error) {
    throw new FileError(folder, aboutFolder(error), EXIT.misuse);
  }
}

/** Node does the same, in ten times the time. */
const below = (folder: string, above: string): string[] =>
  readdirSync(join(folder, above), { withFileTypes: true }).flatMap((entry) => {
    const path = above === '' ? entry.name : `${above}${sep}${entry.name}`;
    return isFolder(entry) ? [path, ...below(folder, path)] : [path];
  });

/** A link may lead to one. */
const isFolder = (entry: Dirent): boolean =>
  entry.isDirectory() ||
  (entry.isSymbolicLink() &&
    statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.isDirectory() === true);

/** What went wrong with a folder, in a sentence. */
export const aboutFolder = (error: unknown): Safe =>
  (error as NodeJS.ErrnoException).code === 'ENOTDIR'
    ? safe`this is a file; a folder is needed here.`
    : known(reason(error).replaceAll('file', 'folder'));
