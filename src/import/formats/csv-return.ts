import { safe } from '../../messages/safe.ts';
import type { FormatMap } from '../map/map-schema.ts';
import { type Line, linesOf, type OpenQuote } from '../read/csv.ts';
import { type Encoding, headText } from '../read/decode.ts';
import { FileFault } from '../read/fault.ts';
import type { Reading, ReadOptions, ReturnFile } from '../reading.ts';
import { noted } from './formats.ts';
import { payloadRows } from './payload-rows.ts';
import type { Counts, TableGroup } from './table-group.ts';
import {
  fits,
  HEADER_WITHIN,
  keep,
  layoutOf,
  notATable,
  openQuote,
  strangeColumns,
  wrongWidth,
} from './table-lines.ts';
import { type Recognised, recognise } from './tables.ts';
import { ToldText } from './told-text.ts';

/** Finds the group of tables of a format. @throws FileFault where the day of the data is not known */
export type GroupFor = (map: FormatMap) => TableGroup;

/** A CSV text with the header that was found in it. */
interface Header {
  readonly delimiter: string;
  readonly line: number;
  readonly width: number;
  readonly found: Recognised;
}

/** Reads a CSV file. @throws FileFault where it is no table of a return */
export function* readCsv(
  file: ReturnFile,
  encoding: Encoding,
  head: Uint8Array,
  groupFor: GroupFor,
  options: ReadOptions,
): Iterable<Reading> {
  const header = headerIn(headText(head, encoding));
  if (!header || header.found.is === 'near') {
    throw new FileFault(
      safe`unknown_table`,
      notATable(header?.found.is === 'near' ? header.found : undefined),
      header?.line,
    );
  }
  const lines = bodyOf(file, encoding, header);
  const { found } = header;
  if (found.is === 'table') yield* tableLines(file.name, header, found, lines, groupFor(found.table.map));
  else if (found.is === 'payload') {
    const { map, column } = found;
    yield* payloadRows({ file: file.name, map, column, width: header.width }, lines, options);
  } else {
    const tally = { file: file.name, used: true, rows: 0, skipped: 0, repeated: 0, notRead: [found.name] };
    const says = safe`This is the table ${found.name}, which is known and not read.`;
    yield noted(safe`table_not_read`, says, { file: file.name, line: header.line, column: 1 });
    yield { type: 'file', tally };
  }
}

/** The first header that is known, with any of the delimiters; else the nearest. */
function headerIn(head: string): Header | undefined {
  let nearest: Header | undefined;
  for (const delimiter of [',', ';', '\t']) {
    let rows = 0;
    for (const record of linesOf([head], delimiter)) {
      if (!('cells' in record) || rows++ === HEADER_WITHIN) break;
      const found = recognise(record.cells);
      if (!found) continue;
      const header = { delimiter, line: record.line, width: record.cells.length, found };
      if (found.is !== 'near') return header;
      if (nearest?.found.is !== 'near' || found.found > nearest.found.found) nearest = header;
    }
  }
  return nearest;
}

/** The records under the header, and signs of progress. */
function* bodyOf(
  file: ReturnFile,
  encoding: Encoding,
  { delimiter, line }: Header,
): Iterable<Line | OpenQuote | Reading> {
  const text = new ToldText(file, encoding);
  for (const record of linesOf(text.pieces(), delimiter)) {
    yield* text.progress();
    if ('openQuote' in record || record.line > line) yield record;
  }
}

function* tableLines(
  file: string,
  { width }: Header,
  { table, columns }: Recognised & { is: 'table' },
  lines: Iterable<Line | OpenQuote | Reading>,
  group: TableGroup,
): Iterable<Reading> {
  const counts: Counts = { file, used: true, rows: 0, skipped: 0, repeated: 0, notRead: [] };
  group.file(counts);
  yield* strangeColumns(table, columns, file);
  const layout = layoutOf(table, columns, file);
  for (const record of lines) {
    if ('type' in record) yield record;
    else if ('openQuote' in record) yield openQuote(file, record.openQuote);
    else if (!fits(record.cells, width)) {
      counts.rows++;
      counts.skipped++;
      yield wrongWidth({ file, line: record.line, column: 1 }, record.cells.length, width);
    } else {
      const texts = layout.columns.map((column) => record.cells[column - 1]?.trim() ?? '');
      yield* keep(group, { layout, line: record.line, texts }, counts);
    }
  }
}
