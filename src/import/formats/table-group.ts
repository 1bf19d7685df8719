import type { Day } from '../../calendar/dates.ts';
import { safe } from '../../messages/safe.ts';
import { childIn } from '../child/child.ts';
import type { Origin } from '../child/context.ts';
import type { FormatMap } from '../map/map-schema.ts';
import { type HeldLine, type Layout, lineKey, rowsOf } from '../read/rows.ts';
import type { FileTally, Reading } from '../reading.ts';
import { idIn } from '../values/code.ts';
import { noted, originOf } from './formats.ts';

/** How many children are made between two signs of progress. */
const BETWEEN = 500;

/** Counts of one file, which grow while it is read. */
export type Counts = { -readonly [key in keyof FileTally]: FileTally[key] };

/** The lines of all tables of one format, by child: they are only whole when every file was read. */
export class TableGroup {
  private readonly lines = new Map<string, HeldLine[]>();
  /** Lines that name a time in care in place of a child, and the child of each such time. */
  private readonly ofCare: HeldLine[] = [];
  private readonly childOfCare = new Map<string, string>();
  /** The ids that the table of children has; undefined where none was read. */
  private listed: Set<string> | undefined;
  private readonly counts = new Map<string, Counts>();
  readonly origin: Origin;

  constructor(
    readonly map: FormatMap,
    dataDate: Day,
  ) {
    this.origin = originOf(map, dataDate);
  }

  /** What was counted of each file, whole when all children have been made. */
  get tallies(): Iterable<FileTally> {
    return this.counts.values();
  }

  /** A file with a table of this format. */
  file(counts: Counts): void {
    counts.source = this.origin.source;
    this.counts.set(counts.file, counts);
  }

  /** A line of a table. It is left out, and said, where it is about no child. */
  add(held: HeldLine, counts: Counts): Reading | undefined {
    const { layout, texts } = held;
    counts.rows++;
    const idAt = layout.targets.findIndex(({ table, field }) => field === (table === 'child' ? 'id' : 'child'));
    const careAt = layout.targets.findIndex(({ field }) => field === 'care');
    const [id, care] = [idOf(texts[idAt]), idOf(texts[careAt])];
    if (idAt < 0 && care !== undefined) {
      this.ofCare.push(held);
      return undefined;
    }
    if (id === undefined) return this.strange(held, counts);
    if (care !== undefined) this.childOfCare.set(care, id);
    if (layout.targets[idAt]?.table === 'child') (this.listed ??= new Set()).add(id);
    this.under(id, held);
    return undefined;
  }

  private under(id: string, held: HeldLine): void {
    const lines = this.lines.get(id);
    if (lines) lines.push(held);
    else this.lines.set(id, [held]);
  }

  private strange({ layout, line, texts }: HeldLine, counts: Counts): Reading | undefined {
    if (texts.every((text) => text === '')) {
      counts.rows--;
      return undefined;
    }
    counts.skipped++;
    return noted(
      safe`row_without_id`,
      safe`This row has no id of a child. It is not read.`,
      placeOf(layout, line),
      'error',
    );
  }

  /** The records of all children, in the order of their ids. */
  *children(): Iterable<Reading> {
    for (const held of this.ofCare) yield* this.joinCare(held);
    const ids = [...this.lines.keys()].sort();
    for (const [index, id] of ids.entries()) {
      yield* this.child(id);
      if (index % BETWEEN === 0) yield { type: 'progress', file: this.map.name, done: index, of: ids.length };
    }
  }

  private *joinCare(held: HeldLine): Iterable<Reading> {
    const at = held.layout.targets.findIndex(({ field }) => field === 'care');
    const id = this.childOfCare.get(idOf(held.texts[at]) ?? '');
    if (id !== undefined) {
      this.under(id, held);
      return;
    }
    const says = safe`This row names a time in care that is not there. It is not read.`;
    yield noted(safe`row_without_care`, says, placeOf(held.layout, held.line), 'warning');
  }

  private *child(id: string): Iterable<Reading> {
    const { origin } = this;
    const lines = this.once(this.lines.get(id) ?? []);
    this.lines.delete(id);
    const [first] = lines;
    if (first && this.listed && !this.listed.has(id)) {
      origin.teller.child = id;
      const says = safe`This id is not in the table of children, so the birth is not known. Its other rows are read.`;
      origin.teller.say('warning', safe`child_not_listed`, says, placeOf(first.layout, first.line));
    }
    const child = childIn(id, lines.flatMap(rowsOf), origin);
    for (const problem of origin.teller.take()) yield { type: 'problem', problem };
    if (child) yield { type: 'child', child };
  }

  /** The lines, those that say the same once. */
  private once(lines: readonly HeldLine[]): HeldLine[] {
    if (lines.length < 2) return [...lines];
    const seen = new Map<string, HeldLine>();
    for (const held of lines) {
      const said = lineKey(held);
      const before = seen.get(said);
      if (!before) seen.set(said, held);
      else {
        const counts = this.counts.get(held.layout.file);
        if (counts) counts.repeated++;
      }
    }
    return [...seen.values()];
  }
}

function idOf(text: unknown): string | undefined {
  const id = typeof text === 'string' ? idIn(text) : undefined;
  return id === '' ? undefined : id;
}

const placeOf = (
  { file, sheet }: Layout,
  line: number,
): { file: string; line: number; column: number; sheet?: string } => ({
  file,
  line,
  column: 1,
  ...(sheet !== undefined && { sheet }),
});
