import { statSync } from 'node:fs';

/** How many bytes some files hold together. No more files are looked at than it takes to tell that they hold so many. */
export function bytesOf(files: readonly string[], most: number): number {
  let sum = 0;
  for (const path of files) {
    if (sum >= most) break;
    sum += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}
