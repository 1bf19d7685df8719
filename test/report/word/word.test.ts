import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { writeDocument } from '../../../src/documents/write.ts';
import { shortDigest } from '../../../src/files/digest.ts';
import { readStamp, stampLine } from '../../../src/report/note/stamp.ts';
import { wordText } from '../../../src/report/word/read-word.ts';
import { wordFile } from '../../../src/report/word/word-file.ts';
import { type Block, blocksIn, blocksOf, wordsOf } from '../../../src/report/words/blocks.ts';
import { caseAt, caseFiles } from '../../support/cases.ts';
import { documents, offered } from '../../support/documents.ts';
import { fullCase, noteOf, templates, title } from '../../support/notes.ts';
import { withFreeText } from '../../support/texts/free-text.ts';
import { HOSTILE } from '../../support/texts/hostile.ts';

const inWord = (markdown: string): Promise<Uint8Array> => wordFile({ markdown, foot: 'EX-0001', asAt: '2026-11-20' });

/** The words of a note, a line for each heading, paragraph and point. */
function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (!block[0].type.endsWith('_list_open')) return [wordsOf(block)];
    return blocksIn(block).flatMap((item) => linesOf(blocksIn(item)));
  });
}

const squeezed = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');

/** What another program reads of a Word file. */
async function readBack(bytes: Uint8Array): Promise<string[]> {
  const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return squeezed(value.split('\n\n'));
}

/** All of them with CPPLAN_EVERY, which takes a minute. */
const some = caseFiles.filter((_, i) => process.env.CPPLAN_EVERY !== undefined || i % 16 === 0);

/** Each kind of letter once, in the first case that asks for it. */
const letters = Object.keys(documents.documents).flatMap((name) => {
  for (const path of caseFiles) {
    const { assessment, offers } = offered(caseAt(path));
    const offer = offers.find((one) => one.name === name && one.state === 'due');
    if (offer) return [[name, writeDocument(offer, templates, assessment, title)] as const];
  }
  return [];
});

test('every letter is among those that are tried', () =>
  expect(letters.map(([name]) => name)).toEqual(Object.keys(documents.documents)));

describe('a note in Word', () => {
  test.each([...some.map((path) => [path, noteOf(caseAt(path))] as const), ...letters])(
    '%s has the words of the note, piece by piece',
    async (_, markdown) => {
      const lines = await readBack(await inWord(markdown));
      expect(lines).toEqual(squeezed(linesOf(blocksOf(markdown)).flatMap((line) => line.split('\n\n'))));
    },
  );

  test('has real headings and lists', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await inWord(noteOf(fullCase()))) });
    expect(value.match(/<h1>/g)).toHaveLength(1);
    expect(value.match(/<h2>/g)).toHaveLength(8);
    expect(value).toMatch(/<ul><li>[^<]*(?:<[^<]*)*<ul><li>/);
  });

  test('is the same each time, and in every time zone', async () => {
    const first = await inWord(noteOf(fullCase()));
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    const second = await inWord(noteOf(fullCase()));
    process.env.TZ = zone;
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test('says in its properties who made it, and nothing of a person or a machine', async () => {
    const parts = unzipSync(await inWord('# Note\n'));
    expect(Object.keys(parts).filter((name) => /vba|macro|embed|media|hyperlink/i.test(name))).toEqual([]);
    const core = strFromU8(parts['docProps/core.xml'] as Uint8Array);
    expect(core).toContain('<dc:creator>cpplan</dc:creator>');
    expect(core.match(/2026-11-20T00:00:00Z/g)).toHaveLength(2);
    expect(strFromU8(parts['word/styles.xml'] as Uint8Array)).toContain('en-GB');
  });
});

describe('a hostile text in every field', () => {
  /** The elements of a body in order, and its fields and links. */
  const built = async (file: CaseFile): Promise<string[]> => {
    const parts = unzipSync(await inWord(noteOf(file)));
    const body = strFromU8(parts['word/document.xml'] as Uint8Array);
    expect(wordText(zipSync(parts))).toBeDefined();
    return [
      ...body.matchAll(
        /<(w:(?!t\b|r\b|br\b|p\b|pPr\b|rPr\b|b\b|bCs\b|i\b|iCs\b|numPr\b|ilvl\b|numId\b|pStyle\b|ind\b|tab\b)[\w]+)/g,
      ),
    ].map(([, name]) => name ?? '');
  };

  test('forges no structure, field, link or control, and the file stays whole', async () => {
    const wanted = [...new Set(await built(withFreeText(fullCase(), 'tame')))].sort();
    // Some sixty fields each: every text comes into many of them
    for (let from = 0; from < HOSTILE.length; from += 4) {
      let next = from;
      const file = withFreeText(fullCase(), () => HOSTILE[next++ % HOSTILE.length] ?? '');
      expect([...new Set(await built(file))].sort(), `from text ${from}`).toEqual(wanted);
    }
  });
});

describe('a note that comes back from Word', () => {
  const line = stampLine({
    case: 'EX-0001',
    form: 'file/full',
    asAt: '2026-11-20',
    tool: '1',
    packs: [{ id: 'a-pack', version: '1.0.0', digest: 'f'.repeat(64) }],
    outcomes: { one: ['a', 'b'] },
    template: 'a'.repeat(16),
    facts: '1'.repeat(16),
    fields: '2'.repeat(16),
  });
  const stamped = () =>
    wordFile({
      markdown: noteOf(fullCase()),
      foot: 'EX-0001',
      asAt: '2026-11-20',
      stamp: { line, digest: shortDigest },
    });
  const read = (bytes: Uint8Array) => readStamp(wordText(bytes) ?? '', shortDigest);

  const changed = async (change: (body: string) => string): Promise<Uint8Array> => {
    const parts = unzipSync(await stamped());
    parts['word/document.xml'] = strToU8(change(strFromU8(parts['word/document.xml'] as Uint8Array)));
    return zipSync(parts, { level: 1 });
  };

  test('is as it was made, also where Word has saved it anew in other pieces', async () => {
    expect(read(await stamped())).toMatchObject({ isAsMade: true, stamp: { case: 'EX-0001', form: 'file/full' } });
    const again = await changed((body) =>
      body.replace(
        /Second plan/,
        'Second</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> plan',
      ),
    );
    expect(read(again)).toMatchObject({ isAsMade: true });
  });

  test.each([
    ['a word is changed', (body: string) => body.replace('Second plan', 'Third plan')],
    [
      'a paragraph is added',
      (body: string) => body.replace('<w:sectPr', '<w:p><w:r><w:t>By hand.</w:t></w:r></w:p><w:sectPr'),
    ],
    [
      'words are deleted with changes tracked',
      (body: string) => body.replace(/<w:t[^>]*>([^<]*Second plan[^<]*)<\/w:t>/, '<w:delText>$1</w:delText>'),
    ],
  ])('is told as edited where %s', async (_, change) => {
    expect(read(await changed(change))).toMatchObject({ isAsMade: false });
  });

  test.each([
    ['text', strToU8('not a zip')],
    ['a zip that is cut', zipSync({ 'word/document.xml': strToU8('<a/>') }).subarray(0, 40)],
    ['a zip without a body', zipSync({ 'a.txt': strToU8('x') })],
    ['a body that is no XML', zipSync({ 'word/document.xml': strToU8('<w:p>') })],
    [
      'a body of its own entities',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:p><w:t>&b;</w:t></w:p>') }),
    ],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(40_000_000) })],
  ])('is no note where it is %s', (_, bytes) => {
    expect(read(bytes)).toBeUndefined();
  });
});
