import { type Safe, safe } from '../../messages/safe.ts';
import { FileFault } from '../read/fault.ts';
import { Unreadable } from '../read/rows.ts';
import type { Cell } from '../read/sheet.ts';
import { openWorkbook, type Workbook } from '../read/workbook.ts';
import type { Reading, ReturnFile } from '../reading.ts';
import type { GroupFor } from './csv-return.ts';
import { noted } from './formats.ts';
import type { Counts } from './table-group.ts';
import { HEADER_WITHIN, keep, layoutOf, notATable, sheetTexts } from './table-lines.ts';
import { type Recognised, recognise } from './tables.ts';

const NO_SHEET = safe`No sheet of this workbook that can be seen is a table of a return that is read.`;

/** Reads the sheets of a workbook that are tables of returns. @throws FileFault where there is none */
export function* readWorkbook(file: ReturnFile, groupFor: GroupFor): Iterable<Reading> {
  const book = openWorkbook(wholeOf(file));
  const reader = new BookReader(file.name, book, groupFor);
  for (const { name, part } of book.sheets) {
    yield* reader.sheet(name, part);
    yield {
      type: 'progress',
      file: file.name,
      done: book.sheets.findIndex((sheet) => sheet.part === part) + 1,
      of: book.sheets.length,
    };
  }
  yield* reader.end();
}

/** All bytes of a file: a workbook is read from its end. */
function wholeOf(file: ReturnFile): Buffer {
  const pieces: Buffer[] = [];
  for (const piece of file.pieces()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

class BookReader {
  private readonly counts: Counts;
  private readonly passed: Safe[] = [];
  private tables = 0;
  private nearest: (Recognised & { is: 'near' }) | undefined;

  constructor(
    private readonly file: string,
    private readonly book: Workbook,
    private readonly groupFor: GroupFor,
  ) {
    this.counts = { file, used: true, rows: 0, skipped: 0, repeated: 0, notRead: this.passed };
  }

  /** The rows of one sheet under its header, which must stand near the top. */
  *sheet(name: string, part: string): Iterable<Reading> {
    let [seen, found]: [number, (Recognised & { is: 'table' }) | undefined] = [0, undefined];
    let keepRow: ((row: number, cells: readonly Cell[]) => Iterable<Reading>) | undefined;
    for (const { row, cells } of this.book.rows(part)) {
      if (keepRow) {
        yield* keepRow(row, cells);
        continue;
      }
      const header = recognise(cells.map(textOf));
      if (header?.is === 'table') {
        found = header;
        keepRow = this.keeper(found, name);
      } else if (header?.is === 'passed') {
        this.passed.push(header.name);
        return;
      } else if (header?.is === 'near') this.near(header);
      if (!keepRow && ++seen >= HEADER_WITHIN) return;
    }
  }

  private keeper(
    { table, columns }: Recognised & { is: 'table' },
    sheet: string,
  ): (row: number, cells: readonly Cell[]) => Iterable<Reading> {
    const group = this.groupFor(table.map);
    this.tables++;
    group.file(this.counts);
    const layout = layoutOf(table, columns, this.file, sheet);
    return (line, cells) =>
      keep(group, { layout, line, texts: sheetTexts(layout, cells, this.book.from1904) }, this.counts);
  }

  private near(header: Recognised & { is: 'near' }): void {
    if (!this.nearest || header.found > this.nearest.found) this.nearest = header;
  }

  /** @throws FileFault where no sheet was a table */
  *end(): Iterable<Reading> {
    if (this.tables > 0) {
      // a sheet that has most of a table is no cover sheet
      if (this.nearest && this.nearest.found > 2)
        yield noted(safe`unknown_table`, notATable(this.nearest), { file: this.file, line: 1, column: 1 }, 'warning');
      return;
    }
    if (this.passed.length === 0)
      throw new FileFault(safe`unknown_table`, this.nearest ? notATable(this.nearest) : NO_SHEET);
    yield { type: 'file', tally: this.counts };
  }
}

/** A cell as the text of a header. */
const textOf = (cell: Cell): string =>
  cell === undefined || cell instanceof Unreadable ? '' : typeof cell === 'string' ? cell : String(cell.number);
