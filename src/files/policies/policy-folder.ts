import { basename, join } from 'node:path';
import { readCalendar } from '../../calendar/holidays-schema.ts';
import { type Calendar, NO_CALENDAR } from '../../calendar/working-days.ts';
import { TooManyNodes } from '../../logic/diagram.ts';
import { type Diagnostic, faultyFile, hasErrors, type Placed } from '../../messages/diagnostic.ts';
import { FileError, UserError } from '../../messages/errors.ts';
import { fileName, known, safe } from '../../messages/safe.ts';
import { compile } from '../../policy/compile/compile.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { sameIds } from '../../policy/folder/clashes.ts';
import { PolicyLibrary } from '../../policy/folder/policy-library.ts';
import { type Profile, readProfiles } from '../../policy/pack/profiles.ts';
import { type ReadPack, type ReadVocabulary, readPack, readVocabulary } from '../../policy/pack/read-pack.ts';
import { type ReadWaivers, readWaivers } from '../../policy/verify/waivers.ts';
import { readYaml, type Source } from '../../yaml/read.ts';
import type { ReadResult } from '../../yaml/read-result.ts';
import { MAX_POLICY_BYTES, readText } from '../read-text.ts';
import type { TextFolder } from './text-folder.ts';

const VOCABULARY = 'facts.yaml';
/** Which packs an authority goes by. */
export const PROFILES = 'profiles.yaml';
const WAIVERS = 'waivers.yaml';
const CALENDAR = 'bank-holidays.yaml';
/** Which notes and documents there are, and when. */
export const DOCUMENTS = 'documents.yaml';
const NOT_PACKS: readonly string[] = [VOCABULARY, PROFILES, WAIVERS, CALENDAR, DOCUMENTS];

/** A folder of policies: the vocabulary and the packs, each read and compiled once, when first wanted. */
export class PolicyFolder extends PolicyLibrary {
  readonly #compiled = new Map<string, CompiledPack>();
  #vocabulary: ReadVocabulary | undefined;
  #calendar: Calendar | undefined;
  #profiles: readonly Profile[] | undefined;

  constructor(readonly folder: TextFolder) {
    super();
    if (!folder.has(VOCABULARY)) {
      throw new FileError(folder.path, safe`this is not a folder of policies; it has no ${known(VOCABULARY)}.`);
    }
  }

  /** Names of all its files. */
  files(): string[] {
    return this.folder.names('.yaml');
  }

  override names(): string[] {
    return this.files()
      .filter((name) => !NOT_PACKS.includes(name))
      .map((name) => basename(name, '.yaml'));
  }

  override vocabulary(): ReadVocabulary {
    this.#vocabulary ??= this.#read(VOCABULARY, readVocabulary);
    return this.#vocabulary;
  }

  /** @throws UserError where two files hold a pack of one id */
  refuseSameIds(): void {
    const names = this.names();
    const packs = names.map((name) => this.pack(name));
    const [clash] = sameIds(packs);
    if (!clash) return;
    const [a, b] = clash.packs.map((pack) => fileName(this.pathOf(names[packs.indexOf(pack)] ?? '')));
    throw new UserError(`${a} and ${b}: ${clash.says}`);
  }

  override pathOf(name: string): string {
    return join(this.folder.path, `${name}.yaml`);
  }

  /** What has been accepted for a time; none where the folder has no file of waivers. */
  waivers(): ReadWaivers | undefined {
    return this.#readIfThere(WAIVERS, (source, path) => readWaivers(path, source));
  }

  override calendar(): Calendar {
    this.#calendar ??= this.#readIfThere(CALENDAR, readCalendar) ?? NO_CALENDAR;
    return this.#calendar;
  }

  override profiles(): readonly Profile[] {
    this.#profiles ??= this.#readIfThere(PROFILES, readProfiles) ?? [];
    return this.#profiles;
  }

  /** The path and the text of one of its files, for what is said of a place in it. */
  fileNamed(name: string): { readonly path: string; readonly source: Source } {
    return { path: join(this.folder.path, name), source: readYaml(this.folder.read(name)) };
  }

  #read<T>(name: string, read: (source: Source, path: string) => ReadResult<T>): T {
    const path = join(this.folder.path, name);
    return orThrow(path, read(readYaml(this.folder.read(name)), path));
  }

  #readIfThere<T>(name: string, read: (source: Source, path: string) => ReadResult<T>): T | undefined {
    return this.folder.has(name) ? this.#read(name, read) : undefined;
  }

  override pack(name: string): CompiledPack {
    let found = this.#compiled.get(name);
    if (!found) this.#compiled.set(name, (found = this.#compile(name)));
    return found;
  }

  #compile(name: string): CompiledPack {
    if (!this.names().includes(name)) throw this.noPack(name);
    return this.#pack(this.pathOf(name), this.folder.read(`${name}.yaml`));
  }

  /** A pack of any file, read against the vocabulary of this folder. @throws UserError where it has errors */
  packAt(path: string): CompiledPack {
    return this.#pack(path, readText(path, MAX_POLICY_BYTES));
  }

  #pack(path: string, text: string): CompiledPack {
    return compileOrThrow(path, orThrow(path, readPack(readYaml(text), this.vocabulary().vocabulary)));
  }
}

function compileOrThrow(path: string, read: ReadPack): CompiledPack {
  try {
    return compile(read);
  } catch (error) {
    if (error instanceof TooManyNodes)
      throw new FileError(path, safe`this pack is too large to be worked through. ${known(error.message)}`);
    throw error;
  }
}

/** What a file of a folder of policies holds. @throws UserError with every diagnostic, where it has errors */
export function orThrow<T>(
  path: string,
  { data, diagnostics }: { data: T | undefined; diagnostics: readonly Placed<Diagnostic>[] },
): T {
  if (data !== undefined && !hasErrors(diagnostics)) return data;
  throw faultyFile(path, diagnostics);
}
