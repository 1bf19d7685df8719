import { known, type Safe } from '../../messages/safe.ts';
import type { Target } from '../map/fields.ts';
import { targetOf } from '../map/fields.ts';
import type { FormatMap } from '../map/map-schema.ts';
import { MAPS } from '../map/maps.built.ts';

/** A table that is read, of one of the formats. */
export interface KnownTable {
  readonly map: FormatMap;
  readonly name: Safe;
  /** Columns that must be there, and all that are read, as the map writes them. */
  readonly needs: readonly Safe[];
  readonly columns: readonly { readonly header: Safe; readonly target: Target }[];
  /** Columns that are known and never read; where there are any, others are said to be strange. */
  readonly unread: readonly string[];
}

/** A table that is known and not read. */
interface PassedTable {
  readonly name: Safe;
  readonly needs: readonly string[];
}

const TABLES: readonly KnownTable[] = MAPS.flatMap((map) =>
  Object.entries(map.tables).map(([name, { needs, columns, unread }]) => ({
    map,
    name: known(name),
    needs: needs.map(known),
    columns: Object.entries(columns).map(([header, target]) => ({
      header: known(header),
      target: targetOf(target) as Target,
    })),
    unread,
  })),
);

const PASSED: readonly PassedTable[] = MAPS.flatMap(({ not_read }) =>
  Object.entries(not_read).map(([name, needs]) => ({ name: known(name), needs })),
);

/** The column in which rows hold the JSON of one child, by the map that has such rows. */
const PAYLOADS = MAPS.flatMap((map) => (map.payload === undefined ? [] : [{ map, header: map.payload }]));

/** A header without what returns write in several ways: case, spaces, quotes, brackets and "(Y/N)". */
export const foldedHeader = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\(y\/n\)/g, '')
    .replace(/[\s\u00a0'’‘"“”`()[\]?]/g, '');

/** What a row of cells is the header of. */
export type Recognised =
  | { readonly is: 'table'; readonly table: KnownTable; readonly columns: ReadonlyMap<string, number> }
  | { readonly is: 'passed'; readonly name: Safe }
  | { readonly is: 'payload'; readonly map: FormatMap; readonly column: number }
  /** Nearly a table: some of its needed columns are missing, or stand there twice. */
  | {
      readonly is: 'near';
      readonly name: Safe;
      readonly missing: readonly Safe[];
      readonly twice: readonly Safe[];
      readonly found: number;
    };

/** Recognises a table by its header; undefined where no column of it is known. */
export function recognise(cells: readonly string[]): Recognised | undefined {
  const columns = new Map<string, number>();
  const repeated = new Set<string>();
  cells.forEach((cell, index) => {
    const header = foldedHeader(cell);
    if (columns.has(header)) repeated.add(header);
    else if (header !== '') columns.set(header, index);
  });
  const has = (header: string): boolean => columns.has(foldedHeader(header));
  const payload = PAYLOADS.find(({ header }) => has(header));
  if (payload) return { is: 'payload', map: payload.map, column: columns.get(foldedHeader(payload.header)) ?? 0 };
  const most = TABLES.filter(({ needs }) => needs.every(has)).sort((a, b) => score(b, has) - score(a, has))[0];
  const twice = most?.columns.flatMap(({ header }) => (repeated.has(foldedHeader(header)) ? header : [])) ?? [];
  if (most && twice.length === 0) return { is: 'table', table: most, columns };
  if (most) return { is: 'near', name: most.name, missing: [], twice, found: most.needs.length };
  const passed = PASSED.find(({ needs }) => needs.every(has));
  return passed ? { is: 'passed', name: passed.name } : nearest(has);
}

const score = ({ columns }: KnownTable, has: (header: string) => boolean): number =>
  columns.filter(({ header }) => has(header)).length;

function nearest(has: (header: string) => boolean): Recognised | undefined {
  const [best] = TABLES.map((table) => ({ table, found: score(table, has) })).sort((a, b) => b.found - a.found);
  if (!best || best.found === 0) return undefined;
  const missing = best.table.needs.filter((header) => !has(header));
  return { is: 'near', name: best.table.name, missing, twice: [], found: best.found };
}
