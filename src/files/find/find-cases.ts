import { type Dirent, readdirSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { FileError } from '../../messages/errors.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import { reason } from '../read-text.ts';
import { globMatcher, globRoot, isGlob } from './glob.ts';
import { aboutFolder } from './list-folder.ts';

const CASE_FILE = /\.ya?ml$/i;

/** The configuration of a folder: never a case file itself. */
export const CONFIG_FILE = 'cpplan.config.yaml';

const ANY_CONFIG = /^cpplan\.config\.ya?ml$/i;

/** The files that paths stand for. */
export interface Found {
  /** In a fixed order, each once. */
  readonly files: readonly string[];
  /** Those that a person named one by one. */
  readonly named: ReadonlySet<string>;
  /** Folders that could not be looked into, and why. */
  readonly closed: ReadonlyMap<string, Safe>;
  /** Folders below those that were named in which a configuration stands. */
  readonly configured: readonly string[];
  /** How many files were passed over for their names. */
  readonly others: number;
}

/** Whether a path is to be left out. */
export type Ignores = (path: string) => boolean;

/**
 * The case files that paths stand for: files as they are, folders with all that lies below, patterns with all that
 * they match. @param listed paths from a list, that nobody has chosen one by one
 * @throws UserError for a path or pattern that leads to nothing
 */
export function findFiles(
  paths: readonly string[],
  ignores: Ignores = () => false,
  listed: readonly string[] = [],
): Found {
  const finder = new Finder(ignores);
  for (const path of paths) finder.add(withSlashes(path));
  for (const path of listed) if (!ignores(path)) finder.addListed(withSlashes(path));
  return finder;
}

const withSlashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path.charAt(end - 1) === '/') end--;
  return path.slice(0, end);
}

/** The same, for those who want no more than the files. */
export const findCases = (paths: readonly string[]): readonly string[] => findFiles(paths).files;

/** The case files below a folder; none where there is nothing in it yet. */
export function findBelow(folder: string): readonly string[] {
  const finder = new Finder(() => false);
  finder.below(withSlashes(folder));
  return finder.files;
}

class Finder implements Found {
  readonly files: string[] = [];
  readonly named = new Set<string>();
  readonly closed = new Map<string, Safe>();
  readonly configured: string[] = [];
  others = 0;
  readonly #seen = new Set<string>();
  /** How often a file was met, by whatever path. */
  #met = 0;

  constructor(readonly ignores: Ignores) {}

  add(path: string): void {
    const kind = kindOf(path);
    if (kind === 'folder') this.#folder(path);
    else if (kind === 'file') this.#named(path);
    else if (isGlob(path)) this.#glob(path);
    else throw new FileError(path, safe`there is no such file or folder. Check the name and the folder.`);
  }

  /** A list may hold anything: whatever in it is no case file is passed over like others. */
  addListed(path: string): void {
    if (kindOf(path) === 'file') this.#take(path);
    else this.add(path);
  }

  #named(path: string): void {
    this.named.add(path);
    this.#take(path);
  }

  below(folder: string): void {
    this.#below(withoutSlashes(folder), () => true);
  }

  #folder(path: string): void {
    const before = this.#met;
    this.below(path);
    if (this.#met === before) throw new FileError(path, safe`there are no case files (.yaml) in this folder.`);
  }

  #glob(pattern: string): void {
    const before = this.#met;
    const matches = globMatcher(pattern);
    if (kindOf(globRoot(pattern)) === 'folder') this.#below(globRoot(pattern), matches);
    if (this.#met === before) throw new FileError(pattern, safe`no file matches this pattern.`);
  }

  /** Hidden folders and links are passed over: a link could lead anywhere. */
  #below(folder: string, wanted: (path: string) => boolean): void {
    const at = folder === '.' ? '' : folder.endsWith('/') ? folder : `${folder}/`;
    for (const entry of this.#entries(folder)) {
      const path = at + entry.name;
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || this.ignores(path)) continue;
      const isConfig = ANY_CONFIG.test(entry.name);
      if (isConfig) this.configured.push(folder);
      const isCase = CASE_FILE.test(entry.name) && !isConfig;
      if (isCase && wanted(path)) this.#take(path);
      else if (entry.isFile()) this.others++;
      if (entry.isDirectory()) this.#below(path, wanted);
    }
  }

  #entries(folder: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() || entry.isDirectory())
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      this.closed.set(folder, aboutFolder(error));
      this.#take(folder);
      return [];
    }
  }

  #take(path: string): void {
    this.#met++;
    const key = resolve(path);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.files.push(path);
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw new FileError(path, reason(error));
  }
}
