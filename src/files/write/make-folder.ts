import { mkdirSync } from 'node:fs';
import { EXIT, FileError } from '../../messages/errors.ts';
import { known } from '../../messages/safe.ts';
import { reason } from '../read-text.ts';

/** Makes a folder, and those above it, where they are not there yet. @throws UserError where that cannot be done */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new FileError(path, known(reason(error).replace('read', 'made')), EXIT.failed);
  }
}
