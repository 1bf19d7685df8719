import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { STYLE } from './html-style.ts';
import { escapeHtml } from './html-text.ts';

/** A paragraph, by its words, in whose place a picture stands. */
export interface Picture {
  readonly words: string;
  readonly svg: string;
}

/** How large the letters are: a form for the family has large ones, and room to write. */
export type Print = 'usual' | 'large';

/** A Markdown note as one HTML file: no script, nothing fetched, one main part, printed on A4. */
export function htmlNote(markdown: string, pictures: readonly Picture[] = [], print: Print = 'usual'): string {
  const tree = fromMarkdown(markdown);
  const title = tree.children.find((node) => node.type === 'heading');
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title ? escapeHtml(wordsOf(title)) : 'Note'}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    print === 'large' ? '<body class="large">' : '<body>',
    '<main>',
    ...sections(tree.children, (node) => block(node, pictures)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The words of a part, without its markup. */
export function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** Each heading of the second and third level with what follows it. */
function sections(nodes: readonly Nodes[], show: (node: Nodes) => string): string[] {
  const open: number[] = [];
  const lines: string[] = [];
  const close = (depth: number): void => {
    while ((open.at(-1) ?? 0) >= depth) {
      open.pop();
      lines.push('</section>');
    }
  };
  for (const node of nodes) {
    if (node.type === 'heading') close(node.depth);
    if (node.type === 'heading' && node.depth > 1) {
      open.push(node.depth);
      lines.push(node.depth === 2 ? '<section>' : '<section class="point">');
    }
    lines.push(show(node));
  }
  close(2);
  return lines;
}

const STAMP = /^Stamp: cpplan-note\//;

function block(node: Nodes, pictures: readonly Picture[]): string {
  if (node.type === 'heading') return `<h${node.depth}>${inside(node)}</h${node.depth}>`;
  if (node.type === 'list') {
    const tag = node.ordered ? 'ol' : 'ul';
    const items = node.children.map(
      (item) => `<li>${item.children.map((part) => itemPart(part, pictures)).join('')}</li>`,
    );
    return `<${tag}>\n${items.join('\n')}\n</${tag}>`;
  }
  if (node.type === 'thematicBreak') return '<hr>';
  if (node.type === 'blockquote')
    return `<blockquote>${node.children.map((part) => block(part, pictures)).join('\n')}</blockquote>`;
  if (node.type !== 'paragraph') return `<p>${inline(node)}</p>`;
  const words = wordsOf(node);
  const picture = pictures.find((p) => p.svg && p.words === words);
  if (picture) return `<figure role="group" aria-label="Picture of time" tabindex="0">\n${picture.svg}\n</figure>`;
  return STAMP.test(words) ? `<p class="stamp">${inside(node)}</p>` : `<p>${inside(node)}</p>`;
}

/** In a list without empty lines the words of a point stand in it as they are. */
const itemPart = (node: Nodes, pictures: readonly Picture[]): string =>
  node.type === 'paragraph' ? inside(node) : `\n${block(node, pictures)}\n`;

const inside = (node: Parents): string => node.children.map(inline).join('');

const BLANKS = /\.{10,}/g;

/** A blank as long as this is for a sentence or more. */
const ROOM = 40;

function inline(node: Nodes): string {
  if (node.type === 'strong') return `<strong>${inside(node)}</strong>`;
  if (node.type === 'emphasis') return `<em>${inside(node)}</em>`;
  if (node.type === 'break') return '<br>';
  return escapeHtml(wordsOf(node)).replace(
    BLANKS,
    (dots) =>
      `<span class="${dots.length < ROOM ? 'blank' : 'blank room'}" style="min-width:${Math.round(dots.length * 0.45)}em"><span class="unseen">to be filled in</span></span>`,
  );
}
