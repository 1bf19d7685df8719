import { harmless } from './wrap.ts';

/** Where something is to be filled in by hand. */
export const BLANK = '..........';

/** What could open or close markup anywhere in a line, and what a renderer could turn into a link. */
const INLINE = /[\\`*_[\]<|~@]|!(?=\[)|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\.(?=\S)/gi;

/** What could open a block at the beginning of a line: a heading, list, quotation, rule or underline. */
const OPENING = /^(?:[-+#>=]|\d{1,9}(?=[.)](?:\s|$)))/;

/** The lines of a text that somebody typed, each as it stands; a text of one line is one word of it. */
export function typedLines(text: string): string | readonly string[] {
  const lines = text.split(/\r\n?|[\n\u2028\u2029]/).filter((line) => line.trim() !== '');
  return lines.length > 1 ? lines : text;
}

/** A value in a note: one line, and of several lines each on a line of its own. */
export const escapeLines = (value: unknown): string =>
  Array.isArray(value) ? value.map(escapeMarkdown).join('\\\n') : escapeMarkdown(value);

/** Text on one line that Markdown can take for nothing but text; ordinary prose comes out as it went in. */
export function escapeMarkdown(value: unknown): string {
  return harmless(String(value ?? ''))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(INLINE, '\\$&')
    .replace(OPENING, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}
