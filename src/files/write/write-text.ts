import { dirname } from 'node:path';
import { FileError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
import { readText } from '../read-text.ts';
import { standingAt, standsStill } from './standing.ts';
import { changedMeanwhile, flushFolder, WholeFile } from './whole-file.ts';
import { notWritten } from './why-not.ts';

/** Writes a new file; nothing happens where the same text stands there. @throws UserError where anything else does */
export function writeNew(path: string, text: string): void {
  if (put(path, text, false)) lasting(path);
}

function put(path: string, text: string, isSwept: boolean): boolean {
  const standing = standingAt(path);
  if (standing.is === 'file' && readText(standing.path) === text) return false;
  if (standing.is !== 'nothing')
    throw new FileError(path, safe`this file is there already. Choose another name, or delete it first.`);
  const file = new WholeFile(standing, isSwept);
  file.write(text);
  file.finish();
  return true;
}

/** Many new files of one folder: each is whole at once, and the folder is looked after once for all of them. */
export class NewFiles {
  #last: string | undefined;

  /** @throws UserError where something else stands there */
  write(path: string, text: string): void {
    if (put(path, text, this.#last !== undefined)) this.#last = path;
  }

  end(): void {
    if (this.#last !== undefined) lasting(this.#last);
  }
}

/** Replaces a text that was read a moment ago. @throws UserError where it is not what was read any more */
export function replaceText(path: string, read: string, text: string): void {
  if (caseStore(path)(text, read)) throw changedMeanwhile(path);
}

/**
 * Keeps a case file on disk: each save replaces it as a whole, and never one that another hand has changed since it
 * was read or saved as `base`. Then nothing is written, and what stands there now is given back.
 */
export function caseStore(path: string): (text: string, base: string) => { changedTo: string } | undefined {
  return (text, base) => {
    const found = replaceIfSame(path, base, text);
    if (found !== undefined) return { changedTo: found };
    lasting(path);
    return undefined;
  };
}

/** Most times that a save begins anew because the rights or the day of the file were changed under it. */
const TRIES = 3;

/** Compares when the new file is written and waits for its name only: the time between looking and renaming is short. */
function replaceIfSame(path: string, last: string, text: string, tries = TRIES): string | undefined {
  const before = standingAt(path);
  if (before.is === 'channel') throw new FileError(path, safe`this is a pipe or a device: nothing can be kept there.`);
  if (before.is === 'nothing') return readText(path);
  const file = new WholeFile(before);
  file.write(text);
  let found: string | undefined;
  try {
    file.finish(() => {
      const isThere = standingAt(path).path === before.path;
      found = readText(before.path);
      return isThere && found === last && standsStill(before);
    });
    return undefined;
  } catch (error) {
    if (found !== undefined && found !== last) return found;
    if (found === undefined || tries === 1) throw error;
    return replaceIfSame(path, last, text, tries - 1);
  }
}

function lasting(path: string): void {
  try {
    flushFolder(dirname(path));
  } catch (error) {
    throw notWritten(path, error);
  }
}
