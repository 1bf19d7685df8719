import { listFolder } from '../../files/find/list-folder.ts';
import { isThere } from '../../files/write/standing.ts';
import { safe } from '../../messages/safe.ts';

/** Names that Windows keeps for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The names of the case files that an import makes: each must be one of its own on every disk. */
export class NewNames {
  readonly #refs = new Map<string, number>();
  readonly #there: ReadonlySet<string>;
  readonly #lowerThere: ReadonlySet<string>;

  /** @param refs of all new cases */
  constructor(folder: string, refs: Iterable<string>) {
    for (const ref of refs) this.#refs.set(lower(ref), (this.#refs.get(lower(ref)) ?? 0) + 1);
    this.#there = new Set(isThere(folder) ? listFolder(folder) : []);
    this.#lowerThere = new Set([...this.#there].map(lower));
  }

  /** Why a new case cannot have a file of its name; undefined where it can. */
  whyNot(ref: string): typeof RESERVED | undefined {
    const name = `${ref}.yaml`;
    if (DEVICE.test(ref)) return RESERVED;
    if ((this.#refs.get(lower(ref)) ?? 0) > 1) return CAPITALS;
    return this.#lowerThere.has(lower(name)) && !this.#there.has(name) ? CAPITALS : undefined;
  }
}

const lower = (name: string): string => name.toLowerCase();

const RESERVED = {
  code: safe`name_reserved`,
  says: safe`Windows keeps this name for a device, so no file can have it. Give the child another reference in a map of ids (--map).`,
};

const CAPITALS = {
  code: safe`name_differs_in_capitals`,
  says: safe`Another reference or file differs from this one in capital letters alone. On many disks the two are one file. Give the child another reference in a map of ids (--map).`,
};
