import type { TemplateSet } from '../../report/note/template.ts';
import type { TextFolder } from './text-folder.ts';

/** Every template below a folder, by its path from there with forward slashes. */
export const readTemplates = (folder: TextFolder): TemplateSet =>
  Object.fromEntries(folder.namesBelow('.md').map((name) => [name, folder.read(name)]));
