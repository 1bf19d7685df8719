import type { Calendar } from '../../calendar/working-days.ts';
import type { Documents } from '../../documents/schema.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { revive } from '../../policy/compile/snapshot.ts';
import { type Clash, sameIds } from '../../policy/folder/clashes.ts';
import { PolicyLibrary } from '../../policy/folder/policy-library.ts';
import type { Profile } from '../../policy/pack/choose-packs.ts';
import { NO_SOURCE } from '../../policy/pack/no-source.ts';
import type { ReadVocabulary } from '../../policy/pack/read-pack.ts';
import { keepDigests } from './digest.ts';

/** The policies that ship with the program, as they were when it was built. */
export interface Shipped extends Omit<ReadVocabulary, 'source'> {
  /** Sizes of the files they were read from. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly calendar: { readonly years: readonly number[]; readonly holidays: readonly string[] };
  readonly profiles: readonly Profile[];
  /** Which notes and letters there are. */
  readonly documents: Documents;
  /** Whether no two of the packs mean different things by one id. */
  readonly areAtOne: boolean;
  /** Packs by name, as JSON: few are wanted in one run. */
  readonly packs: Readonly<Record<string, string>>;
  /** Digests of the texts of each pack, the earliest first. */
  readonly digests: Readonly<Record<string, readonly string[]>>;
}

/** Shipped policies that need neither be read nor checked nor compiled again. */
export class ShippedPolicies extends PolicyLibrary {
  readonly #packs = new Map<string, CompiledPack>();
  readonly #vocabulary: ReadVocabulary;
  readonly #calendar: Calendar;

  constructor(readonly shipped: Shipped) {
    super();
    const { vocabulary, contradictions, calendar } = shipped;
    this.#vocabulary = { vocabulary, contradictions, source: NO_SOURCE };
    this.#calendar = { years: new Set(calendar.years), holidays: new Set(calendar.holidays) };
  }

  override names(): readonly string[] {
    return Object.keys(this.shipped.packs);
  }

  override pathOf(name: string): string {
    return `policies/${name}.yaml`;
  }

  override vocabulary(): ReadVocabulary {
    return this.#vocabulary;
  }

  override calendar(): Calendar {
    return this.#calendar;
  }

  override profiles(): readonly Profile[] {
    return this.shipped.profiles;
  }

  override replaced(): readonly [] {
    return [];
  }

  protected override clashesOf(packs: readonly CompiledPack[]): readonly Clash<CompiledPack>[] {
    return this.shipped.areAtOne ? sameIds(packs) : super.clashesOf(packs);
  }

  override pack(name: string): CompiledPack {
    let found = this.#packs.get(name);
    if (!found) this.#packs.set(name, (found = this.#revive(name)));
    return found;
  }

  #revive(name: string): CompiledPack {
    const text = Object.hasOwn(this.shipped.packs, name) ? this.shipped.packs[name] : undefined;
    if (text === undefined) throw this.noPack(name);
    const pack = revive(JSON.parse(text), this.shipped.vocabulary);
    keepDigests(pack, this.shipped.digests[name] ?? []);
    return pack;
  }
}
