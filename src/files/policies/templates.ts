import type { Shelf } from '../../report/note/template.ts';
import type { TextFolder } from './text-folder.ts';

/** Every template below a folder, by its path from there with forward slashes. */
export const readShelf = (folder: TextFolder): Shelf =>
  Object.fromEntries(folder.namesBelow('.md').map((name) => [name, folder.read(name)]));
