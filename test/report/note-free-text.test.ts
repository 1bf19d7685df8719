import { describe, expect, test } from 'vitest';
import type { Audience } from '../../src/report/audience.ts';
import { caseAt, caseFiles } from '../support/cases.ts';
import { FREE_TEXT, openKeys, withFreeText } from '../support/free-text.ts';
import { HOSTILE } from '../support/hostile.ts';
import { type Parsed, parseCommonMark, parseGfm } from '../support/markdown.ts';
import { fullCase, noteBy, noteOf, shelf } from '../support/notes.ts';

/** Parts that the templates never use: only a text that forged one could bring them in. */
const NEVER =
  /^(link|image|html|code|thematic|block_?quote|table|definition|footnote|delete|inlineCode|linkReference|imageReference|yaml|box|loose|softbreak|linebreak|break)/;

const STEERING = /\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}|\ufeff/u;

const file = fullCase();

/** As many paragraphs as a text has, and nothing else. */
const tame = (text: string): string =>
  text.trim() === ''
    ? text
    : text
        .split(/\n\s*\n/)
        .map(() => 'tame')
        .join('\n\n');

const PARSERS = [parseCommonMark, parseGfm] as const;

const shape = ({ parts, headings }: Parsed): unknown => ({ parts, headings });

/** The shapes, by each parser, that the note has where every text is tame. */
const tameShapes = new Map<string, unknown[]>();

function expectedShapes(text: string): unknown[] {
  const plain = tame(text);
  const known = tameShapes.get(plain);
  if (known) return known;
  const note = noteOf(withFreeText(file, plain));
  const shapes = PARSERS.map((parse) => shape(parse(note)));
  tameShapes.set(plain, shapes);
  return shapes;
}

test('the list of free-text keys is whole', () => {
  const ids = ['packs', 'ended', 'current_plan', 'looked_after', 'covers', 'rules', 'diagnostics'];
  expect(openKeys().filter((key) => !FREE_TEXT.includes(key) && !ids.includes(key))).toEqual([]);
});

test('there are at least 200 hostile texts', () => expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(200));

describe('a hostile text in every field of a case', () => {
  test.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('%s is only text', (_, text) => {
    const note = noteOf(withFreeText(file, text));
    const parsed = PARSERS.map((parse) => parse(note));
    expect(parsed.flatMap(({ parts }) => parts.filter((part) => NEVER.test(part)))).toEqual([]);
    expect(parsed.map(shape)).toEqual(expectedShapes(text));
    expect(note.replaceAll('\n', '')).not.toMatch(STEERING);
  });
});

test('a value that a diagnostic quotes is only text', () => {
  const shapes = (found: string): unknown => {
    const says = { code: 'wrong_value', severity: 'error', says: 'No.', found, line: 1, column: 1 } as const;
    const note = noteBy('notes/full.md', shelf, file, undefined, [says]);
    return PARSERS.map((parse) => shape(parse(note)));
  };
  const expected = shapes('tame');
  for (const text of HOSTILE) expect(shapes(text), text).toEqual(expected);
});

describe.each(['notes/short.md', 'notes/actions.md', 'notes/conference.md'])('in %s too', (template) => {
  const audience: Audience = { whom: template.includes('conference') ? 'conference' : 'file' };
  const shapes = (text: string): unknown => {
    const note = noteBy(template, shelf, withFreeText(file, text), audience);
    return PARSERS.map((parse) => shape(parse(note)));
  };
  const single = HOSTILE.filter((text) => text.trim() !== '' && !/\n\s*\n/.test(text));
  const expected = shapes('tame');
  test.each(single.filter((_, i) => i % 3 === 0).map((text) => [JSON.stringify(text), text]))(
    '%s is only text',
    (_, text) => expect(shapes(text)).toEqual(expected),
  );
});

test.each(caseFiles)('the note of %s has the headings of the template and nothing but text below them', (path) => {
  const note = noteOf(caseAt(path));
  const { headings, parts } = parseCommonMark(note);
  expect(parts.filter((part) => NEVER.test(part))).toEqual([]);
  expect(headings.filter(({ level }) => level === 2).map(({ text }) => text.split('.')[0])).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
  ]);
  const gfm = parseGfm(note);
  expect(gfm.headings).toEqual(headings);
  expect(gfm.parts.filter((part) => NEVER.test(part))).toEqual([]);
  expect(noteOf(caseAt(path))).toBe(note);
});
