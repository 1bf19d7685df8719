import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { reason } from './read-text.ts';

const CASE_FILE = /\.ya?ml$/i;

/** The case files that paths stand for: files as they are, folders with all that lies below, in a fixed order. */
export function findCases(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const found = isFolder(path) ? below(path) : [path];
    if (found.length === 0) throw new UserError(`${path}: there are no case files (.yaml) in this folder.`);
    return found;
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UserError(`${path}: ${reason(error)}`);
  }
}

/** Hidden folders and links are passed over: a link could lead anywhere. */
function below(folder: string): string[] {
  const inOrder = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
  return readdirSync(folder, { withFileTypes: true })
    .sort(inOrder)
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : below(path);
      return entry.isFile() && CASE_FILE.test(entry.name) ? [path] : [];
    });
}
