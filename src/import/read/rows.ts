import { type Safe, safe } from '../../messages/safe.ts';
import type { TableName, Target } from '../map/fields.ts';
import type { Place } from '../records.ts';

/** Something in place of a value, which must never be taken for an empty cell. */
export class Unreadable {
  /** @param why what stands there, to follow "The end of the plan" */
  constructor(readonly why: Safe) {}
}

export const ERROR_VALUE = new Unreadable(safe`is an error of the workbook, such as #N/A`);
export const NO_RESULT = new Unreadable(safe`is a formula without a stored result`);
export const GIVEN_TWICE = new Unreadable(safe`is given twice, with two values`);

/** A value as it stands in a file. */
export type Raw = string | Unreadable;

/** Where the columns of a table stand in a file, and what the file calls them. */
export interface Layout {
  /** The table by our name for it. */
  readonly table: Safe;
  readonly file: string;
  readonly sheet?: string;
  readonly targets: readonly Target[];
  readonly parts: readonly TablePart[];
  /** Column of each target, from 1, and its name as our map has it. */
  readonly columns: readonly number[];
  readonly headers: readonly Safe[];
}

/** A row of one of our tables, as a return gives it. */
export interface Row {
  readonly table: TableName;
  readonly parent?: Row | undefined;
  /** What stands in a column; undefined where there is no such column. */
  text(field: string): Raw | undefined;
  /** Where the whole row, or one of its values, stands. */
  place(field?: string): Place;
}

/** A line of a table with its wanted cells alone: many are held until all files are read. */
export interface HeldLine {
  readonly layout: Layout;
  readonly line: number;
  /** In the order of the targets. */
  readonly texts: readonly Raw[];
}

/** One of our tables within a layout: which targets are its columns. */
interface TablePart {
  readonly table: TableName;
  readonly indices: ReadonlyMap<string, number>;
}

/** The parts of a layout: a list may tell of a plan and of a visit in one line. */
export function partsOf(targets: readonly Target[]): TablePart[] {
  const parts = new Map<TableName, Map<string, number>>();
  targets.forEach(({ table, field }, index) => {
    const indices = parts.get(table) ?? new Map<string, number>();
    parts.set(table, indices.set(field, index));
  });
  return [...parts].map(([table, indices]) => ({ table, indices }));
}

/** The rows of our tables that a line stands for. */
export const rowsOf = (held: HeldLine): Row[] => held.layout.parts.map((part) => new TableRow(held, part));

/** A whole row has no column of its own. */
const ROW_START: { readonly column: number; readonly header?: Safe } = { column: 1 };

class TableRow implements Row {
  readonly table: TableName;

  constructor(
    private readonly held: HeldLine,
    private readonly part: TablePart,
  ) {
    this.table = part.table;
  }

  text(field: string): Raw | undefined {
    const index = this.part.indices.get(field);
    return index === undefined ? undefined : this.held.texts[index];
  }

  place(field = ''): Place {
    const { layout, line } = this.held;
    const { file, sheet } = layout;
    const index = this.part.indices.get(field);
    const at =
      index === undefined ? ROW_START : { column: layout.columns[index] ?? 1, header: layout.headers[index] as Safe };
    return sheet === undefined ? { file, line, ...at } : { file, line, sheet, ...at };
  }
}

/** A text that is the same for two lines that say the same. */
export const lineKey = ({ layout, texts }: HeldLine): string =>
  `${layout.table}\n${layout.targets.length}\n${texts.map((text) => (text instanceof Unreadable ? `\0${text.why}` : text)).join('\n')}`;
