import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { EXIT, FileError } from '../messages/errors.ts';
import { known, type Safe, safe } from '../messages/safe.ts';
import { isCode, patiently } from './patiently.ts';

/** Largest file read: a case file is a few kilobytes. */
export const MAX_BYTES = 1024 * 1024;

/** Largest file read of a folder of policies or templates: four times the largest shipped pack. */
export const MAX_POLICY_BYTES = 384 * 1024;

/** Largest note or list of paths read: many times a case file. */
export const MAX_LONG_BYTES = 16 * MAX_BYTES;

/** By this a Word file and every other zip file begins. */
const PACKED = Buffer.from('PK\u0003\u0004', 'latin1');

/** Reads a text file. @throws UserError where it is missing, unreadable, too large or not UTF-8 */
export function readText(path: string, most = MAX_BYTES): string {
  const bytes = readBytes(path, most);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new FileError(
    path,
    bytes.subarray(0, PACKED.length).equals(PACKED)
      ? safe`this is a Word file or another packed file, and only text can be read here. To check a note in Word, name the folder of its case.`
      : safe`this file is not UTF-8 text. Save it as UTF-8 and try again.`,
  );
}

/** Room for one file of the usual size: ten thousand are read one after the other. */
const room = Buffer.allocUnsafeSlow(64 * 1024);

/** Opening never waits: a pipe that nobody writes to is empty. (Windows has neither such pipes nor the word for it.) */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The bytes of a file; they stand until the next file is read. @throws UserError where it is missing, unreadable or too large */
export function readBytes(path: string, most: number): Buffer {
  try {
    const file = openSync(path, AT_ONCE);
    try {
      const length = fill(file);
      return length < room.length ? room.subarray(0, length) : readLarge(path, file, most);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(path, reason(error), exitFor(error));
  }
}

/** How much of the room a file fills; all of it where that cannot be told, as with a pipe. */
function fill(file: number): number {
  try {
    return readSync(file, room, 0, room.length, 0);
  } catch (error) {
    if (isCode(error, 'ESPIPE')) return room.length;
    throw error;
  }
}

/** Whatever is more than the room, or is no ordinary file: read piece by piece, whatever size it says that it has. */
function readLarge(path: string, file: number, most: number): Buffer {
  const { size } = fstatSync(file);
  if (size > most) throw tooLarge(path, safe`${size} bytes`, most);
  // more than there is of it: somebody may be writing to it
  const room = size > 0 ? Math.min(most, Math.max(2 * size, MAX_BYTES)) : most;
  const bytes = Buffer.allocUnsafe(room + 1);
  let length = 0;
  for (let got = -1; got !== 0 && length < bytes.length; length += got) {
    // Somebody may hold a pipe open and not have written to it yet
    got = patiently('EAGAIN', () => readSync(file, bytes, length, bytes.length - length, size > 0 ? length : null));
  }
  if (length > room) throw tooLarge(path, safe`no end in sight`, most);
  return bytes.subarray(0, length);
}

const tooLarge = (path: string, size: Safe, most: number): FileError =>
  new FileError(path, safe`this file has ${size}; at most ${most} bytes are read.`);

const REASONS: Readonly<Record<string, Safe>> = {
  ENOENT: safe`there is no such file. Check the name and the folder.`,
  EISDIR: safe`this is a folder; a file is needed here.`,
  EACCES: safe`you may not open this file. Ask its owner for access.`,
  EPERM: safe`you may not open this file. Ask its owner for access.`,
  ENOTDIR: safe`a part of this path is a file, not a folder.`,
  ELOOP: safe`this path runs in a circle of links.`,
  ENAMETOOLONG: safe`this name is too long.`,
};

/** What went wrong with a file, in a sentence. */
export function reason(error: unknown): Safe {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return safe`it could not be read.`;
  return REASONS[code] ?? safe`it could not be read (${known(code)}).`;
}

/** A wrong name is misuse; what stands there and cannot be had is not. */
const MISNAMED = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'];

const exitFor = (error: unknown): 2 | 3 => (MISNAMED.some((code) => isCode(error, code)) ? EXIT.misuse : EXIT.failed);
