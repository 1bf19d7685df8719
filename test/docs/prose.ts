import { readFileSync } from 'node:fs';
import { parseAst } from 'vitest/node';

/** A sentence that people read, with the place it stands in. */
export interface Sentence {
  readonly place: string;
  readonly text: string;
  readonly words: number;
}

/** Turns that make a reader go back to the start of the sentence. */
export const TURNS = new RegExp(
  [
    'no longer',
    'whoever',
    'told otherwise',
    'held against',
    '(?:is|are) to be',
    'stands? in (?:the )?place of',
    'so that there is',
    'neither .{1,60}? nor',
    'as (?:it|they) stands?',
    'passed over',
    'what is no(?:t an?)? ',
    'of which nothing',
    'slips? of the hand',
    'files? that means? harm',
    'is held to',
    'has to be had',
    'is left to the whole',
    'goes? before it',
    'it hangs on:?',
    'not known yet whether',
  ]
    .map((turn) => `\\b${turn}`)
    .join('|'),
  'i',
);

/** Sentences of a text; a colon and a semicolon end one too. */
export function sentencesOf(text: string, place: string): Sentence[] {
  return text
    .split(/[.!?:;](?=[\s)”"*]|$)|\n\n/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .map((part) => ({ place, text: part, words: part.split(' ').filter((word) => /\w/.test(word)).length }))
    .filter(({ words }) => words > 2);
}

/** What a page of Markdown says: its code is left out, and each item and each cell of a table is a text of its own. */
export const textOfPage = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/^#.*$/gm, '')
    .replace(/<!--.*?-->/g, '')
    .replace(/`[^`\n]*`/g, 'x')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*]|\d+\.)\s/gm, '\n\n')
    .replace(/^\|.*$/gm, (row) => `\n\n${row.replaceAll('|', '\n\n')}`);

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
}

/** The texts in a module that can reach a reader: strings and templates of four words or more. */
export const textsOfModule = (path: string): string[] =>
  literalsIn(parseAst(readFileSync(path, 'utf8'), { lang: 'ts' }))
    .map((text) => text.replace(/`[^`\n]*`/g, 'x'))
    .filter((text) => /(?:\p{L}+[ ,]+){3}\p{L}/u.test(text));

function literalsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  const below = Object.values(value).flatMap(literalsIn);
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value, ...below];
  if (node.type === 'TemplateLiteral') return [node.quasis?.map((part) => part.value.cooked).join('x') ?? '', ...below];
  return below;
}
