import MarkdownIt from 'markdown-it';
import { type Block, blocksOf, wordsOf } from '../words/blocks.ts';
import { htmlPage } from '../words/html-page.ts';
import { STYLE } from '../words/html-style.ts';
import { escapeHtml } from '../words/html-text.ts';

/** A paragraph, by its words, in whose place a picture stands. */
export interface Picture {
  readonly words: string;
  readonly svg: string;
}

/** How large the letters are: a form for the family has large ones, and room to write. */
export type Print = 'usual' | 'large';

/** A Markdown note as one HTML file: no script, nothing fetched, one main part, printed on A4. */
export function htmlNote(markdown: string, pictures: readonly Picture[] = [], print: Print = 'usual'): string {
  const blocks = blocksOf(markdown);
  const title = blocks.find(([first]) => first.type === 'heading_open');
  return htmlPage({
    title: title ? wordsOf(title) : 'Note',
    style: STYLE,
    look: print === 'large' ? 'large' : undefined,
    body: ['<main>', ...sections(blocks, (block) => shown(block, pictures)), '</main>'],
  });
}

/** Each heading of the second and third level with what follows it. */
function sections(blocks: readonly Block[], show: (block: Block) => string): string[] {
  const open: number[] = [];
  const lines: string[] = [];
  const close = (depth: number): void => {
    while ((open.at(-1) ?? 0) >= depth) {
      open.pop();
      lines.push('</section>');
    }
  };
  for (const block of blocks) {
    const depth = block[0].type === 'heading_open' ? Number(block[0].tag.slice(1)) : undefined;
    if (depth !== undefined) close(depth);
    if (depth !== undefined && depth > 1) {
      open.push(depth);
      lines.push(depth === 2 ? '<section>' : '<section class="point">');
    }
    lines.push(show(block));
  }
  close(2);
  return lines;
}

const STAMP = /^Stamp: cpplan-note\//;

function shown(block: Block, pictures: readonly Picture[]): string {
  const words = block[0].type === 'paragraph_open' ? wordsOf(block) : undefined;
  const picture = pictures.find((p) => p.svg && p.words === words);
  if (picture) return `<figure role="group" aria-label="Picture of time" tabindex="0">\n${picture.svg}\n</figure>`;
  if (words !== undefined && STAMP.test(words)) block[0].attrSet('class', 'stamp');
  for (const [i, { type }] of block.entries()) {
    if (type === 'list_item_open') asWords(block.slice(i + 1, i + 4));
  }
  return RENDERER.render([...block], OPTIONS, {}).trimEnd();
}

/** The first paragraph of a point stands in it as words, also where the points have empty lines between them. */
function asWords(paragraph: Block[number][]): void {
  if (paragraph[0]?.type !== 'paragraph_open') return;
  for (const token of paragraph) token.hidden = true;
}

const { renderer: RENDERER, options: OPTIONS } = new MarkdownIt('commonmark', { html: false });

const BLANKS = /\.{10,}/g;

/** A blank as long as this is for a sentence or more. */
const ROOM = 40;

Object.assign(RENDERER.rules, {
  text: (tokens, i) =>
    escapeHtml(tokens[i]?.content ?? '').replace(
      BLANKS,
      (dots) =>
        `<span class="${dots.length < ROOM ? 'blank' : 'blank room'}" style="min-width:${Math.round(dots.length * 0.45)}em"><span class="unseen">to be filled in</span></span>`,
    ),
  // Nothing leads out of a note, and nothing is fetched
  link_open: () => '',
  link_close: () => '',
  image: (tokens, i) => escapeHtml(tokens[i]?.content ?? ''),
} satisfies MarkdownIt['renderer']['rules']);
