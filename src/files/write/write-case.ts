import { closeSync, constants, existsSync, fsyncSync, lstatSync, openSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT, UserError } from '../../messages/errors.ts';
import { readText, reason } from '../read-text.ts';
import { writeText } from './write-text.ts';

/**
 * Keeps a case file on disk: each save replaces it as a whole, and never one that another hand has changed
 * since it was last read or saved here. Then nothing is written, and what stands there now is given back.
 */
export function caseStore(path: string, read: string): (text: string) => { changedTo: string } | undefined {
  let last = read;
  return (text) => {
    const target = withinFolder(path);
    const standing = readText(target);
    if (standing !== last) {
      last = standing;
      return { changedTo: standing };
    }
    writeText(target, text);
    flushFolder(dirname(target));
    last = text;
    return undefined;
  };
}

/** The file itself; a link is followed only to another file of the same folder. */
function withinFolder(path: string): string {
  try {
    if (!lstatSync(path).isSymbolicLink()) return path;
    const target = realpathSync(path);
    if (dirname(target) === realpathSync(dirname(path))) return target;
  } catch (error) {
    throw new UserError(`${path}: ${reason(error)}`, EXIT.failed);
  }
  throw new UserError(
    `${path}: this is a link to a file in another folder. Name that file itself, so that it is plain what is changed.`,
  );
}

/** Makes the renaming itself lasting, where the system can. */
function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, constants.O_RDONLY);
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows does not open folders
  }
}

/** Whether anything stands at a path. */
export const isThere = (path: string): boolean => existsSync(path);
