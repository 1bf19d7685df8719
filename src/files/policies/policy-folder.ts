import { basename, join } from 'node:path';
import { readCalendar, readClosures } from '../../calendar/holidays-schema.ts';
import { type Calendar, NO_CALENDAR } from '../../calendar/working-days.ts';
import { TooManyNodes } from '../../logic/diagram.ts';
import { FileError, UserError } from '../../messages/errors.ts';
import { fileName, known, safe } from '../../messages/safe.ts';
import { compile } from '../../policy/compile/compile.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { sameIds } from '../../policy/folder/clashes.ts';
import type { Thing } from '../../policy/folder/overriding.ts';
import { PolicyLibrary } from '../../policy/folder/policy-library.ts';
import type { Replaceable, Replacement } from '../../policy/folder/replaceable.ts';
import { changedFacts, usedBy } from '../../policy/folder/touched.ts';
import { type Profile, readProfiles } from '../../policy/pack/profiles.ts';
import { type ReadPack, type ReadVocabulary, readPack, readVocabulary } from '../../policy/pack/read-pack.ts';
import { type ReadWaivers, readWaivers } from '../../policy/verify/waivers.ts';
import { readYaml } from '../../yaml/read.ts';
import { MAX_POLICY_BYTES, readText } from '../read-text.ts';
import { LayerFiles, orThrow } from './layer-files.ts';
import { type Layer, MANIFEST, VOCABULARY } from './layers.ts';

/** Which packs an authority goes by. */
export const PROFILES = 'profiles.yaml';
const WAIVERS = 'waivers.yaml';
const CALENDAR = 'bank-holidays.yaml';
const CLOSURES = 'closure-days.yaml';
/** Which notes and documents there are, and when. */
export const DOCUMENTS = 'documents.yaml';
const NOT_PACKS: readonly string[] = [MANIFEST, VOCABULARY, PROFILES, WAIVERS, CALENDAR, CLOSURES, DOCUMENTS];
/** Names that no pack can have. */
export const RESERVED: readonly string[] = NOT_PACKS.map((name) => basename(name, '.yaml'));

/** The kind of what stands in each group of the shared vocabulary. */
const IN_VOCABULARY: Readonly<Record<string, Replaceable>> = {
  roles: 'role',
  meetings: 'meeting',
  occasions: 'occasion',
  facts: 'fact',
  events: 'event',
  contradictions: 'contradiction',
};

/** Folders of policies that stand on each other: one vocabulary and the packs, each read and compiled once, when first wanted. */
export class PolicyFolder extends PolicyLibrary {
  readonly files: LayerFiles;
  readonly #compiled = new Map<string, CompiledPack>();
  #layerOf: ReadonlyMap<string, Layer> | undefined;
  #vocabulary: ReadVocabulary | undefined;
  #calendar: Calendar | undefined;
  #profiles: readonly Profile[] | undefined;

  /** @param layers the lowest first */
  constructor(readonly layers: readonly Layer[]) {
    super();
    this.files = new LayerFiles(layers);
  }

  /** The folders that were named, as messages name them. */
  get path(): string {
    return this.layers
      .filter(({ isNamed }) => isNamed)
      .map(({ folder }) => folder.path)
      .join(', ');
  }

  override names(): string[] {
    return [...this.#packs().keys()];
  }

  /** Packs of the folders that were named, and packs of others whose meaning these change. */
  ownNames(): string[] {
    const isOwn = (name: string): boolean => this.#packs().get(name)?.isNamed === true;
    const others = this.names().filter((name) => !isOwn(name));
    const changed = others.length === 0 ? new Set<string>() : this.#changed();
    const isTouched = (name: string): boolean =>
      changed.size > 0 && usedBy(this.pack(name)).some((fact) => changed.has(fact));
    return this.names().filter((name) => isOwn(name) || isTouched(name));
  }

  /** The facts that the folders that were named change. */
  #changed(): ReadonlySet<string> {
    const replaced = this.layers.flatMap((layer) => (layer.isNamed ? (layer.manifest?.replaces ?? []) : []));
    const added = [...this.files.thingsIn(VOCABULARY, { events: 'event' })].flatMap(([layer, things]) =>
      layer.isNamed && layer.manifest ? things : [],
    );
    return changedFacts(replaced, added, this.vocabulary().vocabulary);
  }

