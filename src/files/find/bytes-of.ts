import { statSync } from 'node:fs';

/**
 * How many bytes some files hold together. No more files are looked at than it takes to tell that they hold so many; one
 * that cannot be looked at counts for nothing here, and is told when it is opened.
 */
export function bytesOf(files: readonly string[], most: number): number {
  let sum = 0;
  for (const path of files) {
    if (sum >= most) break;
    sum += sizeOf(path);
  }
  return sum;
}

function sizeOf(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
