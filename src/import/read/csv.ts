/** One record of a table. */
export interface Line {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where a quote opens that never closes: nothing from there on was read. */
export interface OpenQuote {
  readonly openQuote: number;
}

/** The longest record read, in characters: a longer one is a quote that never closes. */
const LONGEST = 1_000_000;

/** The records of a CSV text, as they come; the last thing given may be a quote that stays open. Empty lines are passed over. */
export function* linesOf(texts: Iterable<string>, delimiter: string): Iterable<Line | OpenQuote> {
  const reader = new CsvReader(delimiter);
  for (const text of texts) {
    yield* reader.take(text, false);
    if (reader.isLost) break;
  }
  yield* reader.take('', true);
}

class CsvReader {
  private text = '';
  private at = 0;
  private line = 1;
  /** Beyond the end of the text, or the next quote. */
  private quote = -1;
  isLost = false;

  constructor(private readonly delimiter: string) {}

  *take(text: string, isLast: boolean): Iterable<Line | OpenQuote> {
    this.text = this.text.slice(this.at) + text;
    [this.at, this.quote] = [0, this.text.indexOf('"')];
    for (;;) {
      const start = this.line;
      const cells = this.next(isLast);
      if (cells === undefined) break;
      if (cells.length > 1 || cells[0] !== '') yield { line: start, cells };
    }
    if (isLast ? this.at < this.text.length : this.text.length - this.at > LONGEST) {
      this.isLost = true;
      yield { openQuote: this.line };
      this.at = this.text.length;
    }
  }

  /** The cells of the next record; undefined where it is not whole yet. */
  private next(isLast: boolean): string[] | undefined {
    const { text, at } = this;
    if (this.quote >= 0 && this.quote < at) this.quote = text.indexOf('"', at);
    const end = this.endFrom(at, isLast);
    if (end < 0) return undefined;
    if (this.quote < 0 || this.quote >= end) {
      this.pass(end);
      return text.slice(at, end).split(this.delimiter);
    }
    return this.quoted(isLast);
  }

  /** Where the line ends: at the end of the last text, too; -1 where that is not known yet. */
  private endFrom(from: number, isLast: boolean): number {
    const { text } = this;
    const feed = text.indexOf('\n', from);
    const before = feed < 0 ? text.length : feed;
    const back = text.indexOf('\r', from);
    if (back >= 0 && back < before) return isLast || back + 1 < text.length ? back : -1;
    if (feed >= 0) return feed;
    return isLast && from < text.length ? text.length : -1;
  }

  /** Goes on behind the end of a line. */
  private pass(end: number): void {
    this.at = end + (this.text.startsWith('\r\n', end) ? 2 : 1);
    this.line++;
  }

  private quoted(isLast: boolean): string[] | undefined {
    const cells: string[] = [];
    let [cell, from, feeds] = ['', this.at, 0];
    for (;;) {
      if (cell === '' && this.text[from] === '"') {
        const inside = this.inside(from + 1);
        if (inside === undefined) return undefined;
        [cell, from] = [inside.cell, inside.end];
        feeds += inside.feeds;
      }
      const end = this.endFrom(from, isLast);
      if (end < 0 && !(isLast && from >= this.text.length)) return undefined;
      const line = end < 0 ? this.text.length : end;
      const comma = this.text.indexOf(this.delimiter, from);
      const stop = comma >= 0 && comma < line ? comma : line;
      cells.push(cell + this.text.slice(from, stop));
      [cell, from] = ['', stop + 1];
      if (stop === line) {
        this.pass(line);
        this.line += feeds;
        return cells;
      }
    }
  }

  /** A quoted cell from behind its first quote; undefined where its last is not there yet. */
  private inside(from: number): { cell: string; end: number; feeds: number } | undefined {
    let [at, close] = [from, this.text.indexOf('"', from)];
    let cell = '';
    while (close >= 0) {
      cell += this.text.slice(at, close);
      if (this.text[close + 1] !== '"') return { cell, end: close + 1, feeds: cell.match(/\r\n?|\n/g)?.length ?? 0 };
      cell += '"';
      [at, close] = [close + 2, this.text.indexOf('"', close + 2)];
    }
    return undefined;
  }
}
