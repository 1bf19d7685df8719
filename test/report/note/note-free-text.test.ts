import { describe, expect, test } from 'vitest';
import { shortDigest } from '../../../src/files/digest.ts';
import { error } from '../../../src/messages/diagnostic.ts';
import { safe } from '../../../src/messages/safe.ts';
import type { Audience } from '../../../src/report/case/audience.ts';
import { htmlNote } from '../../../src/report/note/html.ts';
import { readStamp, sealed, stampLine } from '../../../src/report/note/stamp.ts';
import { plainNote } from '../../../src/report/words/plain-note.ts';
import { FREE_TEXT, openKeys, withFreeText } from '../../support/free-text.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { type Parsed, parseCommonMark, parseGfm } from '../../support/markdown.ts';
import { fullCase, noteBy, noteOf, templates } from '../../support/notes.ts';
import { NEVER, tagsOf } from '../../support/shapes.ts';

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

/** Lines that begin at the edge: headings, and the lines under them. */
const edge = (text: string): string[] => text.split('\n').filter((line) => /^\S/.test(line));

const TAME = noteOf(withFreeText(file, 'tame'));
const TAGS = tagsOf(htmlNote(TAME));
const EDGE = edge(plainNote(TAME));

const STAMP = stampLine({
  case: 'EX-0001',
  form: 'file/full',
  asAt: '2026-11-20',
  tool: '1.2.3',
  packs: [],
  outcomes: {},
  template: '0',
  facts: '0',
  fields: '0',
});

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
  test.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('%s is only text, in every format', (_, text) => {
    const note = noteOf(withFreeText(file, text));
    const parsed = PARSERS.map((parse) => parse(note));
    expect(parsed.flatMap(({ parts }) => parts.filter((part) => NEVER.test(part)))).toEqual([]);
    expect(parsed.map(shape)).toEqual(expectedShapes(text));
    expect(note.replaceAll('\n', '')).not.toMatch(STEERING);
    expect(readStamp(sealed(`${note}\n${STAMP}\n`, shortDigest), shortDigest)).toMatchObject({ isAsMade: true });
    const written = /[^_\s]/.test(text);
    if (written && !/\n\s*\n/.test(text)) expect(tagsOf(htmlNote(note))).toEqual(TAGS);
    if (written) expect(edge(plainNote(note))).toEqual(EDGE);
  });
});

test('a value that a diagnostic quotes is only text', () => {
  const shapes = (shown: string): unknown => {
    const says = { ...error('wrong_value', safe`No.`, [], { shown }), line: 1, column: 1 };
    const note = noteBy('parts/head.md', templates, file, undefined, [says]);
    return PARSERS.map((parse) => shape(parse(note)));
  };
  const expected = shapes('tame');
  for (const text of HOSTILE) expect(shapes(text), text).toEqual(expected);
});

describe.each(['notes/short.md', 'notes/actions.md', 'notes/conference.md'])('in %s too', (template) => {
  const audience: Audience = { whom: template.includes('conference') ? 'conference' : 'file' };
  const shapes = (text: string): unknown => {
    const note = noteBy(template, templates, withFreeText(file, text), audience);
    return PARSERS.map((parse) => shape(parse(note)));
  };
  const single = HOSTILE.filter((text) => text.trim() !== '' && !/\n\s*\n/.test(text));
  const expected = shapes('tame');
  test.each(single.filter((_, i) => i % 3 === 0).map((text) => [JSON.stringify(text), text]))(
    '%s is only text',
    (_, text) => expect(shapes(text)).toEqual(expected),
  );
});
