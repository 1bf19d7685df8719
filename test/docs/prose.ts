import { readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { eachNode } from '../architecture/imports.ts';

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

/** What a template says: a value is one word, and what stands in another branch or item is a text of its own. */
export const textOfTemplate = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/\{\{.*?\}\}/g, 'x')
    .replace(/\{%.*?%\}/g, '\n\n')
    .replace(/^#.*$/gm, '')
    .replace(/^\s*-\s/gm, '\n\n')
    .replace(/\.{5,}/g, '.\n\n')
    .replace(/\n/g, '\n\n')
    .replaceAll('*', '');

/** The texts in a module that can reach a reader: strings and templates of four words or more. */
export function textsOfModule(path: string): string[] {
  const texts: string[] = [];
  eachNode(parseAst(readFileSync(path, 'utf8'), { lang: 'ts' }), ({ type, value, quasis }) => {
    if (type === 'Literal' && typeof value === 'string') texts.push(value);
    if (type === 'TemplateLiteral') texts.push((quasis as Part[]).map((part) => part.value.cooked).join('x'));
  });
  return texts.map((text) => text.replace(/`[^`\n]*`/g, 'x')).filter((text) => /(?:\p{L}+[ ,]+){3}\p{L}/u.test(text));
}

/** A part of a template between two values. */
interface Part {
  readonly value: { readonly cooked: string };
}
