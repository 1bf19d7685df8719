import { dirname, join } from 'node:path';
import { assess } from '../assess/case/assess.ts';
import type { Assessment } from '../assess/case/assessment.ts';
import type { Day } from '../calendar/dates.ts';
import { caseFrom } from '../case/file/case-from.ts';
import type { CaseFile } from '../case/file/case-schema.ts';
import { bookOn } from '../case/sheet/book-on.ts';
import type { Config } from '../check/config-schema.ts';
import { Configs, type FoundConfig } from '../files/config.ts';
import type { FoldersNamed } from '../files/policies/shipped-files.ts';
import { readText } from '../files/read-text.ts';
import type { Io } from '../io.ts';
import { type Diagnostic, type Placed, place } from '../messages/diagnostic.ts';
import { FileError, UserError } from '../messages/errors.ts';
import type { Rulebook } from '../policy/folder/rulebook.ts';
import { readYaml, type Source } from '../yaml/read.ts';
import { dayGiven } from './day.ts';
import type { FiledCase, OpenedCase, UnreadCase } from './opened.ts';
import { type Policies, policiesNamed } from './policies.ts';

/** What the command line says of how cases are opened. */
export interface CaseOptions {
  /** The day to look at them. */
  readonly asAt?: string;
  /** Folders of policies in place of those that a configuration names, or that are shipped. */
  readonly policies?: FoldersNamed;
  /** A configuration in place of those found upward. */
  readonly config?: string;
}

/** What the command line says of how cases are opened, and nothing else of it. */
export const caseOptions = ({ asAt, policies, config }: CaseOptions): CaseOptions => ({
  ...(asAt !== undefined && { asAt }),
  ...(policies !== undefined && { policies }),
  ...(config !== undefined && { config }),
});

/** What holds for the case files of one folder. */
type Under = Pick<FiledCase, 'config' | 'policies'>;

/** What of the world the opening of a case rests on. */
export type CaseWorld = Pick<Io, 'today' | 'shipped'>;

/** Opens cases, each under the configuration of its own folder. */
export class CaseOpener {
  readonly configs: Configs;
  readonly #folders = new Map<string, Promise<Under>>();
  readonly #policies = new Map<string, Promise<Policies>>();
  readonly #given: Day | undefined;
  #today: Day | undefined;

  /** @param by policies in place of all that are named. @throws UserError for a wrong day */
  constructor(
    readonly options: CaseOptions,
    readonly io: CaseWorld,
    readonly by?: Policies,
  ) {
    this.configs = new Configs(options.config);
    this.#given = dayGiven(options);
  }

  /** A case file with everything that its packs say about it. @throws UserError for a pack with errors */
  async open(path: string): Promise<OpenedCase | UnreadCase> {
    const filed = await this.read(path);
    return 'why' in filed ? filed : assessed(filed);
  }

  /** A case file under what its folder says of it, before any pack is asked. @throws UserError for a bad configuration */
  async read(path: string): Promise<FiledCase | UnreadCase> {
    const source = sourceAt(path);
    return source instanceof UserError ? { path, why: source } : await this.file(path, source);
  }

  /** The same for a file whose text has been read. */
  async file(path: string, source: Source): Promise<FiledCase | UnreadCase> {
    const { file: own, diagnostics } = await caseFrom(source);
    if (!own) return { path, source, why: diagnostics };
    const { config, policies } = await this.#under(dirname(path));
    const file = withDefaults(own, config);
    return { path, source, file, config, policies, asAt: this.#dayOf(file) };
  }

  /** What holds for the case files of a folder. */
  #under(folder: string): Promise<Under> {
    let under = this.#folders.get(folder);
    if (!under) this.#folders.set(folder, (under = this.#lookUp(folder)));
    return under;
  }

  async #lookUp(folder: string): Promise<Under> {
    const found = await this.configs.near(folder);
    return { config: found?.config, policies: await this.policiesOf(found) };
  }

  /** The policies under a configuration: those of the command line, else those that it names, else the shipped ones. */
  policiesOf(found: FoundConfig | undefined): Promise<Policies> {
    if (this.by) return Promise.resolve(this.by);
    const configured = found?.config.policies;
    const own = found && configured && [configured].flat().map((name) => join(found.folder, name));
    const named = this.options.policies ?? own;
    const key = JSON.stringify(named ?? []);
    let policies = this.#policies.get(key);
    if (!policies) this.#policies.set(key, (policies = policiesNamed(named, this.io)));
    return policies;
  }

  /** The day to look at a case: as the command line says, else the case itself, else today. */
  #dayOf({ as_at: own }: CaseFile): Day {
    return this.#given ?? (own === undefined ? (this.#today ??= this.io.today()) : String(own));
  }
}

/** The text of a file, read; what went wrong, where it could not be. */
export function sourceAt(path: string): Source | UserError {
  try {
    return readYaml(readText(path));
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** A case file that says nothing of whose procedures apply falls under those that its folder names. */
export function withDefaults(file: CaseFile, config: Config | undefined): CaseFile {
  if (!config || file.packs || file.authority) return file;
  const { authority, packs } = config;
  return { ...file, ...(authority !== undefined && { authority }), ...(packs && { packs }) };
}

/** A case under its packs, on its day or another. @throws UserError for a pack with errors */
export function assessed(filed: FiledCase, asAt: Day = filed.asAt): OpenedCase | UnreadCase {
  const { path, file, policies } = filed;
  const book = policies.library.bookOrFault(file);
  return book instanceof FileError ? { path, why: book } : assessedBy({ ...filed, asAt }, book);
}

/** A case as a rulebook sees it, by the texts that apply to it. */
export function assessedBy(filed: FiledCase, given: Rulebook): OpenedCase {
  const book = bookOn(given, filed.file, filed.asAt);
  const assessment = assess(filed.file, book, filed.asAt);
  return new AssessedCase(filed, book, assessment);
}

/** What an assessment has to say about the file is placed only where somebody looks at it. */
class AssessedCase implements OpenedCase {
  readonly path: string;
  readonly source: Source;
  readonly file: CaseFile;
  readonly config: Config | undefined;
  readonly policies: Policies;
  readonly asAt: Day;

  constructor(
    filed: FiledCase,
    readonly book: Rulebook,
    readonly assessment: Assessment,
  ) {
    this.path = filed.path;
    this.source = filed.source;
    this.file = filed.file;
    this.config = filed.config;
    this.policies = filed.policies;
    this.asAt = filed.asAt;
  }

  get diagnostics(): readonly Placed<Diagnostic>[] {
    return this.assessment.diagnostics.map((one) => place(one, this.source.locate));
  }
}
