import { basename, dirname } from 'node:path';
import { notesBeside } from '../../files/find/find-notes.ts';

/** Finds the notes beside a case file whose names begin with its own; each folder is listed once. */
export function notesFinder(): (path: string) => string[] {
  const beside = new Map<string, string[]>();
  return (path) => {
    const folder = dirname(path);
    const all = beside.get(folder) ?? notesBeside([path]);
    beside.set(folder, all);
    const stem = basename(path).replace(/\.ya?ml$/i, '');
    return all.filter((note) => basename(note).startsWith(`${stem}.`) || basename(note).startsWith(`${stem}-`));
  };
}
