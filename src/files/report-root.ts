import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FoundConfig, folderOf } from './config.ts';

/** The folder that paths in reports count from: of the configuration, else of the repository that holds the files, else the one that the program runs in. */
export function reportRoot(paths: readonly string[], config: FoundConfig | undefined): ReportRoot {
  const folders = (paths.length > 0 ? paths : ['.']).map((path) => resolve(folderOf(path)));
  const holdsAll = (folder: string): boolean => folders.every((one) => isBelow(one, folder));
  const candidates = [config?.folder, repositoryOf(folders[0] as string)];
  return new ReportRoot(candidates.find((folder) => folder !== undefined && holdsAll(folder)) ?? resolve(''));
}

/** A folder that paths in reports count from, however the files were named. */
export class ReportRoot {
  readonly #below: string;

  constructor(readonly folder: string) {
    this.#below = join(folder, sep);
  }

  /** As a URI, with a slash at its end. */
  get uri(): string {
    return pathToFileURL(join(this.folder, sep)).href;
  }

  /** A path as reports show it: counted from the root, in full where it lies outside. */
  pathOf = (path: string): string => {
    const whole = resolve(path);
    if (whole.startsWith(this.#below)) return withSlashes(whole.slice(this.#below.length));
    // On Windows the same folder may be written in other letters
    return sep !== '/' && isBelow(whole, this.folder) ? withSlashes(relative(this.folder, whole)) : withSlashes(whole);
  };
}

const withSlashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The nearest folder, this one or one above it, that is the top of a git repository. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}
