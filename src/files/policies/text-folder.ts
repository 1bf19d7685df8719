import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../../messages/errors.ts';
import { listFolder } from '../find/list-folder.ts';
import { MAX_POLICY_BYTES, readText } from '../read-text.ts';

/** A folder of text files, on the disk or built into the program. */
export interface TextFolder {
  /** Where it is, as messages name it. */
  readonly path: string;
  /** Tells it from every other folder, however it is named. */
  readonly id: string;
  readonly isThere: () => boolean;
  /** Names of the files of an ending that stand in it, in order. */
  readonly names: (ending: string) => string[];
  /** The same with the files of the folders below, by their paths from here with forward slashes. */
  readonly namesBelow: (ending: string) => string[];
  readonly has: (name: string) => boolean;
  /** The text of a file. @throws UserError where it is missing or unreadable */
  readonly read: (name: string) => string;
}

/** A folder on the disk. */
export function onDisk(path: string): TextFolder {
  return {
    path,
    id: resolve(path),
    isThere: () => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
    names: (ending) => listed(path, false, ending),
    namesBelow: (ending) => listed(path, true, ending),
    has: (name) => existsSync(join(path, name)),
    read: (name) => readText(join(path, name), MAX_POLICY_BYTES),
  };
}

const listed = (path: string, recursive: boolean, ending: string): string[] =>
  listFolder(path, { recursive })
    .filter((name) => name.endsWith(ending))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

/** A folder that is built in: of these files, told by their whole paths, those below it. */
export function builtIn(path: string, all: readonly string[], read: (whole: string) => string): TextFolder {
  const below = all.filter((whole) => whole.startsWith(`${path}/`)).map((whole) => whole.slice(path.length + 1));
  const namesBelow = (ending: string): string[] => below.filter((name) => name.endsWith(ending)).sort();
  return {
    path,
    id: `built in: ${path}`,
    isThere: () => true,
    names: (ending) => namesBelow(ending).filter((name) => !name.includes('/')),
    namesBelow,
    has: (name) => below.includes(name),
    read: (name) => {
      if (below.includes(name)) return read(`${path}/${name}`);
      throw new UserError(`${path}/${name}: there is no such file in the program.`);
    },
  };
}
