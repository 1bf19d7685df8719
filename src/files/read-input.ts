import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { UserError } from '../messages/errors.ts';
import { fileName } from '../messages/safe.ts';
import { MAX_LONG_BYTES, readBytes, reason } from './read-text.ts';

/**
 * A text that somebody hands over by an option: from a file, or from the standard input where it is `-`; UTF-8, or the
 * UTF-16 that PowerShell writes. @throws UserError that names the option
 */
export function readInput(path: string, option: string): string {
  const text = decoded(path === '-' ? fromInput(option) : readBytes(path, MAX_LONG_BYTES));
  if (text === undefined) throw new UserError(`${option} ${fileName(path)}: this is not UTF-8 or UTF-16 text.`);
  return text;
}

/** Undefined where it is neither. */
function decoded(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex');
  const [utf16, swapped] = [mark === 'fffe' || mark === 'feff', mark === 'feff'];
  if (utf16) {
    const pairs = bytes.subarray(2);
    if (pairs.length % 2 === 1) return undefined;
    return (swapped ? Buffer.from(pairs).swap16() : pairs).toString('utf16le');
  }
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\ufeff/, '') : undefined;
}

function fromInput(option: string): Buffer {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new UserError(`${option} -: the standard input could not be read: ${reason(error)}`);
  }
}
