import { type Safe, safe } from '../../messages/safe.ts';

/** Why a text may be no analysis. A doubt is put to people; only where nothing is said does the text not count. */
export interface Doubt {
  readonly says: Safe;
  /** There is no analysis at all: nothing is written, something stands in for it, or the question is repeated. */
  readonly isEmpty: boolean;
}

/** What a text is held beside. */
export interface Beside {
  /** The other texts of the case. */
  readonly others: readonly string[];
  /** The words in which the pack asks for it. */
  readonly asked: readonly string[];
  /** How many matters it is said to cover. */
  readonly matters: number;
}

/** Fewest words that can be an analysis of anything. */
const FEWEST = 8;

/** Fewest words for each of several matters. */
const FEWEST_EACH = 5;

const PLACEHOLDERS = new Set(
  'n/a|na|none|nil|nothing|tbc|tbd|todo|to do|to follow|to be confirmed|to be completed|as above|see above|as before|see below|ditto|same|same as above|same as before|not applicable|not known|unknown|test|xxx|yes|no'.split(
    '|',
  ),
);

/** Why a text may be no analysis; undefined where nothing speaks against it. */
export function doubtAbout(text: string, { others, asked, matters }: Beside): Doubt | undefined {
  const bare = normal(text);
  if (bare === '') return { says: safe`Nothing is written.`, isEmpty: true };
  const words = bare.split(' ').length;
  if (PLACEHOLDERS.has(bare) || words === 1) {
    return { says: safe`This stands in for a text; it says nothing yet.`, isEmpty: true };
  }
  if (repeats(bare, asked)) return { says: safe`This repeats the question.`, isEmpty: true };
  if (others.some((other) => normal(other) === bare)) {
    return { says: safe`The same text stands under another point.`, isEmpty: false };
  }
  if (words < FEWEST) return { says: safe`This is very short: ${words} words.`, isEmpty: false };
  if (matters > 1 && words < FEWEST_EACH * matters) {
    return { says: safe`This is said to cover ${matters} matters, in ${words} words.`, isEmpty: false };
  }
  return undefined;
}

/** Whether nothing is left of a text once the words in which it was asked for are taken out. */
function repeats(bare: string, asked: readonly string[]): boolean {
  const longestFirst = asked.map(normal).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, words) => (words ? rest.replaceAll(words, '') : rest), bare).trim() === '';
}

/** A text in small letters, without stops and with single spaces. */
const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[.,;:!?"'()*•–—-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
