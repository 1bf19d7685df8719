import { statSync } from 'node:fs';
import { join } from 'node:path';
import { madeReady } from '../../report/note/make-ready.ts';
import { readTemplates } from './templates.ts';
import { onDisk } from './text-folder.ts';

const folder = onDisk('templates');
const texts = readTemplates(folder);
const names = Object.keys(texts);
/** Those that may stand in a note for the file. Nobody waits for the others so often. */
const OF_NOTES = /^(?:notes|questions|parts)\/(?!document-|family)/;

const ready = names
  .filter((name) => OF_NOTES.test(name))
  .flatMap((name) => {
    const made = madeReady(texts, name);
    return made ? [{ name, ...made }] : [];
  });

/** The templates of the folder `templates`, read as far as they can be filled without the engine. */
export const TEMPLATES = {
  /** Sizes of the files. */
  sizes: Object.fromEntries(names.map((name) => [name, statSync(join(folder.path, name)).size])),
  texts,
  ready: {
    pieces: Object.fromEntries(ready.map(({ name, pieces }) => [name, pieces])),
    names: Object.fromEntries(
      ready.filter(({ name }) => name.startsWith('notes/')).map(({ name, names: used }) => [name, used]),
    ),
  },
};
