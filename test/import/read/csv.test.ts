import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../src/import/read/csv.ts';

const read = (...texts: string[]) => [...linesOf(texts, ',')];
const cells = (...texts: string[]) => read(...texts).map((one) => ('cells' in one ? [one.line, ...one.cells] : one));

describe('records of a CSV text', () => {
  test.each([
    [
      'a line end at the end or not',
      'a,b\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'line ends of Windows',
      'a,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'line ends of old machines',
      'a,b\rc,d\r',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'empty lines',
      'a\n\n\nb\n',
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    ['empty cells', ',,\n', [[1, '', '', '']]],
    ['a comma in quotes', '"a,b",c\n', [[1, 'a,b', 'c']]],
    ['doubled quotes', '"a ""b"" c",d\n', [[1, 'a "b" c', 'd']]],
    [
      'a line end in quotes',
      '"a\nb",c\nd,e\n',
      [
        [1, 'a\nb', 'c'],
        [3, 'd', 'e'],
      ],
    ],
    [
      'a quote within a word',
      'a"b,c\nd,e\n',
      [
        [1, 'a"b', 'c'],
        [2, 'd', 'e'],
      ],
    ],
    ['something behind a quote', '"a"b,c\n', [[1, 'ab', 'c']]],
    ['an empty cell in quotes at the end', 'a,""', [[1, 'a', '']]],
    ['a quote that never closes', 'a,b\nc,"d\ne,f\n', [[1, 'a', 'b'], { openQuote: 2 }]],
  ])('%s', (_, text, expected) => expect(cells(text)).toEqual(expected));

  test('a quote that never closes does not take the whole of a large file with it', () => {
    const lines = read('a,"b\n', ...Array.from({ length: 40 }, () => 'x'.repeat(50_000)));
    expect(lines).toEqual([{ openQuote: 1 }]);
  });
});

test('what is written as CSV is read back, in whatever pieces it comes', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '), maxLength: 5 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(table, fc.array(fc.nat(60), { maxLength: 4 }), (rows, places) => {
      const text = rows.map((row) => `${row.map((one) => `"${one.replace(/"/g, '""')}"`).join(',')}\r\n`).join('');
      const cuts = [0, ...places.filter((place) => place < text.length).sort((a, b) => a - b), text.length];
      const pieces = cuts.slice(1).map((end, index) => text.slice(cuts[index], end));
      expect(read(...pieces).map((one) => ('cells' in one ? one.cells : one))).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});
