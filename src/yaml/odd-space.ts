import { safe } from '../messages/safe.ts';

/** Signs that look like a space and are none: a file that was pasted from a web page or a word processor has them. */
const ODD = '[\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u3000\\ufeff]';

const INDENT = new RegExp(`^[ \\t]*(?:- *)*${ODD}`);

/** What is said of a line that begins with one. */
export const ODD_INDENT = safe`This line begins with a no-break space: it looks like a space, and YAML takes it for a letter. Put ordinary spaces in its place.`;

/** Whether a word begins with a sign that looks like a space. */
export const beginsOddly = (word: string): boolean => word > '\u007f' && INDENT.test(word);

/** Where the line of an offset, or one of the two before it, begins with a sign that looks like a space. */
export function oddIndentNear(text: string, offset: number): number | undefined {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  for (let lines = 0; lines < 3; lines++) {
    const end = text.indexOf('\n', start);
    const found = INDENT.exec(text.slice(start, end < 0 ? text.length : end));
    if (found) return start + found[0].length - 1;
    if (start === 0) return undefined;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  return undefined;
}
