import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NOTE_FILE = /\.(md|txt|html)$/i;

/** The files beside some case files that could be notes on them, in a fixed order. */
export function notesBeside(cases: readonly string[]): string[] {
  const folders = [...new Set(cases.map((path) => dirname(path)))];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => NOTE_FILE.test(name))
      .sort()
      .map((name) => join(folder, name)),
  );
}
