import { HeadingLevel, Paragraph, TextRun } from 'docx';
import type { Token } from 'markdown-it';
import { type Block, blocksIn } from '../words/blocks.ts';
import { legalXml } from '../words/xml.ts';
import { NUMBERS, POINTS } from './word-styles.ts';

const HEADINGS: Readonly<Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  h1: HeadingLevel.HEADING_1,
  h2: HeadingLevel.HEADING_2,
  h3: HeadingLevel.HEADING_3,
};

/** Numbers each list with numbers anew. */
interface Lists {
  next: number;
}

/** The parts of a note as paragraphs of Word: real headings and lists, everything else as text. */
export function wordBody(blocks: readonly Block[]): Paragraph[] {
  const lists: Lists = { next: 0 };
  return blocks.flatMap((block) => paragraphsOf(block, -1, lists));
}

function paragraphsOf(block: Block, level: number, lists: Lists): Paragraph[] {
  const [{ type, tag }] = block;
  if (type === 'heading_open')
    return [new Paragraph({ heading: HEADINGS[tag] ?? HeadingLevel.HEADING_3, children: runsOf(block) })];
  if (!type.endsWith('_list_open')) {
    // A part of a point stands under its words
    const indent = level >= 0 ? { indent: { left: 400 * (level + 1) } } : {};
    return [new Paragraph({ children: runsOf(block), ...indent })];
  }
  const inner = Math.min(level + 1, 8);
  const numbering = { reference: tag === 'ol' ? NUMBERS : POINTS, level: inner, instance: lists.next++ };
  return blocksIn(block).flatMap((item) => {
    const [first, ...rest] = blocksIn(item);
    const head = new Paragraph({ style: 'ListParagraph', numbering, children: first ? runsOf(first) : [] });
    return [head, ...rest.flatMap((part) => paragraphsOf(part, inner, lists))];
  });
}

/** The words of a part, with what is stressed; whatever else stands there is its text. */
function runsOf(block: Block): TextRun[] {
  const runs: TextRun[] = [];
  let [strong, emphasis] = [0, 0];
  const walk = (token: Token): void => {
    if (token.type === 'strong_open') strong++;
    else if (token.type === 'strong_close') strong--;
    else if (token.type === 'em_open') emphasis++;
    else if (token.type === 'em_close') emphasis--;
    else if (token.type === 'hardbreak') runs.push(new TextRun({ break: 1 }));
    else if (token.children && token.type !== 'image') token.children.forEach(walk);
    else {
      const text = token.type === 'softbreak' ? ' ' : legalXml(token.content);
      if (text !== '')
        runs.push(new TextRun({ text, ...(strong > 0 && { bold: true }), ...(emphasis > 0 && { italics: true }) }));
    }
  };
  block.forEach(walk);
  return runs;
}
