import type { CaseFile } from '../../case/file/case-schema.ts';
import { importedFrom } from '../../case/file/imported.ts';
import { episodesIn } from '../../case/sheet/records.ts';
import { safe } from '../../messages/safe.ts';
import type { ChildRecords } from '../records.ts';
import type { Gathered } from './gather.ts';
import type { IdMap } from './id-map.ts';
import { compare, type Remark } from './told.ts';

/** Which children get a case file where they have none. */
export const WHOM = ['records', 'known', 'all'] as const;

/** What a person says about who is who. */
export interface Identity {
  readonly map?: IdMap | undefined;
  /** An id is the same child in every system, and in the case files. */
  readonly sameIds: boolean;
  readonly whom: (typeof WHOM)[number];
}

/** One child, with what all returns say of it. */
export interface Person {
  readonly ref: string;
  readonly pieces: readonly ChildRecords[];
  readonly hasRecords: boolean;
  /** Whether a person has said that it is the child of this case. */
  readonly isDeclared: boolean;
}

/** The children that returns tell of, in the order of their references, and those that have no case. */
export interface People {
  readonly persons: Persons;
  /** Ids that cannot be references of a case. */
  readonly odd: readonly Remark[];
  /** How many are not in the map. */
  readonly unmapped: number;
}

/** What is known of a child before its records are looked at. */
interface Known {
  readonly numbers: readonly number[];
  readonly hasRecords: boolean;
  readonly isDeclared: boolean;
}

/** Children of whom each is put together only when it is its turn: there may be hundreds of thousands. */
export class Persons implements Iterable<Person> {
  readonly #refs: readonly string[];

  constructor(
    readonly known: ReadonlyMap<string, Known | number>,
    readonly piecesOf: Gathered['pieces'],
  ) {
    this.#refs = [...known.keys()].sort(compare);
  }

  #known(ref: string): Known {
    const known = this.known.get(ref);
    return typeof known === 'object' ? known : fromOne(known ?? 0);
  }

  get length(): number {
    return this.#refs.length;
  }

  /** The references, and whether each has a plan or care, without the records. */
  *briefly(): Iterable<Omit<Person, 'pieces'>> {
    for (const ref of this.#refs) yield { ref, ...this.#known(ref) };
  }

  get(ref: string): Person | undefined {
    if (!this.known.has(ref)) return undefined;
    const known = this.#known(ref);
    return { ref, ...known, pieces: this.piecesOf(known.numbers) };
  }

  *[Symbol.iterator](): Iterator<Person> {
    for (const ref of this.#refs) yield this.get(ref) as Person;
  }
}

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** Puts together what is about one child: by the map, or by ids that are the same. Never by anything else. */
export function peopleIn(gathered: Gathered, { map, sameIds }: Identity): People {
  const known = new Map<string, Known | number>();
  const odd: Remark[] = [];
  let unmapped = 0;
  for (const { id, kind, numbers, hasRecords } of gathered.children()) {
    const mapped = map?.caseOf(kind, id);
    const ref = mapped ?? (map && !sameIds ? undefined : id);
    if (ref === undefined) unmapped += 1;
    else if (!REFERENCE.test(ref)) odd.push(oddId(gathered.pieces(numbers)));
    else known.set(ref, together(known.get(ref), { numbers, hasRecords, isDeclared: sameIds || mapped !== undefined }));
  }
  return { persons: new Persons(known, gathered.pieces), odd, unmapped };
}

/** Every record of one child. Of most there is one, which takes no more than a number. */
function together(before: Known | number | undefined, more: Known): Known | number {
  if (before === undefined) return more.numbers.length === 1 ? asOne(more) : more;
  const known = typeof before === 'object' ? before : fromOne(before);
  return {
    numbers: [...known.numbers, ...more.numbers],
    hasRecords: known.hasRecords || more.hasRecords,
    isDeclared: known.isDeclared && more.isDeclared,
  };
}

const asOne = ({ numbers: [number = 0], hasRecords, isDeclared }: Known): number =>
  4 * number + (hasRecords ? 2 : 0) + (isDeclared ? 1 : 0);

const fromOne = (one: number): Known => ({
  numbers: [Math.floor(one / 4)],
  hasRecords: (one & 2) !== 0,
  isDeclared: (one & 1) !== 0,
});

function oddId(pieces: readonly ChildRecords[]): Remark {
  const says = safe`An id here cannot be the reference of a case: letters, digits, dots, dashes and underscores, at most 40. Give it a case in a map of ids (--map).`;
  const place = pieces[0]?.place;
  return { kind: 'conflict', code: safe`id_no_reference`, says, ...(place && { place }) };
}

/** Whether a case file is known to be of this child: a person says so, or an import of the same kind wrote into it. */
export function isKnownCase({ isDeclared, pieces }: Person, file: CaseFile): boolean {
  const names = new Set(sourcesIn(file));
  return isDeclared || pieces.every(({ source }) => names.has(importedFrom(source.label)?.name));
}

/** The returns from which values of a case file are. */
function sourcesIn(file: CaseFile): (string | undefined)[] {
  const { child = {}, current_plan: plan, previous_plans: previous, meetings, visits } = file;
  const dates = Object.values(child).flatMap((date) => (typeof date === 'object' ? [date.source] : []));
  const plans = [...(previous?.plans ?? []), ...(typeof plan === 'object' ? [plan] : [])];
  const listed = [...plans, ...episodesIn(file), ...(meetings?.list ?? []), ...(visits?.list ?? [])];
  return [...dates, ...listed.map(({ source }) => source)].map((source) => importedFrom(source)?.name);
}
