import { ERROR_VALUE, NO_RESULT, type Unreadable } from './rows.ts';
import { piecesOf, type XmlListener, XmlReader } from './xml.ts';

/** A number of a cell, which may stand for a day. */
export interface NumberCell {
  readonly number: number;
  readonly isDate: boolean;
}

/** What stands in a cell; undefined where there is nothing. */
export type Cell = string | NumberCell | Unreadable | undefined;

/** The rows of a sheet, as they come. @throws FileFault */
export function* sheetRows(
  sheet: Buffer,
  strings: readonly string[],
  dates: readonly boolean[],
): Iterable<{ row: number; cells: readonly Cell[] }> {
  const listener = new SheetListener(strings, dates);
  const reader = new XmlReader(listener);
  for (const text of piecesOf(sheet)) {
    reader.write(text);
    yield* listener.take();
  }
  reader.end();
  yield* listener.take();
}

class SheetListener implements XmlListener {
  private ready: { row: number; cells: readonly Cell[] }[] = [];
  private readonly names: string[] = [];
  private cells: Cell[] = [];
  private row = 0;
  private column = 0;
  private type = 'n';
  private style = 0;
  private value: string | undefined;
  private hasFormula = false;
  private phonetic = 0;

  constructor(
    private readonly strings: readonly string[],
    private readonly dates: readonly boolean[],
  ) {}

  take(): { row: number; cells: readonly Cell[] }[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  open(name: string, { r, t, s }: Readonly<Record<string, string>>): void {
    this.names.push(name);
    if (name === 'row') {
      this.row = Number(r) > this.row ? Number(r) : this.row + 1;
      [this.cells, this.column] = [[], 0];
    } else if (name === 'c') {
      this.column = r === undefined ? this.column + 1 : columnOf(r);
      [this.type, this.style] = [t ?? 'n', Number(s ?? 0)];
      [this.value, this.hasFormula] = [undefined, false];
    } else if (name === 'f') this.hasFormula = true;
    else if (name === 'rPh') this.phonetic++;
    // a stored result may be an empty text
    else if (name === 'v' || name === 'is') this.value ??= '';
  }

  text(text: string): void {
    const name = this.names.at(-1);
    if (name === 'v' || (name === 't' && this.phonetic === 0)) this.value = (this.value ?? '') + text;
  }

  close(): void {
    const name = this.names.pop();
    if (name === 'rPh') this.phonetic--;
    if (name === 'c' && this.column <= LAST_COLUMN) this.cells[this.column - 1] = this.cell();
    if (name === 'row') this.ready.push({ row: this.row, cells: this.cells });
  }

  private cell(): Cell {
    const { type, value } = this;
    if (type === 'e') return ERROR_VALUE;
    if (value === undefined) return this.hasFormula ? NO_RESULT : undefined;
    if (type === 's') return this.strings[Number(value)];
    if (type === 'n') return this.number(value);
    return type === 'b' ? (value === '1' ? 'TRUE' : 'FALSE') : value;
  }

  private number(value: string): Cell {
    if (value.trim() === '') return this.hasFormula ? NO_RESULT : undefined;
    return { number: Number(value), isDate: this.dates[this.style] ?? false };
  }
}

/** No workbook has more columns. */
const LAST_COLUMN = 16_384;

/** The column of `AB12`, from 1; beyond the last where there is no letter. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = 26 * column + letter;
  }
  return column === 0 ? LAST_COLUMN + 1 : column;
}
