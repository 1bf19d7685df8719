import type { $brand } from 'zod';

/**
 * Words that hold nothing out of a case file: our own, the names and sentences of schemas and packs, and numbers.
 * Only these may go into a log or a report for CI.
 */
export type Safe = string & $brand<'Safe'>;

/** What stands for a word that is not shown. */
export const HIDDEN = '…' as Safe;

/** A sentence of ours, with safe words and numbers in it. */
export function safe(parts: TemplateStringsArray, ...values: readonly (Safe | number)[]): Safe {
  let text = parts[0] as string;
  for (let i = 0; i < values.length; i++) text += `${values[i]}${parts[i + 1]}`;
  return text as Safe;
}

/** Vouches for a name or a sentence out of a schema or a pack; never for anything that stands in a case file. */
export const known = (text: string): Safe => text as Safe;

/** Vouches for all names of a list that a schema or a pack knows. */
export const names = (list: Iterable<string>): Safe[] => [...list] as Safe[];

/** A name that stands in a file, where it is one of those known; else hidden. */
export function among(name: string, list: Iterable<string>): Safe {
  for (const one of list) if (one === name) return known(name);
  return HIDDEN;
}

/** The day of an assessment. */
export const onDay = (day: string): Safe => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? known(day) : HIDDEN);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const code = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Text from outside on one line, that cannot steer a terminal and is no command to a build server: that takes `::` at
 * the beginning of a line, be it a line that was wrapped, or `##` anywhere, for one.
 */
export const visible = (text: string): string =>
  text
    .replace(CONTROL, code)
    .replace(/(?<=#)#/g, code)
    .replace(/(?<=^|\s):(?=:)/g, code);

/** The name of a file or folder: a place, not content. */
export const fileName = (path: string): Safe => visible(path) as Safe;

/** Some safe words in a row, with a comma, or other safe words, between them. */
export const joined = (words: readonly Safe[], between: Safe = safe`, `): Safe => words.join(between) as Safe;
