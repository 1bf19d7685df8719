import { readFileSync, statSync } from 'node:fs';
import { EXIT, UserError } from '../errors.ts';

/** Largest file read: a case file is a few kilobytes. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** Reads a text file. @throws UserError where it is missing, unreadable, too large or not UTF-8 */
export function readText(path: string): string {
  const bytes = readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError(`${path}: this file is not UTF-8 text. Save it as UTF-8 and try again.`);
  }
}

function readBytes(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) {
      throw new UserError(
        `${path}: this file has ${size} bytes; at most ${MAX_BYTES} are read. A case file is a few kilobytes.`,
      );
    }
    return readFileSync(path);
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(`${path}: ${reason(error)}`, exitFor(error));
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the name and the folder.',
  EISDIR: 'this is a folder; a file is needed here.',
  EACCES: 'this file may not be opened by you. Ask whoever owns it.',
  EPERM: 'this file may not be opened by you. Ask whoever owns it.',
  ENOTDIR: 'a part of this path is a file, not a folder.',
  ELOOP: 'this path runs in a circle of links.',
  ENAMETOOLONG: 'this name is too long.',
};

/** What went wrong with a file, in a sentence. */
export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? `it could not be read (${code || String(error)}).`;
}

const exitFor = (error: unknown): 2 | 3 =>
  (error as NodeJS.ErrnoException).code === 'ENOENT' ? EXIT.misuse : EXIT.failed;
