import { join } from 'node:path';
import type { Shelf } from '../report/template.ts';
import { listFolder } from './list-folder.ts';
import { readText } from './read-text.ts';

/** Every template below a folder, by its path from there with forward slashes. */
export function readShelf(folder: string): Shelf {
  const names = listFolder(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replaceAll('\\', '/'));
  return Object.fromEntries(names.map((name) => [name, readText(join(folder, name))]));
}
