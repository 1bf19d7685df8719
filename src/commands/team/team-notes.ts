import { basename, dirname } from 'node:path';
import { notesBeside } from '../../files/find/find-notes.ts';

const beside = new Map<string, string[]>();

/** The notes beside a case file whose names begin with its own: they are named so by whoever writes them. */
export function notesOf(path: string): string[] {
  const folder = dirname(path);
  const all = beside.get(folder) ?? notesBeside([path]);
  beside.set(folder, all);
  const stem = basename(path).replace(/\.ya?ml$/i, '');
  return all.filter((note) => basename(note).startsWith(`${stem}.`) || basename(note).startsWith(`${stem}-`));
}
