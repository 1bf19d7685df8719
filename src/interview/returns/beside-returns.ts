import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Difference, Side } from '../../import/against/differences.ts';
import type { Edit } from '../../yaml/write.ts';
import type { DifferenceItem } from '../agenda/item.ts';
import { RETURNS } from '../agenda/item.ts';
import type { Session } from '../flow/session.ts';
import { standsAsLeft, type Undoing, undoing } from './undoing.ts';

/** What is not agreed between a case file and the returns of its child, on a day. */
export type Compare = (file: CaseFile, today: Day) => readonly Difference[];

/** Where the case is kept that a choice goes into. */
type Kept = Pick<Session, 'at' | 'accept' | 'text' | 'file' | 'asAt'>;

interface Chosen {
  readonly side: Side;
  readonly undo: readonly Undoing[];
}

/** The returns beside a case file for one sitting: what is put, and what was chosen in it. */
export class BesideReturns {
  /** In the order in which they were chosen. */
  readonly #chosen = new Map<string, Chosen>();
  #last: { readonly file: CaseFile; readonly items: readonly DifferenceItem[] } | undefined;

  constructor(readonly compare: Compare) {}

  /** What is not agreed now. */
  items({ file, asAt }: Pick<Kept, 'file' | 'asAt'>): readonly DifferenceItem[] {
    if (this.#last?.file !== file) {
      const items = this.compare(file, asAt).map(
        (difference): DifferenceItem => ({
          kind: 'difference',
          key: `difference ${difference.key}`,
          asked: [],
          heading: RETURNS,
          difference,
        }),
      );
      this.#last = { file, items };
    }
    return this.#last.items;
  }

  /** What was chosen in this sitting. */
  chosen = (key: string): Side | undefined => this.#chosen.get(key)?.side;

  /** Takes one side into the case, in one edit. */
  choose(key: string, side: Side, kept: Kept): void {
    const item = this.items(kept).find((one) => one.key === key);
    const edits: readonly Edit[] = item?.difference.edits[side] ?? [];
    if (edits.length === 0) return;
    const undo = undoing(kept.text, edits);
    kept.accept(edits);
    this.#chosen.set(key, { side, undo });
  }

  /** Takes a choice back; those made since are made anew. Gives whether it could: what somebody has changed since stays. */
  takeBack(key: string, kept: Kept): boolean {
    const all = [...this.#chosen];
    const since = all.slice(all.findIndex(([one]) => one === key));
    const back: [string, Chosen][] = [];
    for (const [one, chosen] of since.toReversed()) {
      if (!standsAsLeft(chosen.undo, kept)) break;
      kept.accept(chosen.undo.map(({ edit }) => edit));
      this.#chosen.delete(one);
      back.push([one, chosen]);
    }
    const isBack = !this.#chosen.has(key);
    for (const [one, { side }] of back.toReversed()) if (one !== key) this.choose(one, side, kept);
    return isBack;
  }
}
