import { statSync } from 'node:fs';

/** How many times some files together have so many bytes; no more are looked at than it takes to tell, up to a number of times. */
export function sizesReach(files: readonly string[], bytes: number, most: number): number {
  let sum = 0;
  for (const path of files) {
    sum += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (sum >= bytes * most) return most;
  }
  return Math.floor(sum / bytes);
}
