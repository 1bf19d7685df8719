import MarkdownIt, { type Token } from 'markdown-it';
import { harmless } from './wrap.ts';

const MARKDOWN = new MarkdownIt('commonmark', { html: false });

/** A sign behind a backslash is a letter like any other; a token of its own for each would take 300 bytes. */
MARKDOWN.inline.ruler.at('escape', (state, silent) => {
  const sign = state.src[state.pos] === '\\' ? state.src[state.pos + 1] : undefined;
  if (sign === undefined || !/[\n!-/:-@[-`{-~]/.test(sign)) return false;
  if (!silent && sign === '\n') state.push('hardbreak', 'br', 0);
  else if (!silent) state.pending += sign;
  state.pos += 2;
  return true;
});

/** A part of a Markdown note, with all that lies in it: a heading, a paragraph, a list, a point of a list. */
export type Block = readonly [Token, ...Token[]];

/** The parts of a Markdown note, one after the other. */
export const blocksOf = (markdown: string): Block[] => split(MARKDOWN.parse(harmless(markdown), {}));

/** The parts that lie within another. */
export const blocksIn = (block: Block): Block[] => split(block.slice(1, -1));

function split(tokens: readonly Token[]): Block[] {
  const blocks: [Token, ...Token[]][] = [];
  let open = 0;
  for (const token of tokens) {
    const [last] = blocks.slice(-1);
    if (open > 0 && last) last.push(token);
    else blocks.push([token]);
    open += token.nesting;
  }
  return blocks;
}

/** The words of a part, without its markup. */
export const wordsOf = (block: Block): string => block.map(words).join('');

const words = ({ type, content, children }: Token): string => {
  if (children && type !== 'image') return children.map(words).join('');
  return type === 'hardbreak' ? '\n' : type === 'softbreak' ? ' ' : content;
};
