import { mkdirSync, statSync } from 'node:fs';
import { EXIT, FileError } from '../../messages/errors.ts';
import { known, safe } from '../../messages/safe.ts';
import { reason } from '../read-text.ts';

/** Makes a folder, and those above it, where they are not there yet. @throws UserError where that cannot be done */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new FileError(path, known(reason(error).replace('read', 'made')), EXIT.failed);
  }
}

/** Refuses a place for a folder where something else stands. @throws UserError */
export function refuseOtherThanFolder(path: string): void {
  if (isOtherThanFolder(path)) throw new FileError(path, safe`this is a file; a folder is needed here.`);
}

/** Below a file there is no place for a folder, either. @throws UserError where nobody may look */
function isOtherThanFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return true;
    throw new FileError(path, known(reason(error)), EXIT.failed);
  }
}
