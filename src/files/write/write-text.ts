import { randomUUID } from 'node:crypto';
import { closeSync, constants, fsyncSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EXIT, UserError } from '../../messages/errors.ts';
import { reason } from '../read-text.ts';

/**
 * Writes a file so that a crash at any point leaves the old or the new one whole: to a temporary file beside it,
 * readable by its owner only, flushed, then renamed. @throws UserError where that cannot be done
 */
export function writeText(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const file = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    remove(temporary);
    throw new UserError(`${path}: ${reason(error).replace('read', 'written')}`, EXIT.failed);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // it never came into being
  }
}
