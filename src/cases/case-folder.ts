import { holdsNoCase } from '../check/not-a-case.ts';
import { type FoundConfig, ignoresOf } from '../files/config.ts';
import { type Found, findFiles } from '../files/find/find-cases.ts';
import { listedFiles } from '../files/find/listed-files.ts';
import { reportRoot } from '../files/report-root.ts';
import type { Io } from '../io.ts';
import { FileError, UserError } from '../messages/errors.ts';
import { known, type Safe, safe } from '../messages/safe.ts';
import type { PolicyLibrary } from '../policy/folder/policy-library.ts';
import { assessed, CaseOpener, type CaseOptions, sourceAt } from './case-opener.ts';
import type { FiledCase, OpenedCase, UnreadCase } from './opened.ts';

/** What the command line says of which cases of a folder are opened, and how. */
export interface FolderOptions extends CaseOptions {
  /** A file with one path a line; `-` for the standard input. */
  readonly filesFrom?: string;
  /** Only files that differ from this revision in git. */
  readonly changedSince?: string;
}

/** The case files below some paths, each to be opened under the configuration of its own folder. */
export class CaseFolder {
  constructor(
    readonly found: Found,
    readonly opener: CaseOpener,
    /** The configuration that holds for the paths together. */
    readonly config: FoundConfig | undefined,
    /** The policies that hold for them, and for the folders below with a configuration of their own. */
    readonly libraries: readonly PolicyLibrary[],
    /** What the paths in reports count from. */
    readonly root = reportRoot([], config),
  ) {}

  /** What is wrong with packs and other files of procedures, each told once: they stop the cases that need them alone. */
  readonly policyFaults = new Set<string>();

  /** One of the files found, with everything that its packs say; nothing where nobody named it and it holds no case. */
  async open(path: string): Promise<OpenedCase | UnreadCase | undefined> {
    const filed = await this.read(path);
    if (!filed || 'why' in filed) return filed;
    const { source } = filed;
    return await this.orPolicyFault(
      () => assessed(filed),
      (says) => ({ path, source, why: new FileError(path, says) }),
    );
  }

  /** Does something that needs the procedures of one case; where they cannot be used, notes why and does another thing. */
  async orPolicyFault<T>(act: () => T | Promise<T>, otherwise: (says: Safe) => T): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.policyFaults.add(error.message);
      const first = known(error.message.split('\n', 1)[0] ?? '');
      return otherwise(safe`The procedures of this case cannot be used. ${first}`);
    }
  }

  /** One of the files found, before any pack is asked. */
  async read(path: string): Promise<FiledCase | UnreadCase | undefined> {
    const closed = this.found.closed.get(path);
    const source = closed === undefined ? sourceAt(path) : new FileError(path, closed);
    if (source instanceof UserError) return { path, why: source };
    if (!this.found.named.has(path) && holdsNoCase(source)) return undefined;
    return await this.opener.file(path, source);
  }
}

/** The case files below some paths, as their one configuration says. @throws UserError where there are several */
export async function openFolder(paths: readonly string[], options: FolderOptions, io: Io): Promise<CaseFolder> {
  const listed = options.filesFrom === undefined ? [] : listedFiles(options.filesFrom);
  const opener = new CaseOpener(options, io);
  const config = await opener.configs.of([...paths, ...listed]);
  const found = await changed(findFiles(paths, ignoresOf(config), listed), options);
  // A fault in any configuration is told before the first case is looked at
  const configs = [config];
  for (const below of found.configured) configs.push(await opener.configs.near(below));
  const policies = await Promise.all(configs.map((one) => opener.policiesOf(one)));
  const libraries = [...new Set(policies.map(({ library }) => library))];
  return new CaseFolder(found, opener, config, libraries, reportRoot([...paths, ...listed], config));
}

/** Only what changed, where that was asked for. */
async function changed(found: Found, { changedSince: revision }: FolderOptions): Promise<Found> {
  if (revision === undefined) return found;
  const { changedSince } = await import('../files/find/changed-since.ts');
  const isChanged = changedSince(revision);
  // Nobody can tell what changed in a folder that is closed
  return { ...found, files: found.files.filter((path) => found.closed.has(path) || isChanged(path)) };
}
