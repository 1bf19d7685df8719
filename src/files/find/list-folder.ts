import { readdirSync } from 'node:fs';
import { EXIT, UserError } from '../../messages/errors.ts';
import { reason } from '../read-text.ts';

/** Names of what lies in a folder, in order. @throws UserError where it cannot be looked into */
export function listFolder(folder: string, { recursive = false } = {}): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' }).sort();
  } catch (error) {
    throw new UserError(`${folder}: ${aboutFolder(error)}`, EXIT.misuse);
  }
}

/** What went wrong with a folder, in a sentence. */
export const aboutFolder = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === 'ENOTDIR'
    ? 'this is a file; a folder is needed here.'
    : reason(error).replaceAll('file', 'folder');
