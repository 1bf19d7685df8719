import type { FileTally, Problem, Reading } from '../reading.ts';
import type { ChildRecords, ReturnKind } from '../records.ts';

/** What returns have told, by kind of return and id. Nothing of it may be used before everything was read. */
export class Gathered {
  readonly problems: Problem[] = [];
  readonly tallies: FileTally[] = [];
  readonly #pieces = new Map<string, ChildRecords[]>();

  take(reading: Reading): void {
    if (reading.type === 'problem') this.problems.push(reading.problem);
    else if (reading.type === 'file') this.tallies.push(reading.tally);
    else if (reading.type === 'child') this.#keep(reading.child);
  }

  #keep(child: ChildRecords): void {
    const key = keyOf(child.source.kind, child.id);
    const before = this.#pieces.get(key);
    if (before) before.push(child);
    else this.#pieces.set(key, [child]);
  }

  /** The children of the files that may be used, each with what every return of one kind says of it. */
  children(): GatheredChild[] {
    const refused = new Set([
      ...this.tallies.filter(({ used }) => !used).map(({ file }) => file),
      ...this.problems.filter(({ refuses }) => refuses === 'file').map(({ place }) => place.file),
    ]);
    const children = new Set(
      this.problems.flatMap(({ refuses, kind, child }) =>
        refuses === 'child' && kind && child ? [keyOf(kind, child)] : [],
      ),
    );
    return [...this.#pieces].flatMap(([key, all]): GatheredChild[] => {
      const [first] = all as [ChildRecords];
      const pieces = all.filter(({ place }) => !refused.has(place.file));
      if (pieces.length === 0 || children.has(key)) return [];
      return [{ id: first.id, kind: first.source.kind, pieces, hasRecords: pieces.some(hasRecords) }];
    });
  }
}

/** What every return of one kind says of one child. */
export interface GatheredChild {
  readonly id: string;
  readonly kind: ReturnKind;
  readonly pieces: readonly ChildRecords[];
  /** Whether there is a plan or an episode of care. */
  readonly hasRecords: boolean;
}

const hasRecords = ({ plans, episodes }: ChildRecords): boolean => plans.length > 0 || episodes.length > 0;

const keyOf = (kind: ReturnKind, id: string): string => `${kind} ${id}`;
