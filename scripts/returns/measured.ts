// What the reading of returns is measured with: the parsers alone, and the whole way to records.
import { SaxesParser } from 'saxes';
import { returnFile } from '../../src/files/return-file.ts';
import { linesOf } from '../../src/import/read/csv.ts';
import { decoded } from '../../src/import/read/decode.ts';
import { openWorkbook } from '../../src/import/read/workbook.ts';
import { readReturns } from '../../src/import/read-returns.ts';

const [what = '', path = ''] = process.argv.slice(2);
const file = returnFile(path);

const WAYS: Readonly<Record<string, () => number>> = {
  saxes: () => {
    let elements = 0;
    const parser = new SaxesParser({ position: true });
    parser.on('opentag', () => elements++);
    for (const text of decoded(file.pieces(), { name: 'utf-8', mark: 0 })) parser.write(text);
    parser.close();
    return elements;
  },
  csv: () => {
    let cells = 0;
    for (const line of linesOf(decoded(file.pieces(), { name: 'utf-8', mark: 0 }), ','))
      cells += 'cells' in line ? line.cells.length : 0;
    return cells;
  },
  sheet: () => {
    const pieces: Buffer[] = [];
    for (const piece of file.pieces()) pieces.push(Buffer.from(piece));
    const book = openWorkbook(Buffer.concat(pieces));
    return book.sheets.reduce((sum, { part }) => sum + [...book.rows(part)].length, 0);
  },
  records: () => {
    let records = 0;
    for (const reading of readReturns([file], { today: '2026-11-26', dataDate: '2026-03-31' })) {
      if (reading.type === 'child') records += 1 + reading.child.plans.length + reading.child.episodes.length;
    }
    return records;
  },
};

process.stdout.write(`${WAYS[what]?.() ?? 'unknown'}\n`);
