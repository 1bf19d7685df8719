import { readFileSync } from 'node:fs';
import { UserError } from '../../messages/errors.ts';
import { readText, reason } from '../read-text.ts';

/** The paths in a list, one a line or with a zero byte between them; `-` is the standard input. @throws UserError */
export function listedFiles(path: string): string[] {
  const text = path === '-' ? fromInput() : readText(path);
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((line) => line !== '');
}

function fromInput(): string {
  try {
    return readFileSync(0, 'utf8');
  } catch (error) {
    throw new UserError(`--files-from -: the standard input could not be read: ${reason(error)}`);
  }
}
