import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Day } from '../../calendar/dates.ts';
import { type Digest, sealed } from '../note/stamp.ts';
import { blocksOf, wordsOf } from '../words/blocks.ts';
import { stampProperty, wordText } from './read-word.ts';
import { wordBody } from './word-body.ts';
import { NUMBERING, PRINT, stylesOf } from './word-styles.ts';

/** What is made into a Word file. */
export interface WordNote {
  /** The text, as its other forms are made from it. */
  readonly markdown: string;
  /** What stands at the foot of each page before its number, such as the reference of the case. */
  readonly foot: string;
  /** The day that the file bears, so that the same note gives the same bytes. */
  readonly asAt: Day;
  readonly print?: keyof typeof PRINT;
  /** The stamp of a note before its text is known, and what gives its digest. */
  readonly stamp?: { readonly line: string; readonly digest: Digest } | undefined;
}

/** A note as a Word file (Office Open XML): no macro, no link, nothing about a person or a machine in its properties. */
export async function wordFile({ markdown, foot, asAt, print = 'usual', stamp }: WordNote): Promise<Uint8Array> {
  const blocks = blocksOf(markdown);
  const title = blocks.find(([first]) => first.type === 'heading_open');
  const document = new Document({
    title: title ? wordsOf(title) : 'Note',
    creator: 'cpplan',
    lastModifiedBy: 'cpplan',
    styles: stylesOf(PRINT[print]),
    numbering: NUMBERING,
    customProperties: pieces(stamp?.line ?? '').map((value, i) => ({ name: stampProperty(i + 1), value })),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1000, bottom: 1000, left: 1100, right: 1100 },
          },
        },
        footers: { default: new Footer({ children: [footOf(foot)] }) },
        children: wordBody(blocks),
      },
    ],
  });
  return repacked(await Packer.toBuffer(document), asAt, stamp);
}

const footOf = (foot: string): Paragraph =>
  new Paragraph({
    children: [
      new TextRun({ size: 16, children: [`${foot}, page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  });

/** Word keeps 255 letters of a property. */
const PIECE = 240;

const pieces = (line: string): string[] => line.match(new RegExp(`.{1,${PIECE}}`, 'gs')) ?? [];

/** The same file with the day of the note in place of the time of its making, and with the digest of its words in the stamp. */
function repacked(bytes: Uint8Array, asAt: Day, stamp: WordNote['stamp']): Uint8Array {
  const parts = unzipSync(bytes);
  const change = (name: string, with_: (text: string) => string): void => {
    const part = parts[name];
    if (part) parts[name] = strToU8(with_(strFromU8(part)));
  };
  change('docProps/core.xml', (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${asAt}T00:00:00Z`));
  if (stamp) {
    const whole =
      sealed(wordText(bytes) ?? '', stamp.digest)
        .split('\n')
        .at(-1) ?? '';
    const [before, after] = [pieces(stamp.line), pieces(whole)];
    change('docProps/custom.xml', (text) =>
      before.reduce((now, piece, i) => now.replace(piece, () => after[i] ?? ''), text),
    );
  }
  // A day within what a zip can hold, the same in every time zone
  return zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 });
}
