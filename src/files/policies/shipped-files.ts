import { existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readText } from '../read-text.ts';
import { builtIn, onDisk, type TextFolder } from './text-folder.ts';

/** Folders of policies as they are named: one, or several of which the later stand on the earlier. */
export type FoldersNamed = string | readonly string[];

/** The files that come with the program. */
export interface ShippedFiles {
  readonly policies: TextFolder;
  readonly templates: TextFolder;
  /** The licences of the program and of all that is bundled in it. */
  readonly licences: () => string;
  /** Folders put beside the executable: they stand for `--policies` and `--templates` where those are not given. */
  readonly beside: { readonly policies?: string; readonly templates?: string };
  /** Whether the policies or templates still are those, of these sizes, that were read when the program was built. */
  readonly areAsBuilt: (sizes: Readonly<Record<string, number>>, of?: 'policies' | 'templates') => boolean;
}

const LICENCES = 'THIRD-PARTY-LICENCES';

/** The files of the package in a folder. */
export function packageFiles(folder: string): ShippedFiles {
  const policies = onDisk(fromHere(join(folder, 'policies')));
  const templates = onDisk(join(folder, 'templates'));
  const built = join(folder, 'dist', 'main.js');
  return {
    policies,
    templates,
    licences: () => readText(join(folder, LICENCES)),
    beside: {},
    areAsBuilt: (sizes, of) =>
      of === 'templates'
        ? areUnchanged(templates, templates.namesBelow('.md'), sizes, built)
        : areUnchanged(policies, policies.names('.yaml'), sizes, built),
  };
}

/** The files that an executable holds, told by their names, and the folders that stand beside it. */
export function heldFiles(names: readonly string[], read: (name: string) => string, folder: string): ShippedFiles {
  const beside = (name: string) => (existsSync(join(folder, name)) ? { [name]: fromHere(join(folder, name)) } : {});
  return {
    policies: builtIn('policies', names, read),
    templates: builtIn('templates', names, read),
    licences: () => read(LICENCES),
    beside: { ...beside('policies'), ...beside('templates') },
    areAsBuilt: () => true,
  };
}

/** A path as it is shortest to read: from the working folder where it lies below. */
function fromHere(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') ? path : short;
}

/** The same names and sizes, and none changed since: whoever edits them there is not told what they were before. */
function areUnchanged(
  { path }: TextFolder,
  names: readonly string[],
  sizes: Readonly<Record<string, number>>,
  built: string,
): boolean {
  try {
    const builtAt = statSync(built).mtimeMs;
    return (
      names.length === Object.keys(sizes).length &&
      names.every((name) => {
        const { size, mtimeMs } = statSync(`${path}/${name}`);
        return size === sizes[name] && mtimeMs <= builtAt;
      })
    );
  } catch {
    return false;
  }
}
