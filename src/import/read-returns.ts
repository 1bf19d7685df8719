import { safe, visible } from '../messages/safe.ts';
import { type GroupFor, readCsv } from './formats/csv-return.ts';
import { NEEDS_DATE, noted, refused } from './formats/formats.ts';
import { readJson } from './formats/json-return.ts';
import { TableGroup } from './formats/table-group.ts';
import { readWorkbook } from './formats/workbook-return.ts';
import { readXml } from './formats/xml-return.ts';
import type { FormatMap } from './map/map-schema.ts';
import { encodingOf, headText } from './read/decode.ts';
import { FileFault } from './read/fault.ts';
import type { Reading, ReadOptions, ReadReturns, ReturnFile } from './reading.ts';

/** How much of a file is looked at to recognise it. */
const HEAD = 1 << 16;

const EMPTY = safe`This file is empty. Nothing was read.`;
const OLD_WORKBOOK = safe`This is an old workbook (.xls), or one with a password. Save it as .xlsx without a password.`;
const NOT_UTF8 = safe`This file is not UTF-8. It is read as Windows-1252.`;
const FUTURE = safe`The day of the data lies in the future. Give the right day with --data-date.`;

/** Reads returns, each recognised by what it holds, never by its name. Tables of one format belong together, whatever their files. */
export const readReturns: ReadReturns = function* (files, options) {
  const groups = new Map<FormatMap, TableGroup>();
  const groupFor: GroupFor = (map) => {
    const { dataDate, today } = options;
    if (dataDate === undefined) throw new FileFault(safe`data_date_missing`, NEEDS_DATE);
    if (dataDate > today) throw new FileFault(safe`data_date_unfit`, FUTURE);
    const group = groups.get(map) ?? new TableGroup(map, dataDate);
    groups.set(map, group);
    return group;
  };
  for (const file of files) yield* readFile(file, groupFor, options);
  for (const group of groups.values()) yield* group.children();
  // a workbook may have tables of two formats
  const tallies = new Set([...groups.values()].flatMap((group) => [...group.tallies]));
  for (const tally of tallies) yield { type: 'file', tally };
};

function* readFile(file: ReturnFile, groupFor: GroupFor, options: ReadOptions): Iterable<Reading> {
  try {
    yield* recognised(file, groupFor, options);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { code, says, line, column, shown } = error;
    const quoted = shown === undefined ? undefined : `\`${visible(shown.slice(0, 40))}\`.`;
    yield* refused(code, says, { file: file.name, line, column }, quoted);
  }
}

function* recognised(file: ReturnFile, groupFor: GroupFor, options: ReadOptions): Iterable<Reading> {
  const head = headOf(file);
  if (head.length === 0) throw new FileFault(safe`empty_file`, EMPTY);
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return yield* readWorkbook(file, groupFor);
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw new FileFault(safe`old_workbook`, OLD_WORKBOOK);
  const encoding = encodingOf(file, head);
  const [first] = headText(head, encoding).trimStart();
  if (first === undefined) throw new FileFault(safe`empty_file`, EMPTY);
  if (encoding.assumed) yield noted(safe`not_utf8`, NOT_UTF8, { file: file.name, line: 1, column: 1 });
  if (first === '<') yield* readXml(file, encoding, options);
  else if (first === '{' || first === '[') yield* readJson(file, encoding, options);
  else yield* readCsv(file, encoding, head, groupFor, options);
}

/** The first bytes, in memory of their own. */
function headOf(file: ReturnFile): Uint8Array {
  for (const piece of file.pieces()) if (piece.length > 0) return Uint8Array.from(piece.subarray(0, HEAD));
  return new Uint8Array(0);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
