import { known, type Safe, safe } from '../../messages/safe.ts';
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
  /** Column of each target, from 1, and its name as our map has it. */
  readonly columns: readonly number[];
  readonly headers: readonly Safe[];
}

/** A row of one of our tables, as a return gives it. */
export interface Row {
  readonly table: TableName;
  readonly texts: Readonly<Record<string, Raw>>;
  readonly parent?: Row | undefined;
  /** Where the whole row, or one of its values, stands. */
  readonly place: (field?: string) => Place;
}

/** A line of a table with its wanted cells alone: many are held until all files are read. */
export interface HeldLine {
  readonly layout: Layout;
  readonly line: number;
  /** In the order of the targets. */
  readonly texts: readonly Raw[];
}

/** The rows of our tables that a line stands for: a list may tell of a plan and of a visit in one line. */
export function rowsOf({ layout, line, texts }: HeldLine): Row[] {
  const rows = new Map<TableName, Record<string, Raw>>();
  layout.targets.forEach(({ table, field }, index) => {
    const cells = rows.get(table) ?? {};
    rows.set(table, cells);
    cells[field] = texts[index] ?? '';
  });
  const place = (table: TableName) => (field?: string) => {
    const index = layout.targets.findIndex((target) => target.table === table && target.field === field);
    const at = { file: layout.file, line, ...(layout.sheet !== undefined && { sheet: layout.sheet }) };
    if (index < 0) return { ...at, column: 1 };
    return { ...at, column: layout.columns[index] ?? 1, header: layout.headers[index] ?? known('') };
  };
  return [...rows].map(([table, cells]) => ({ table, texts: cells, place: place(table) }));
}

/** A text that is the same for two lines that say the same. */
export const lineKey = ({ layout, texts }: HeldLine): string =>
  `${layout.table}\n${layout.targets.length}\n${texts.map((text) => (text instanceof Unreadable ? `\0${text.why}` : text)).join('\n')}`;
