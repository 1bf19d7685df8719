import { distance } from 'fastest-levenshtein';
import { HIDDEN, type Safe, visible } from './safe.ts';

/** A longer word is no slip of the hand, and is quoted by its beginning. */
const LONGEST = 60;

/** Only the beginning of a word that is very long. */
export const beginning = (word: string): string =>
  visible(word.length > LONGEST ? `${word.slice(0, LONGEST)}${HIDDEN}` : word);

/** ` Did you mean \`x\`?` where something in the list is close enough to be a slip of the hand, else nothing. */
export function didYouMean(wrong: string, right: Iterable<Safe>): Safe;
export function didYouMean(wrong: string, right: Iterable<string>): string;
export function didYouMean(wrong: string, right: Iterable<string>): string {
  const meant = closest(wrong, right);
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}

/** The word in a list that is close enough for the wrong one to be a slip of the hand; undefined where none is. */
export function closest(wrong: string, right: Iterable<Safe>): Safe | undefined;
export function closest(wrong: string, right: Iterable<string>): string | undefined;
export function closest(wrong: string, right: Iterable<string>): string | undefined {
  if (wrong.length > LONGEST) return undefined;
  const close = [...right]
    .map((word) => ({ word, far: distance(wrong, word) }))
    .filter(({ word, far }) => far <= Math.max(1, Math.floor(Math.min(word.length, wrong.length) / 3)))
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1));
  return close[0]?.word;
}

/** `a`, `b` or `c`. */
export function oneOf(words: readonly Safe[], most?: number): Safe;
export function oneOf(words: readonly string[], most?: number): string;
export function oneOf(words: readonly string[], most = 12): string {
  const shown = words.slice(0, most).map((w) => `\`${w}\``);
  if (words.length > most) return `${shown.join(', ')} or ${words.length - most} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

/** A wrong value as it is quoted to whoever may see it, with the right one where it is close. */
export function quoted(wrong: string, right: Iterable<string> = []): string {
  return `\`${visible(wrong.slice(0, LONGEST))}\`.${didYouMean(wrong, right)}`;
}
