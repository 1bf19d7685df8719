import { type Safe, safe } from '../../messages/safe.ts';

/** Why a text may be no analysis. A doubt is put to people; only where nothing is said does the text not count. */
export interface Doubt {
  readonly says: Safe;
  /** There is no analysis at all: nothing is written, something stands in for it, or the question is repeated. */
  readonly isEmpty: boolean;
}

/** What a text is held beside. */
export interface Beside {
  /** The texts of the case; it may be one of them. */
  readonly texts: readonly ComparedText[];
  /** The words in which the pack asks for it. */
  readonly asked: readonly string[];
  /** How many matters it is said to cover. */
  readonly matters: number;
}

/** Fewest words that can be an analysis of anything. */
const FEWEST = 8;

/** Fewest words for each of several matters. */
const FEWEST_EACH = 5;

// Made once here: the build makes of such a form one that is made anew whenever it is met
// biome-ignore lint/suspicious/noControlCharactersInRegex: every sign of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;

/** Whatever stands between two words, but the single space that most words have between them already. */
const BETWEEN_ASCII = /[^a-z0-9 ][^a-z0-9]*| [^a-z0-9]+/g;
const BETWEEN = /[^\p{L}\p{N}]+/gu;
const APOSTROPHE = /['\u2019]/g;
// Looked for first: node takes long to learn what the letters and numbers of the world are
const PLAIN = /[a-z]/;
const BEGINS_PLAIN = /^[a-z]/;
const LETTER = /\p{L}/u;
const NUMBER = /^\p{N}+\p{L}?$/u;

/** A text in small letters, without accents of style, stops and signs, with single spaces: what is compared. */
function normal(text: string): string {
  // The same for plain English, in a fifth of the time
  if (ASCII.test(text)) return text.toLowerCase().replaceAll("'", '').replace(BETWEEN_ASCII, ' ').trim();
  return text.normalize('NFKC').toLowerCase().replace(APOSTROPHE, '').replace(BETWEEN, ' ').trim();
}

/** A text that is looked at, and that others are held beside: made ready once. */
export class ComparedText {
  readonly bare: string;
  #unlabelled: string | undefined;

  constructor(text: string) {
    this.bare = normal(text);
  }

  /** Without the number or label at its head. */
  get unlabelled(): string {
    return (this.#unlabelled ??= unlabelled(this.bare));
  }
}

// As they are compared
const PLACEHOLDERS = new Set(
  'n a|na|none|nil|nothing|tbc|tbd|todo|to do|to follow|to be confirmed|to be completed|to be added|to be discussed|in progress|pending|as above|see above|as before|see below|ditto|same|same again|same as above|same as before|not applicable|not known|not yet known|dont know|unknown|no change|nothing to add|nothing further|test|xxx|yes|no'.split(
    '|',
  ),
);

/** What numbers or announces a text, and is no part of it. */
const LABELS = new Set('point|question|q|answer|ans|a|response|number|no|nr|i|ii|iii|iv'.split('|'));

/** Fewest different words in a text that is no single word over and over. */
const FEWEST_DIFFERENT = 4;

/** Why a text may be no analysis; undefined where nothing speaks against it. */
export function doubtAbout(text: ComparedText, { texts, asked, matters }: Beside): Doubt | undefined {
  const { bare } = text;
  if (bare === '') return { says: safe`Nothing is written.`, isEmpty: true };
  const own = withoutQuestion(bare, asked);
  if (own === '') return { says: safe`This repeats the question.`, isEmpty: true };
  if (standsIn(own) || (own !== bare && standsIn(bare))) {
    return { says: safe`This stands in for a text; it says nothing yet.`, isEmpty: true };
  }
  if (texts.some((other) => other !== text && other.unlabelled === text.unlabelled)) {
    return { says: safe`The same text stands under another point.`, isEmpty: false };
  }
  const words = wordsIn(bare);
  if (words < FEWEST) return { says: safe`This is very short: ${words} words.`, isEmpty: false };
  if (matters > 1 && words < FEWEST_EACH * matters) {
    return { says: safe`This is said to cover ${matters} matters, in ${words} words.`, isEmpty: false };
  }
  return undefined;
}

/** One word, a usual filler, one thing over and over, or no word at all. */
function standsIn(bare: string): boolean {
  if (!(PLAIN.test(bare) || LETTER.test(bare))) return true;
  if (isVaried(bare)) return false;
  if (PLACEHOLDERS.has(bare)) return true;
  const words = bare.split(' ');
  const different = new Set(words).size;
  return words.length === 1 || (different < FEWEST_DIFFERENT && words.length > different);
}

/** Words that begin with different letters are different: a few words into most texts there are enough of them. */
function isVaried(bare: string): boolean {
  let initials = 0;
  let different = 0;
  for (let start = 0; start < bare.length; start = endOfWord(bare, start) + 1) {
    const initial = 1 << (bare.charCodeAt(start) & 31);
    if ((initials & initial) === 0) different += 1;
    if (different === FEWEST_DIFFERENT) return true;
    initials |= initial;
  }
  return false;
}

function endOfWord(bare: string, start: number): number {
  const end = bare.indexOf(' ', start);
  return end < 0 ? bare.length : end;
}

function wordsIn(bare: string): number {
  let count = 1;
  for (let at = bare.indexOf(' '); at >= 0; at = bare.indexOf(' ', at + 1)) count++;
  return count;
}

const questions = new WeakMap<readonly string[], readonly string[]>();

/** The words in which something is asked for, as they are compared, the longest first: the same for every case. */
function comparedQuestions(asked: readonly string[]): readonly string[] {
  let found = questions.get(asked);
  if (!found) {
    found = asked
      .map(normal)
      .filter(Boolean)
      .sort((a, b) => b.length - a.length);
    questions.set(asked, found);
  }
  return found;
}

/** What is left of a text once the words in which it was asked for, and its number, are taken out. */
function withoutQuestion(bare: string, asked: readonly string[]): string {
  const words = comparedQuestions(asked);
  if (!words.some((question) => bare.includes(question))) return bare;
  const rest = words.reduce((left, question) => left.replaceAll(question, ' '), bare);
  const own = rest
    .trim()
    .split(/\s+/)
    .filter((word) => !isLabel(word));
  return own.join(' ');
}

const isLabel = (word: string): boolean => LABELS.has(word) || (!BEGINS_PLAIN.test(word) && NUMBER.test(word));

function unlabelled(bare: string): string {
  let start = 0;
  while (start <= bare.length) {
    const end = endOfWord(bare, start);
    if (!isLabel(bare.slice(start, end))) return bare.slice(start);
    start = end + 1;
  }
  return bare;
}
