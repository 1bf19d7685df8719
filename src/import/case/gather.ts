import { PackedRecords } from '../held/packed.ts';
import type { FileTally, Problem, Reading } from '../reading.ts';
import type { ChildRecords, ReturnKind } from '../records.ts';

/** What returns have told, by kind of return and id. Nothing of it may be used before everything was read. */
export class Gathered {
  readonly problems: Problem[] = [];
  readonly tallies: FileTally[] = [];
  readonly #packed = new PackedRecords();
  /** The children of each kind of return by their ids: the numbers of the pieces. */
  readonly #children = new Map<ReturnKind, Map<string, number | number[]>>();
  /** For each piece, whether it has a plan or an episode of care. */
  readonly #hasRecords: boolean[] = [];

  take(reading: Reading): void {
    if (reading.type === 'problem') this.problems.push(reading.problem);
    else if (reading.type === 'file') this.tallies.push(reading.tally);
    else if (reading.type === 'child') this.#keep(reading.child);
  }

  #keep(child: ChildRecords): void {
    const { kind } = child.source;
    const ofKind = this.#children.get(kind) ?? new Map<string, number | number[]>();
    this.#children.set(kind, ofKind);
    const number = this.#packed.add(child);
    this.#hasRecords.push(hasRecords(child));
    const before = ofKind.get(child.id);
    if (before === undefined) ofKind.set(child.id, number);
    else if (typeof before === 'number') ofKind.set(child.id, [before, number]);
    else before.push(number);
  }

  /** The kinds of return that tell of children. */
  kinds(): ReturnKind[] {
    return [...this.#children.keys()];
  }

  /** The children of the files that may be used, each with what every return of one kind says of it. */
  *children(): Iterable<GatheredChild> {
    const refused = new Set([
      ...this.tallies.filter(({ used }) => !used).map(({ file }) => file),
      ...this.problems.filter(({ refuses }) => refuses === 'file').map(({ place }) => place.file),
    ]);
    const refusedChildren = new Set(
      this.problems.flatMap(({ refuses, kind, child }) =>
        refuses === 'child' && kind && child ? [`${kind} ${child}`] : [],
      ),
    );
    for (const [kind, ofKind] of this.#children)
      for (const [id, numbers] of ofKind) {
        if (refusedChildren.size > 0 && refusedChildren.has(`${kind} ${id}`)) continue;
        const used = this.#used([numbers].flat(), refused);
        if (used.length === 0) continue;
        yield { id, kind, numbers: used, hasRecords: used.some((number) => this.#hasRecords[number]) };
      }
  }

  /** What some pieces say. */
  readonly pieces = (numbers: readonly number[]): ChildRecords[] => numbers.map((number) => this.#packed.at(number));

  /** The pieces that are of no refused file. */
  #used(numbers: readonly number[], refused: ReadonlySet<string>): readonly number[] {
    if (refused.size === 0) return numbers;
    return numbers.filter((number) => !refused.has(this.#packed.at(number).place.file));
  }
}

/** What every return of one kind says of one child. */
export interface GatheredChild {
  readonly id: string;
  readonly kind: ReturnKind;
  /** Its pieces, by their numbers. */
  readonly numbers: readonly number[];
  /** Whether there is a plan or an episode of care. */
  readonly hasRecords: boolean;
}

const hasRecords = ({ plans, episodes }: ChildRecords): boolean => plans.length > 0 || episodes.length > 0;
