import { describe, expect, test } from 'vitest';
import type { Path } from '../../src/messages/diagnostic.ts';
import { readYaml } from '../../src/yaml/read.ts';

const valueIn = (text: string): unknown => readYaml(text).value;

describe('a scalar without quotes', () => {
  test.each([
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['2026-01-02', '2026-01-02'],
    ['2026-01', '2026-01'],
    ['2026', 2026],
    ['true', true],
    ['False', false],
    ['~', null],
    ['', null],
    ['null', null],
    ['nUll', 'nUll'],
    ['012', 12],
    ['0o17', 15],
    ['0x1F', 31],
    ['+3', 3],
    ['-4', -4],
    ['.5', 0.5],
    ['1.', 1],
    ['1e3', 1000],
    ['1_000', '1_000'],
    ['.inf', Number.POSITIVE_INFINITY],
    ['-.INF', Number.NEGATIVE_INFINITY],
    ['.nan', Number.NaN],
    ['12:30', '12:30'],
    ['EX-0001', 'EX-0001'],
  ])('%s reads as %o, in the core schema of YAML 1.2', (text, value) => {
    expect(valueIn(`key: ${text}\n`)).toEqual({ key: value });
  });

  test('is text in quotes, whatever it looks like', () => {
    expect(valueIn('[\'12\', "true", "~", \'yes\']')).toEqual(['12', 'true', '~', 'yes']);
  });

  test('may be folded, kept or stripped over several lines', () => {
    expect(valueIn('a: >-\n  one\n  two\n\n  three\nb: |\n  one\n  two\n')).toEqual({
      a: 'one two\nthree',
      b: 'one\ntwo\n',
    });
  });
});

describe('an empty file', () => {
  test.each(['', '\n', '# only a remark\n', '---\n'])('%j is empty, not an error', (text) => {
    expect(readYaml(text)).toMatchObject({ value: null, diagnostics: [] });
  });
});

