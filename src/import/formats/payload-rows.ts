import type { FormatMap } from '../map/map-schema.ts';
import type { Line, OpenQuote } from '../read/csv.ts';
import type { Reading, ReadOptions } from '../reading.ts';
import { ChildStream } from './child-stream.ts';
import { jsonFormat } from './formats.ts';
import { takeChild } from './json-return.ts';
import { fits, openQuote, wrongWidth } from './table-lines.ts';

/** A CSV table of which one column holds the JSON of a child, row by row. */
interface Payloads {
  readonly file: string;
  readonly map: FormatMap;
  /** Where the JSON stands, from 0, and how many columns there are. */
  readonly column: number;
  readonly width: number;
}

/** Reads such a table. @throws FileFault */
export function* payloadRows(
  { file, map, column, width }: Payloads,
  lines: Iterable<Line | OpenQuote | Reading>,
  options: ReadOptions,
): Iterable<Reading> {
  const stream = new ChildStream(file, map, options);
  const format = jsonFormat();
  for (const record of lines) {
    if ('type' in record) yield record;
    else if ('openQuote' in record) yield openQuote(file, record.openQuote);
    else if (!fits(record.cells, width)) {
      stream.skip(wrongWidth({ file, line: record.line, column: 1 }, record.cells.length, width));
    } else {
      takeChild({ text: record.cells[column] ?? '', line: record.line, column: column + 1 }, file, format, stream);
    }
    yield* stream.take();
  }
  yield* stream.end();
}
