import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { UserError } from '../../messages/errors.ts';
import { readBytes, reason } from '../read-text.ts';

/** The paths in a list, one a line or with a zero byte between them; `-` is the standard input. @throws UserError */
export function listedFiles(path: string): string[] {
  const text = decoded(path === '-' ? fromInput() : readBytes(path));
  if (text === undefined) throw new UserError(`--files-from ${path}: this list is not UTF-8 or UTF-16 text.`);
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((line) => line !== '');
}

/** UTF-8, or the UTF-16 that PowerShell writes; undefined where it is neither. */
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

function fromInput(): Buffer {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new UserError(`--files-from -: the standard input could not be read: ${reason(error)}`);
  }
}
