import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { ReturnFile } from '../import/reading.ts';
import { EXIT, FileError } from '../messages/errors.ts';
import { safe } from '../messages/safe.ts';
import { reason } from './read-text.ts';

/** Opening never waits for somebody to write to a pipe. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** How much is read at a time. */
const PIECE = 1 << 18;

/** A return on the disk. @throws UserError where there is no such file, or it is none that can be read twice */
export function returnFile(path: string): ReturnFile {
  return { name: path, size: sizeOf(path), pieces: (from = 0) => piecesOf(path, from) };
}

function sizeOf(path: string): number {
  const file = open(path);
  try {
    const status = fstatSync(file);
    if (status.isFile()) return status.size;
    throw new FileError(path, safe`this is not a file that can be read as a return.`);
  } finally {
    closeSync(file);
  }
}

function* piecesOf(path: string, from: number): Iterable<Uint8Array> {
  const file = open(path);
  const room = Buffer.allocUnsafe(PIECE);
  try {
    for (let at = from; ; ) {
      const length = readSync(file, room, 0, PIECE, at);
      if (length === 0) return;
      at += length;
      yield room.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, AT_ONCE);
  } catch (error) {
    throw new FileError(path, reason(error), EXIT.misuse);
  }
}
