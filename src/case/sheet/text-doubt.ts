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

/** A text in small letters, without accents of style, stops and signs, with single spaces: what is compared. */
const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const PLACEHOLDERS = new Set(
  "n/a|na|none|nil|nothing|tbc|tbd|todo|to do|to follow|to be confirmed|to be completed|to be added|to be discussed|in progress|pending|as above|see above|as before|see below|ditto|same|same again|same as above|same as before|not applicable|not known|not yet known|don't know|unknown|no change|nothing to add|nothing further|test|xxx|yes|no"
    .split('|')
    .map(normal),
);

/** What numbers or announces a text, and is no part of it. */
const LABELS = new Set('point|question|q|answer|ans|a|response|number|no|nr|i|ii|iii|iv'.split('|'));

/** Fewest different words in a text that is no single word over and over. */
const FEWEST_DIFFERENT = 4;

/** Why a text may be no analysis; undefined where nothing speaks against it. */
export function doubtAbout(text: string, { others, asked, matters }: Beside): Doubt | undefined {
  const bare = normal(text);
  if (bare === '') return { says: safe`Nothing is written.`, isEmpty: true };
  const own = withoutQuestion(bare, asked);
  if (own === '') return { says: safe`This repeats the question.`, isEmpty: true };
  const words = bare.split(' ').length;
  if (standsIn(own) || standsIn(bare)) {
    return { says: safe`This stands in for a text; it says nothing yet.`, isEmpty: true };
  }
  if (others.some((other) => unlabelled(normal(other)) === unlabelled(bare))) {
    return { says: safe`The same text stands under another point.`, isEmpty: false };
  }
  if (words < FEWEST) return { says: safe`This is very short: ${words} words.`, isEmpty: false };
  if (matters > 1 && words < FEWEST_EACH * matters) {
    return { says: safe`This is said to cover ${matters} matters, in ${words} words.`, isEmpty: false };
  }
  return undefined;
}

/** One word, a usual filler, one thing over and over, or no word at all. */
function standsIn(bare: string): boolean {
  const words = bare.split(' ');
  const different = new Set(words).size;
  const isOneOverAndOver = words.length > different && different < FEWEST_DIFFERENT;
  return words.length === 1 || PLACEHOLDERS.has(bare) || isOneOverAndOver || !/\p{L}/u.test(bare);
}

/** What is left of a text once the words in which it was asked for, and its number, are taken out. */
function withoutQuestion(bare: string, asked: readonly string[]): string {
  const longestFirst = asked.map(normal).sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, words) => (words ? left.replaceAll(words, ' ') : left), bare).trim();
  const isAsked = rest !== bare;
  const words = rest.split(/\s+/).filter((word) => !(isAsked && isLabel(word)));
  return words.join(' ');
}

const isLabel = (word: string): boolean => LABELS.has(word) || /^\p{N}+\p{L}?$/u.test(word);

/** A text without the number or label at its head. */
function unlabelled(bare: string): string {
  const words = bare.split(' ');
  const first = words.findIndex((word) => !isLabel(word));
  return words.slice(Math.max(first, 0)).join(' ');
}
