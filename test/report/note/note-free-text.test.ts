import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { shortDigest } from '../../../src/files/digest.ts';
import { error } from '../../../src/messages/diagnostic.ts';
import { safe } from '../../../src/messages/safe.ts';
import type { Audience } from '../../../src/report/case/audience.ts';
import { htmlNote } from '../../../src/report/note/html.ts';
import { readStamp, sealed, stampLine } from '../../../src/report/note/stamp.ts';
import { plainNote } from '../../../src/report/words/plain-note.ts';
import { fullCase, noteBy, noteOf, templates } from '../../support/notes.ts';
import { FREE_TEXT, openKeys, withFreeText } from '../../support/texts/free-text.ts';
import { HOSTILE } from '../../support/texts/hostile.ts';
import { type Parsed, parseCommonMark, parseGfm } from '../../support/texts/markdown.ts';
import { NEVER, tagsOf } from '../../support/texts/shapes.ts';

const STEERING = /\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}|\ufeff/u;

const file = fullCase();

/** A text of the same lines, with as many words in each, without any other sign in it but a blank to be filled in. */
const tame = (text: string): string =>
  text.replace(/\S+/g, (word) => {
    if (/^_+$/.test(word)) return word;
    const words = word.split(/[.,;:!?"'()*•–—-]+/).filter((part) => part !== '');
    return words.map(() => 'tame').join('.') || '.';
  });

const PARSERS = [parseCommonMark, parseGfm] as const;

/** Lines that begin at the edge: headings, and the lines under them. */
const edge = (text: string): string[] => text.split('\n').filter((line) => /^\S/.test(line));

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

type Shape = Pick<Parsed, 'parts' | 'headings'>;

const shape = ({ parts, headings }: Parsed): Shape => ({ parts, headings });

/** What a note is built of: its shapes by each parser, its tags as a web page, its lines at the edge as text. */
interface Built {
  readonly shapes: readonly Shape[];
  readonly tags: unknown;
  readonly edge: readonly string[];
}

const built = (note: string): Built => ({
  shapes: PARSERS.map((parse) => shape(parse(note))),
  tags: tagsOf(htmlNote(note)),
  edge: edge(plainNote(note)),
});

/** What follows each analysis, so that it counts as one whatever stands before. */
const TAIL = '\n\nThe worker then wrote these plain words of her own below that.';

/** The case with one text in every field. */
function filled(text: string): CaseFile {
  const { analysis = {}, ...rest } = withFreeText(file, text);
  const longer = Object.entries(analysis).map(([id, one]) => [id, { ...one, text: `${one.text}${TAIL}` }]);
  return { ...rest, analysis: Object.fromEntries(longer) };
}

/** How a note is built where every text is tame. */
const tameNotes = new Map<string, Built>();

function expectedFor(text: string): Built {
  const plain = tame(text);
  let known = tameNotes.get(plain);
  if (!known) tameNotes.set(plain, (known = built(noteOf(filled(plain)))));
  return known;
}

test('the list of free-text keys is whole', () => {
  const ids = ['packs', 'occasions', 'ended', 'current_plan', 'looked_after', 'covers', 'rules', 'diagnostics'];
  expect(openKeys().filter((key) => !FREE_TEXT.includes(key) && !ids.includes(key))).toEqual([]);
});

test('there are at least 200 hostile texts', () => expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(200));

describe('a hostile text in every field of a case', () => {
  test.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('%s is only text, in every format', (_, text) => {
    const note = noteOf(filled(text));
    const now = built(note);
    expect(now.shapes.flatMap(({ parts }) => parts.filter((part) => NEVER.test(part)))).toEqual([]);
    expect(now).toEqual(expectedFor(text));
    expect(note.replaceAll('\n', '')).not.toMatch(STEERING);
    expect(readStamp(sealed(`${note}\n${STAMP}\n`, shortDigest), shortDigest)).toMatchObject({ isAsMade: true });
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
    const note = noteBy(template, templates, filled(text), audience);
    return PARSERS.map((parse) => shape(parse(note)));
  };
  const tames = new Map<string, unknown>();
  const shapesOfTame = (text: string): unknown => {
    if (!tames.has(text)) tames.set(text, shapes(text));
    return tames.get(text);
  };
  const single = HOSTILE.filter((text) => text.trim() !== '' && !/\n\s*\n/.test(text));
  test.each(single.filter((_, i) => i % 3 === 0).map((text) => [JSON.stringify(text), text]))(
    '%s is only text',
    (_, text) => expect(shapes(text)).toEqual(shapesOfTame(tame(text))),
  );
});
