import { type Block, blocksIn, blocksOf, wordsOf } from './blocks.ts';
import { labelled, wrap } from './wrap.ts';

/**
 * A Markdown note as plain text. Only headings begin at the edge: whatever somebody wrote stands two
 * places in, so that no text can look like a heading.
 */
export function plainNote(markdown: string, width = 80): string {
  return `${blocksOf(markdown)
    .map((block) => shown(block, '  ', width))
    .join('\n\n')}\n`;
}

const LINES: Readonly<Record<string, string>> = { h1: '=', h2: '-' };

function shown(block: Block, indent: string, width: number): string {
  const [{ type, tag }] = block;
  if (type === 'heading_open') {
    const title = wrap(words(block), width);
    const line = LINES[tag];
    return line ? `${title}\n${line.repeat(longestOf(title.split('\n')))}` : title;
  }
  if (!type.endsWith('_list_open')) return wrap(words(block), width, indent);
  const start = Number(block[0].attrGet('start') ?? 1);
  return blocksIn(block)
    .map((item, i) => {
      const sign = tag === 'ol' ? `${start + i}. ` : '- ';
      const [first, ...rest] = blocksIn(item);
      const head = first ? labelled(sign, words(first), sign.length, width, indent) : '';
      return [head, ...rest.map((part) => shown(part, `${indent}  `, width))].join('\n');
    })
    .join('\n');
}

const longestOf = (lines: readonly string[]): number => lines.reduce((most, { length }) => Math.max(most, length), 0);

const words = (block: Block): string => wordsOf(block).replace(/[^\S\n]+/g, ' ');
