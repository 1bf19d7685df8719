import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Config } from '../check/config-schema.ts';
import { CONFIG_SHAPE } from '../check/shapes.built.ts';
import { UserError } from '../messages/errors.ts';
import { fileName } from '../messages/safe.ts';
import { CONFIG_FILE } from './find/find-cases.ts';
import { globRoot, ignoreMatcher, isGlob } from './find/glob.ts';
import { type Kind, readShaped } from './read-shaped.ts';

/** A configuration, and where it stands. */
export interface FoundConfig {
  readonly path: string;
  readonly folder: string;
  readonly config: Config;
}

const KIND: Kind<Config> = {
  shape: CONFIG_SHAPE,
  schema: () => import('../check/config-schema.ts').then((m) => m.ConfigSchema),
};

/** Configurations by the folders for which they hold; each is read once. */
export class Configs {
  readonly #paths = new Map<string, string | undefined>();
  readonly #read = new Map<string, Promise<FoundConfig>>();

  /** @param only the file to go by in place of those found upward */
  constructor(readonly only?: string) {}

  /** The nearest configuration of a folder: its own, else that of the nearest folder above. @throws UserError */
  async near(folder: string): Promise<FoundConfig | undefined> {
    const path = this.only ?? this.#upward(resolve(folder));
    if (path === undefined) return undefined;
    let found = this.#read.get(path);
    if (!found) this.#read.set(path, (found = readConfig(path)));
    return found;
  }

  #upward(folder: string): string | undefined {
    if (this.#paths.has(folder)) return this.#paths.get(folder);
    const own = join(folder, CONFIG_FILE);
    const above = dirname(folder);
    refuseTwin(own);
    const found = existsSync(own) ? own : above === folder ? undefined : this.#upward(above);
    this.#paths.set(folder, found);
    return found;
  }

  /** The one configuration under which some paths are checked together. @throws UserError where there are several */
  async of(paths: readonly string[]): Promise<FoundConfig | undefined> {
    const folders = paths.length > 0 ? paths.map(folderOf) : ['.'];
    const found = await Promise.all(folders.map((folder) => this.near(folder)));
    const other = found.findIndex((config) => config?.path !== found[0]?.path);
    if (other < 0) return found[0];
    throw new UserError(
      `${fileName(paths[0] as string)} and ${fileName(paths[other] as string)} have different configurations: check them apart, or name one with --config.`,
    );
  }
}

/** @throws UserError where a file has the name but for its ending: nobody means it to be passed over */
export function refuseTwin(path: string): void {
  const twin = path.replace(/\.yaml$/, '.yml');
  if (twin === path || !existsSync(twin)) return;
  throw new UserError(
    `${relative('', twin) || twin}: this file is read only under the name ${basename(path)}. Rename it.`,
  );
}

async function readConfig(path: string): Promise<FoundConfig> {
  const { data } = await readShaped(path, KIND);
  return { path: relative('', path) || path, folder: dirname(resolve(path)), config: data };
}

/** The folder in which a file, or what a pattern matches, lies. */
export function folderOf(path: string): string {
  if (isGlob(path) && !existsSync(path)) return globRoot(path);
  try {
    return statSync(path).isDirectory() ? path : dirname(path);
  } catch {
    // whatever is wrong with the path is said when it is read
    return dirname(path);
  }
}

/** What a configuration tells `check` to pass over. */
export function ignoresOf(found: FoundConfig | undefined): (path: string) => boolean {
  if (!found?.config.ignore?.length) return () => false;
  const matches = ignoreMatcher(found.config.ignore);
  return (path) => matches(relative(found.folder, resolve(path)).replaceAll('\\', '/'));
}
