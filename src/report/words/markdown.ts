import { harmless } from './wrap.ts';

/** Where something is to be filled in by hand. */
export const BLANK = '..........';

/** What could open or close markup anywhere in a line, and what a renderer could turn into a link. */
const INLINE = /[\\`*_[\]<|~@]|!(?=\[)|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\.(?=\S)/gi;

/** What could open a block at the beginning of a line: a heading, list, quotation, rule or underline. */
const OPENING = /^(?:[-+#>=]|\d{1,9}(?=[.)](?:\s|$)))/;

/** Text on one line that Markdown can take for nothing but text; ordinary prose comes out as it went in. */
export function escapeMarkdown(value: unknown): string {
  return harmless(String(value ?? ''))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(INLINE, '\\$&')
    .replace(OPENING, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}
