import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { wordsOf } from '../note/html.ts';
import { labelled, wrap } from './wrap.ts';

/**
 * A Markdown note as plain text. Only headings begin at the edge: whatever somebody wrote stands two
 * places in, so that no text can look like a heading.
 */
export function plainNote(markdown: string, width = 80): string {
  return `${fromMarkdown(markdown)
    .children.map((node) => block(node, '  ', width))
    .join('\n\n')}\n`;
}

const LINES = ['=', '-'];

function block(node: Nodes, indent: string, width: number): string {
  if (node.type === 'heading') {
    const title = wrap(words(node), width);
    const line = LINES[node.depth - 1];
    return line ? `${title}\n${line.repeat(Math.max(...title.split('\n').map((l) => l.length)))}` : title;
  }
  if (node.type !== 'list') return wrap(words(node), width, indent);
  return node.children
    .map((item, i) => {
      const sign = node.ordered ? `${(node.start ?? 1) + i}. ` : '- ';
      const [first, ...rest] = item.children;
      const head = first ? labelled(sign, words(first), sign.length, width, indent) : '';
      return [head, ...rest.map((part) => block(part, `${indent}  `, width))].join('\n');
    })
    .join('\n');
}

const words = (node: Nodes): string => wordsOf(node).replace(/\s+/g, ' ');
