import { dirname, join } from 'node:path';
import { UserError } from '../../messages/errors.ts';
import { listFolder } from './list-folder.ts';

const NOTE_FILE = /\.(md|txt|html|docx)$/i;

/** The files beside some case files that could be notes on them, in a fixed order. */
export function notesBeside(cases: readonly string[]): string[] {
  const folders = [...new Set(cases.map((path) => dirname(path)))];
  return folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => NOTE_FILE.test(name))
      .map((name) => join(folder, name)),
  );
}

/** A folder that has gone since its cases were checked has no notes any more. */
function namesIn(folder: string): string[] {
  try {
    return listFolder(folder);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
