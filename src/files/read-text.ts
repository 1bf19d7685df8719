import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { EXIT, UserError } from '../errors.ts';

/** Largest file read: a case file is a few kilobytes. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** Reads a text file. @throws UserError where it is missing, unreadable, too large or not UTF-8 */
export function readText(path: string): string {
  const bytes = readBytes(path);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new UserError(`${path}: this file is not UTF-8 text. Save it as UTF-8 and try again.`);
}

/** Room for one file of the usual size: ten thousand are read one after the other. */
const room = Buffer.allocUnsafeSlow(64 * 1024);

/** The bytes of a file; they stand until the next file is read. */
function readBytes(path: string): Buffer {
  try {
    const file = openSync(path, 'r');
    try {
      const length = fill(file);
      return length < room.length ? room.subarray(0, length) : readLarge(path, file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(`${path}: ${reason(error)}`, exitFor(error));
  }
}

/** How much of the room a file fills; all of it where that cannot be told, as with a pipe. */
function fill(file: number): number {
  try {
    return readSync(file, room, 0, room.length, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESPIPE') return room.length;
    throw error;
  }
}

function readLarge(path: string, file: number): Buffer {
  const { size } = fstatSync(file);
  if (size <= MAX_BYTES) return readFileSync(file);
  throw new UserError(
    `${path}: this file has ${size} bytes; at most ${MAX_BYTES} are read. A case file is a few kilobytes.`,
  );
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
