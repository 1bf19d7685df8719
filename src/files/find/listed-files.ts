import { readInput } from '../read-input.ts';

/** The paths in a list, one a line or with a zero byte between them; `-` is the standard input. @throws UserError */
export function listedFiles(path: string): string[] {
  const text = readInput(path, '--files-from');
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((line) => line !== '');
}