  /** The folder in which each pack stands. @throws UserError where two have a pack of one name, and the upper does not say so */
  #packs(): ReadonlyMap<string, Layer> {
    if (this.#layerOf) return this.#layerOf;
    this.files.refuseUnsaid(new Map(this.layers.map((layer) => [layer, this.packsIn(layer)])));
    const found = this.layers.flatMap((layer) => this.packsIn(layer).map(({ id }) => [id, layer] as const));
    const sorted = found.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return (this.#layerOf = new Map(sorted));
  }

  /** The packs that stand in one of the folders. */
  packsIn({ folder }: Layer): Thing[] {
    const files = folder.names('.yaml').filter((name) => !NOT_PACKS.includes(name));
    return files.map((name) => {
      return { kind: 'pack', id: basename(name, '.yaml'), file: join(folder.path, name), at: () => TOP };
    });
  }

  override vocabulary(): ReadVocabulary {
    if (this.#vocabulary) return this.#vocabulary;
    const found = this.files.together<ReadVocabulary>(VOCABULARY, readVocabulary);
    if (!found) throw new FileError(this.path, safe`this folder has no ${known(VOCABULARY)}.`);
    this.files.refuseUnsaid(this.files.thingsIn(VOCABULARY, IN_VOCABULARY));
    return (this.#vocabulary = found);
  }

  /** Everything that the folders define in their vocabularies and profiles. */
  definitions(): readonly ReadonlyMap<Layer, readonly Thing[]>[] {
    return [
      new Map(this.layers.map((layer) => [layer, this.packsIn(layer)])),
      this.files.thingsIn(VOCABULARY, IN_VOCABULARY),
      this.files.thingsIn(PROFILES, { profiles: 'profile' }),
    ];
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
    const layer = this.#packs().get(name) ?? this.layers.at(-1);
    return join(layer?.folder.path ?? '', `${name}.yaml`);
  }

  override replaced(): readonly Replacement[] {
    return this.layers.flatMap(({ manifest }) => manifest?.replaces ?? []);
  }

  /** What has been accepted for a time, folder by folder. */
  waivers(): readonly (ReadWaivers & { readonly isNamed: boolean })[] {
    return this.files.named(WAIVERS).map(({ layer: { isNamed }, path, source }) => {
      return { ...orThrow(path, readWaivers(path, source)), isNamed };
    });
  }

  override calendar(): Calendar {
    if (this.#calendar) return this.#calendar;
    const holidays = this.files.together<Calendar>(CALENDAR, readCalendar) ?? NO_CALENDAR;
    const closed = this.files.together<Calendar>(CLOSURES, (source, below) => readClosures(source, below ?? holidays));
    return (this.#calendar = closed ?? holidays);
  }

  override profiles(): readonly Profile[] {
    if (this.#profiles) return this.#profiles;
    const found = this.files.together<readonly Profile[]>(PROFILES, readProfiles) ?? [];
    this.files.refuseUnsaid(this.files.thingsIn(PROFILES, { profiles: 'profile' }));
    return (this.#profiles = found);
  }

  /** The packs as their files have them, whether or not they can be used. */
  written(): unknown[] {
    return [...this.#packs()].map(([name, { folder }]) => readYaml(folder.read(`${name}.yaml`)).value);
  }

  override pack(name: string): CompiledPack {
    let found = this.#compiled.get(name);
    if (!found) this.#compiled.set(name, (found = this.#compile(name)));
    return found;
  }

  #compile(name: string): CompiledPack {
    const layer = this.#packs().get(name);
    if (!layer) throw this.noPack(name);
    return this.#pack(this.pathOf(name), layer.folder.read(`${name}.yaml`));
  }

  /** A pack of any file, read against the vocabulary of this folder. @throws UserError where it has errors */
  packAt(path: string): CompiledPack {
    return this.#pack(path, readText(path, MAX_POLICY_BYTES));
  }

  #pack(path: string, text: string): CompiledPack {
    return compileOrThrow(path, orThrow(path, readPack(readYaml(text), this.vocabulary().vocabulary)));
  }
}

const TOP = { line: 1, column: 1 };

function compileOrThrow(path: string, read: ReadPack): CompiledPack {
  try {
    return compile(read);
  } catch (error) {
    if (error instanceof TooManyNodes)
      throw new FileError(path, safe`this pack is too large to be worked through. ${known(error.message)}`);
    throw error;
  }
}
