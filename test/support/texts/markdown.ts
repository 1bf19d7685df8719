import { type Node as CommonMarkNode, Parser } from 'commonmark';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A heading as a parser sees it. */
export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** What a CommonMark parser makes of a text: its kinds of parts in order, its headings, its words. */
export interface Parsed {
  readonly parts: readonly string[];
  readonly headings: readonly Heading[];
  readonly words: string;
}

/** Through the reference parser of CommonMark. */
export function parseCommonMark(text: string): Parsed {
  const parts: string[] = [];
  const headings: Heading[] = [];
  const words: string[] = [];
  const walker = new Parser().parse(text).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { entering, node } = step;
    if (node.type === 'text' || node.type === 'softbreak') words.push(node.literal ?? ' ');
    else if (entering) parts.push(node.type);
    if (entering && node.type === 'paragraph') words.push(' ');
    if (entering && node.type === 'heading') headings.push({ level: node.level, text: literalOf(node) });
  }
  return { parts, headings, words: words.join('') };
}

function literalOf(node: CommonMarkNode): string {
  let text = node.literal ?? '';
  for (let child = node.firstChild; child; child = child.next) text += literalOf(child);
  return text;
}

/** Links that stand in the markup; some renderers look for more in plain words, which no escape can keep them from. */
const MARKUP_ONLY = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);

/** Through another parser, with the extensions of GitHub: tables, bare links, struck text, notes, boxes. */
export function parseGfm(text: string): Parsed {
  const parts: string[] = [];
  const headings: Heading[] = [];
  const words: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'text') words.push(node.value);
    else parts.push(node.type);
    if (node.type === 'paragraph') words.push(' ');
    if (node.type === 'list' && node.spread) parts.push('loose');
    if (node.type === 'listItem' && typeof node.checked === 'boolean') parts.push('box');
    if (node.type === 'heading') headings.push({ level: node.depth, text: wordsOf(node) });
    if ('children' in node) node.children.forEach(walk);
  };
  walk(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [MARKUP_ONLY] }));
  return { parts, headings, words: words.join('') };
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
