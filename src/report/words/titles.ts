import { rangeInWords } from '../../calendar/date-words.ts';
import type { FactState } from '../../case/sheet/fact-sheet.ts';
import { optionInWords, optionsOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { spanInWords } from '../../logic/span.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';

/** Ids of roles in words, by a pack's own titles, else by the usual ones. */
export type Titles = (role: string, pack?: CompiledPack) => string;

export function titles(usual: Readonly<Record<string, string>>): Titles {
  return (role, pack) => pack?.pack.roles?.[role] ?? usual[role] ?? role.replaceAll('_', ' ');
}

/** What is known of a fact, in words; undefined where nothing is. */
export function factInWords(fact: Fact, state: FactState | undefined): string | undefined {
  const known = state?.known;
  if (!known) return undefined;
  if (known.kind === 'days') return rangeInWords(known.days);
  if (known.kind === 'span') return withUnit(fact, spanInWords(known.span));
  const options = optionsOf(fact).filter((_, i) => known.mask & (1 << i));
  if (options.length === optionsOf(fact).length) return undefined;
  return options.map((option) => optionInWords(fact, option)).join(' or ');
}

/** A range of a number fact with what it counts. */
export function withUnit(fact: Fact, words: string): string {
  if (fact.type === 'months') return words === 'any number' ? words : `${words} month${words === '1' ? '' : 's'}`;
  return words;
}

/** One value of a fact, as it is written in a case file, in words. */
export function valueInWords(fact: Fact | undefined, value: string): string {
  if (!fact) return value;
  return fact.type === 'number' || fact.type === 'months' ? withUnit(fact, value) : optionInWords(fact, value);
}

/** First letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
