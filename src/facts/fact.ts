import type { Grain } from '../logic/span.ts';
import type { Fact } from './vocabulary-schema.ts';

const YES_NO = ['yes', 'no'] as const;

const NONE: readonly string[] = [];
const choices = new WeakMap<Fact, readonly string[]>();

/** The options of a fact, in order; none for numbers, durations and dates. */
export function optionsOf(fact: Fact): readonly string[] {
  if (fact.type === 'yes_no') return YES_NO;
  if (fact.type !== 'choice') return NONE;
  let found = choices.get(fact);
  if (!found) choices.set(fact, (found = Object.keys(fact.options ?? {})));
  return found;
}

/** Whether values between whole numbers exist: they do for months. */
export const grainOf = (fact: Fact): Grain => (fact.type === 'months' ? 'between' : 'whole');

/** An option in words. */
export function optionInWords(fact: Fact, option: string): string {
  return fact.options?.[option] ?? option;
}

/** The part of a case file in which a fact is given. */
export type Section = 'dates' | 'answers' | 'records';

export function sectionOf(fact: Fact): Section {
  if (fact.type === 'date') return 'dates';
  return fact.record === 'yes' ? 'records' : 'answers';
}

/** Yes, in the two ways in which it can be written. */
export const isYes = (value: 'yes' | 'no' | boolean): boolean => value === true || value === 'yes';
