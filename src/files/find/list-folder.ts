import { readdirSync } from 'node:fs';
import { EXIT, FileError } from '../../messages/errors.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import { reason } from '../read-text.ts';

/** Names of what lies in a folder, in order. @throws UserError where it cannot be looked into */
export function listFolder(folder: string, { recursive = false } = {}): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' }).sort();
  } catch (error) {
    throw new FileError(folder, aboutFolder(error), EXIT.misuse);
  }
}

/** What went wrong with a folder, in a sentence. */
export const aboutFolder = (error: unknown): Safe =>
  (error as NodeJS.ErrnoException).code === 'ENOTDIR'
    ? safe`this is a file; a folder is needed here.`
    : known(reason(error).replaceAll('file', 'folder'));