describe('a byte order mark and Windows line ends', () => {
  const text = 'case: EX-1\nplans:\n  - began: 2024-01-02\n';

  test.each([
    ['a byte order mark', `\uFEFF${text}`],
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
    ['both', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('%s change neither values nor places', (_, other) => {
    const source = readYaml(other);
    expect(source.value).toEqual(valueIn(text));
    expect(source.locate(['plans', 0, 'began'])).toEqual({ line: 3, column: 12 });
    expect(source.locate(['case'], 'key')).toEqual({ line: 1, column: 1 });
  });
});

describe('where a value stands', () => {
  const { locate } = readYaml(`# a remark
case: EX-1
plans:
  - began: 2024-01-02
    note: >-
      words
  - {began: "2025", tags: [one, two]}
empty:
`);

  test.each<[Path, 'key' | 'value', number, number]>([
    [['case'], 'key', 2, 1],
    [['case'], 'value', 2, 7],
    [['plans'], 'key', 3, 1],
    [['plans', 0], 'value', 4, 5],
    [['plans', 0, 'began'], 'key', 4, 5],
    [['plans', 0, 'began'], 'value', 4, 12],
    [['plans', 1, 'began'], 'value', 7, 14],
    [['plans', 1, 'tags', 1], 'value', 7, 33],
    [['empty'], 'key', 8, 1],
  ])('%j, as a %s, is at %i:%i', (path, at, line, column) => {
    expect(locate(path, at)).toEqual({ line, column });
  });

  test.each<[string, Path, number, number]>([
    ['a key that is not there', ['plans', 0, 'ended'], 4, 5],
    ['an item that is not there', ['plans', 7, 'began'], 4, 3],
    ['something below a plain value', ['case', 'deeper', 'still'], 2, 7],
    ['nothing that is there at all', ['nowhere'], 2, 1],
  ])('for %s, it is the nearest part that is', (_, path, line, column) => {
    expect(locate(path)).toEqual({ line, column });
  });
});

describe('what could hide something from a reader is refused, with its place', () => {
  test.each([
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', 'duplicate_key', 3, 1],
    ['a key that stands twice in quotes', 'a: 1\n"a": 3\n', 'duplicate_key', 2, 2],
    ['an anchor', 'a: &x 1\n', 'yaml_alias', 1, 4],
    ['an alias', 'a: &x 1\nb: *x\n', 'yaml_alias', 1, 4],
    ['an alias that leads nowhere', 'b: *x\n', 'yaml_alias', 1, 4],
    ['an anchor on a group', 'a: &x\n  b: 1\n', 'yaml_alias', 1, 4],
    ['a merge', 'a: {b: 1}\nc:\n  <<: *a\n', 'yaml_alias', 3, 7],
    ['a tag', 'a: !!str 1\n', 'yaml_tag', 1, 4],
    ['a tag of its own', 'a: !thing {b: 1}\n', 'yaml_tag', 1, 4],
    ['a tag on a key', '!!str a: 1\n', 'yaml_tag', 1, 1],
    ['a second document', 'a: 1\n---\nb: 2\n', 'yaml_documents', 3, 1],
    ['a key that is a list', '? [a, b]\n: 1\n', 'yaml_key', 1, 3],
    ['the key __proto__', 'a:\n  __proto__: {b: 1}\n', 'yaml_key', 2, 3],
  ])('%s', (_, text, code, line, column) => {
    expect(readYaml(text).diagnostics).toMatchObject([{ code, severity: 'error', line, column }]);
    expect(readYaml(text).value).toBeUndefined();
  });

  test('a bomb of aliases is refused at its first anchor', () => {
    const bomb = Array.from({ length: 20 }, (_, i) => `a${i}: &a${i} [${Array(9).fill(i ? `*a${i - 1}` : 'lol')}]`);
    expect(readYaml(bomb.join('\n')).diagnostics).toMatchObject([{ code: 'yaml_alias', line: 1 }]);
  });

  test.each([
    ['lists', '['.repeat(5000)],
    ['groups', '{a: '.repeat(5000)],
    ['blocks', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('%s nested without end are refused, not followed', (_, text) => {
    expect(readYaml(text).diagnostics).toMatchObject([{ code: 'yaml_syntax', severity: 'error' }]);
  });
});

describe('a text that is not YAML', () => {
  test.each([
    ['a bracket that is not closed', 'a: [1, 2\nb: 3\n', 2],
    ['a quote that is not closed', 'a: "one\n', 2],
    ['a tab for an indent', 'a:\n\tb: 1\n', 2],
    ['a line that is out of step', 'a:\n    b: 1\n  c: 2\n', 3],
    ['a colon within a plain value', 'a: b: c\n', 1],
    ['a null character', 'a: \u0000\n', 1],
  ])('%s is one sentence with a line, and no stack', (_, text, line) => {
    const { diagnostics } = readYaml(text);
    expect(diagnostics).toMatchObject([{ code: 'yaml_syntax', severity: 'error', line }]);
    expect(diagnostics[0]?.says).toMatch(/^[A-Z].*\. Nothing after this place could be read\.$/);
    expect(diagnostics[0]?.says).not.toContain('\n');
  });
});

describe('a text that needs quotes is told so', () => {
  test.each([
    ['a colon', 'a:\n  asks: What is so: this or that?\n', 2, /holds a colon, .* Put the whole text in quotes/],
    ['a colon in a list', '- says: one: two\n', 1, /Put the whole text in quotes/],
    ['a colon in brackets', 'a: {x: 1, says: one: two}\n', 1, /Put a text with a colon in quotes/],
    ['a missing comma with a colon after it', 'a: {x: 1 y: 2}\n', 1, /A comma is missing .*, or a text holds a colon/],
    ['a dash', 'title: - a dash\n', 1, /begins with this sign has to stand in quotes/],
    ['an at sign', 'title: @one\n', 1, /begins with this sign has to stand in quotes/],
    ['a per cent sign', 'title: % of all\n', 1, /begins with this sign has to stand in quotes/],
    ['an apostrophe in single quotes', "title: 'it's so'\n", 1, /the other kind of quotation marks/],
    ['quotes in quotes, in brackets', 'a: {title: "one "two" three"}\n', 1, /the other kind of quotation marks/],
  ])('%s', (_, text, line, says) => {
    expect(readYaml(text).diagnostics).toMatchObject([{ line, says: expect.stringMatching(says) }]);
  });

  test.each([
    ['a line out of step with a key', 'a: one\n  two: three\n', /not indented like/],
    ['a line out of step', 'a:\n    b: 1\n  c: 2\n', /not indented/],
    ['a missing comma', 'a: {x: "1" y}\n', /comma is missing between two values in brackets\./],
  ])('%s is none', (_, text, says) => {
    expect(readYaml(text).diagnostics[0]?.says).toMatch(says);
  });
});

describe('a no-break space in the place of an indent is named, with its place', () => {
  test.each([
    ['before a key', 'a: 1\nb:\n\u00a0\u00a0c: 2\n', 3, 1],
    ['after right ones', 'a: 1\nb:\n  c: 1\n \u00a0d: 2\n', 4, 2],
    ['of a last line', 'a: 1\nb:\n  c: 1\n\u00a0\u00a0d: 2\n', 4, 1],
    ['before a list', 'l:\n\u00a0\u00a0- a\n', 2, 1],
    ['in a list', 'l:\n  - a: 1\n  \u00a0\u00a0b: 2\n', 3, 3],
    ['of a text', 'a:\n  text: |\n\u00a0\u00a0\u00a0\u00a0words\n  b: 2\n', 3, 1],
    ['in a text', 'a:\n  text: |\n    words\n\u00a0\u00a0\u00a0 more: words\nb: 2\n', 4, 1],
    ['of another width', 'a: 1\nb:\n\u2003c: 2\n', 3, 1],
    ['in braces', 'b: {\n\u00a0c: 2}\n', 2, 1],
  ])('%s', (_, text, line, column) => {
    const { diagnostics, value } = readYaml(text);
    expect(diagnostics).toMatchObject([{ severity: 'error', line, column }]);
    expect(diagnostics[0]?.says).toContain('begins with a no-break space');
    expect(value).toBeUndefined();
  });

  test('and within a text it is a sign like others', () => {
    expect(readYaml('a: x\u00a0y\nb: "\u00a0z"\nc: |\n  \u00a0w\n').value).toEqual({
      a: 'x\u00a0y',
      b: '\u00a0z',
      c: '\u00a0w\n',
    });
  });
});
