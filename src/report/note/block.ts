import { plainNote } from '../words/plain-note.ts';

/** A part of a note as plain text, and how many letters did not fit. */
export interface PastedBlock {
  readonly text: string;
  readonly left: number;
}

/** A box breaks its lines itself. */
const ONE_LINE = 1_000_000;

/**
 * A part of a note for one box. What does not fit is left out from the end, by whole paragraphs, and the last line says so.
 * Letters are counted as a box counts them.
 * @param most letters that the box takes; at least 200
 */
export function pastedBlock(markdown: string, most = Number.POSITIVE_INFINITY): PastedBlock {
  const whole = plainNote(markdown, ONE_LINE).trimEnd();
  if (whole.length <= most) return { text: whole, left: 0 };
  const says = (kept: number): string =>
    `[This is not all: ${kept} of ${whole.length} letters. The rest stands in the full note.]`;
  const room = most - says(whole.length).length - 2;
  const cut = whole.slice(0, room + 1);
  const end = Math.max(cut.lastIndexOf('\n\n'), cut.lastIndexOf('\n  - '), 0);
  // A paragraph longer than the box ends at a word
  const kept = withoutLastHeading(whole.slice(0, end > room / 3 ? end : cut.lastIndexOf(' ')).trimEnd());
  return { text: `${kept}\n\n${says(kept.length)}`, left: whole.length - kept.length };
}

/** A heading with nothing below it is left out as well: only headings begin at the edge. */
const withoutLastHeading = (text: string): string => text.replace(/\n\n\S[^\n]*$/, '');
