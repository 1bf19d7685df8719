import type { ChildRecords, Place } from '../records.ts';
import { Bytes } from './bytes.ts';

/** The lists of a record; any other list in what is packed is a value with its place. */
const LISTS = [
  'plans',
  'conferences',
  'enquiries',
  'lookedAfterReviews',
  'episodes',
  'visits',
  'preProceedings',
  'purged',
  'hints',
  'reviews',
] as const;

const isList = (key: string): boolean => LISTS.some((list) => list === key);

/** Sources, and the sentences of hints. */
const isShared = (key: string): boolean => key === 'source' || key === 'says';

type Packed = string | number | boolean | null | readonly Packed[] | { readonly [key: string]: Packed };

/**
 * Children as a few bytes each: an import holds every child of an authority until the last return has been read. What is
 * the same for many stands once: sources, names of files, columns. What comes out is what went in.
 */
export class PackedRecords {
  readonly #shared: unknown[] = [];
  readonly #numbers = new Map<unknown, number>();
  readonly #bytes = new Bytes();

  /** Keeps one; gives the number under which it is found again. */
  add(child: ChildRecords): number {
    return this.#bytes.add(JSON.stringify(this.#pack(child)));
  }

  at(number: number): ChildRecords {
    const packed = JSON.parse(this.#bytes.at(number)) as Readonly<Record<string, Packed>>;
    const lists = Object.fromEntries(LISTS.filter((list) => list !== 'reviews').map((list) => [list, []]));
    return { ...lists, ...this.#unpackObject(packed) } as unknown as ChildRecords;
  }

  #pack(object: object): Packed {
    const packed: Record<string, Packed> = {};
    for (const [key, value] of Object.entries(object)) {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      packed[this.#number(key)] = this.#packValue(key, value);
    }
    return packed;
  }

  #packValue(key: string, value: unknown): Packed {
    if (isShared(key)) return this.#number(value);
    if (key === 'place') return this.#packPlace(value as Place);
    if (Array.isArray(value)) return value.map((one) => this.#packValue('', one));
    if (typeof value !== 'object' || value === null) return value as Packed;
    const { value: own, place, ...rest } = value as { readonly value?: Packed; readonly place?: Place };
    // A value with its place, and no more
    if (own !== undefined && place && Object.keys(rest).length === 0) return [own, ...this.#packPlace(place)];
    return this.#pack(value);
  }

  #packPlace({ file, line, column, sheet, header, within }: Place): number[] {
    const names = [file, sheet, header, within].map((name) => (name === undefined ? 0 : this.#number(name) + 1));
    while (names.at(-1) === 0) names.pop();
    return [line, column, ...names];
  }

  /** The number of something that is the same for many. */
  #number(shared: unknown): number {
    const known = this.#numbers.get(shared);
    if (known !== undefined) return known;
    this.#numbers.set(shared, this.#shared.length);
    return this.#shared.push(shared) - 1;
  }

  #unpackObject(packed: Readonly<Record<string, Packed>>): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const [number, value] of Object.entries(packed)) {
      const key = this.#shared[Number(number)] as string;
      object[key] = this.#unpackValue(key, value);
    }
    return object;
  }

  #unpackValue(key: string, value: Packed): unknown {
    if (isShared(key)) return this.#shared[value as number];
    if (key === 'place') return this.#unpackPlace(value as readonly number[]);
    if (isList(key)) return (value as readonly Packed[]).map((one) => this.#unpackEntry(key, one));
    if (Array.isArray(value)) {
      const [own, ...place] = value as unknown as readonly [Packed, ...number[]];
      return { value: own, place: this.#unpackPlace(place) };
    }
    if (typeof value !== 'object' || value === null) return value;
    return this.#unpackObject(value as Readonly<Record<string, Packed>>);
  }

  #unpackEntry(list: string, packed: Packed): unknown {
    const entry = this.#unpackValue('', packed) as object;
    return list === 'plans' ? { reviews: [], ...entry } : entry;
  }

  #unpackPlace([line = 0, column = 0, ...names]: readonly number[]): Place {
    const [file, sheet, header, within] = names.map((name) => (name === 0 ? undefined : this.#shared[name - 1])) as [
      string,
      ...never[],
    ];
    return {
      file,
      line,
      column,
      ...(sheet !== undefined && { sheet }),
      ...(header !== undefined && { header }),
      ...(within !== undefined && { within }),
    };
  }
}
