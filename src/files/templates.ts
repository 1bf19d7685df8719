import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Shelf } from '../report/template.ts';
import { readText } from './read-text.ts';

/** Every template below a folder, by its path from there with forward slashes. */
export function readShelf(folder: string): Shelf {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readText(join(folder, name))]));
}
