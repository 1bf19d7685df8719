import { rangeInWords } from '../calendar/date-words.ts';
import { spanInWords } from '../logic/span.ts';
import { optionInWords, optionsOf } from './fact.ts';
import type { Knowledge } from './knowledge.ts';
import type { Fact } from './vocabulary-schema.ts';

/** What is known of a fact, in words: for the reader of the case file alone. */
export function knowledgeInWords(fact: Fact, known: Knowledge): string {
  if (known.kind === 'days') return rangeInWords(known.days);
  if (known.kind === 'span') return withUnit(fact, spanInWords(known.span));
  const left = optionsOf(fact).filter((_, i) => known.mask & (1 << i));
  return left.map((option) => optionInWords(fact, option)).join(' or ');
}

/** A range of a number fact with what it counts. */
export function withUnit(fact: Fact, words: string): string {
  if (fact.type === 'months') return words === 'any number' ? words : `${words} month${words === '1' ? '' : 's'}`;
  return words;
}
