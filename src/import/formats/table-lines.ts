import { known, type Safe, safe } from '../../messages/safe.ts';
import { fieldOf } from '../map/fields.ts';
import type { HeldLine, Layout, Raw } from '../read/rows.ts';
import { partsOf, Unreadable } from '../read/rows.ts';
import { dayOfSerial } from '../read/serial.ts';
import type { Cell } from '../read/sheet.ts';
import type { Reading } from '../reading.ts';
import type { Place } from '../records.ts';
import { noted } from './formats.ts';
import type { Counts, TableGroup } from './table-group.ts';
import { foldedHeader, type KnownTable, type Recognised } from './tables.ts';

/** Rows under which a header is looked for: titles may stand above it. */
export const HEADER_WITHIN = 10;

/** Where the wanted columns of a table stand in a file. */
export function layoutOf(
  table: KnownTable,
  columns: ReadonlyMap<string, number>,
  file: string,
  sheet?: string,
): Layout {
  const there = table.columns.flatMap(({ header, target }) => {
    const index = columns.get(foldedHeader(header));
    return index === undefined ? [] : [{ header, target, column: index + 1 }];
  });
  return {
    table: table.name,
    file,
    ...(sheet !== undefined && { sheet }),
    targets: there.map(({ target }) => target),
    parts: partsOf(there.map(({ target }) => target)),
    columns: there.map(({ column }) => column),
    headers: there.map(({ header }) => header),
  };
}

/** Says once how many columns of a table are strange, where all of them are known. */
export function strangeColumns(
  { unread, columns }: KnownTable,
  there: ReadonlyMap<string, number>,
  file: string,
): Reading[] {
  if (unread.length === 0) return [];
  const ours = new Set([...unread, ...columns.map(({ header }) => header)].map(foldedHeader));
  const strange = [...there.keys()].filter((header) => !ours.has(header)).length;
  if (strange === 0) return [];
  const says = safe`${strange} columns of this table are not known. They are not read.`;
  return [noted(safe`unknown_columns`, says, { file, line: 1, column: 1 })];
}

/** Why a header is that of no table that is read: the nearest one, and what it lacks. */
export function notATable(near: (Recognised & { is: 'near' }) | undefined): Safe {
  if (!near) return safe`The columns of this table are not those of a return that is read.`;
  if (near.twice.length > 0)
    return safe`This is the table ${near.name}, but a column stands there twice: ${list(near.twice)}.`;
  return safe`This is no table of a return that is read. The nearest is ${near.name}; it lacks: ${list(near.missing)}.`;
}

const list = (headers: readonly Safe[]): Safe => known(headers.join(', '));

/** The wanted cells of one row of a sheet, as texts. */
export function sheetTexts(layout: Layout, cells: readonly Cell[], from1904: boolean): Raw[] {
  return layout.targets.map((target, index) => {
    const cell = cells[(layout.columns[index] ?? 0) - 1];
    if (cell === undefined) return '';
    if (typeof cell === 'string' || cell instanceof Unreadable) return cell;
    const isDay = fieldOf(target.table, target.field).type === 'day';
    const day = isDay && (cell.isDate || looksLikeDay(cell.number)) ? dayOfSerial(cell.number, from1904) : undefined;
    return day ?? String(cell.number);
  });
}

/** A number that nobody formatted as a date is taken for one between 1954 and 2119 only. */
const looksLikeDay = (number: number): boolean => number > 20_000 && number < 80_000;

/** Hands a line of a table on, unless it has nothing in it. */
export function* keep(group: TableGroup, held: HeldLine, counts: Counts): Iterable<Reading> {
  const said = group.add(held, counts);
  if (said) yield said;
}

/** A row has as many cells as the header; empty ones beyond it do no harm. */
export const fits = (cells: readonly string[], width: number): boolean =>
  cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell.trim() === ''));

/** A row that cannot be told apart into its columns. */
export const wrongWidth = (place: Place, has: number, width: number): Reading =>
  noted(
    safe`wrong_number_of_cells`,
    safe`This row has ${has} cells, and the header has ${width}. The row is not read.`,
    place,
    'error',
  );

/** Where a quote opens that never closes. */
export const openQuote = (file: string, line: number): Reading => {
  const says = safe`A quote opens in the row that begins here, and never closes. Nothing from here on is read.`;
  return noted(safe`open_quote`, says, { file, line, column: 1 }, 'error');
};
