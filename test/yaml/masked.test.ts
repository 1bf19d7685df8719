import { expect, test } from 'vitest';
import { columnIn, maskedLines } from '../../src/yaml/masked.ts';

const TEXT = `a: secret
b: {c: secret, d: {e: secret}}
list:
  - {f: secret, g: secret}
  - secret
text: >-
  secret: words of a person
  - and more
h:
  secretly: secret
`;

test.each([
  [
    1,
    'a: …',
    [
      [1, 1],
      [4, 4],
    ],
  ],
  [
    2,
    'b: {c: …, d: {e: …}}',
    [
      [4, 4],
      [8, 8],
    ],
  ],
  [4, '  - {f: …, g: …', [[6, 6]]],
  [5, '  - …', [[5, 5]]],
  [6, 'text:', []],
  [7, '  …', []],
  [8, '  - …', []],
  [10, '  …: …', []],
] as const)('line %i shows its keys alone, and only what can be a key: %s', (line, shown, columns) => {
  const excerpt = maskedLines(TEXT, (key) => key !== 'secretly')(line);
  const { text } = excerpt;
  expect(text).toBe(shown);
  for (const [column, at] of columns) expect(columnIn(excerpt, column)).toBe(at);
});

test('no value of the file stands in any line', () => {
  const lineOf = maskedLines(TEXT, (key) => key !== 'secretly');
  const all = TEXT.split('\n').map((_, i) => lineOf(i + 1).text);
  expect(all.join('\n')).not.toMatch(/secret|words/);
});
