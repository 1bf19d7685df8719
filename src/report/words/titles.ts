import { type RoleTitles, roleTitle } from '../../assess/case/act-words.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { FactState } from '../../case/sheet/fact-sheet.ts';
import { optionInWords, optionsOf } from '../../facts/fact.ts';
import { knowledgeInWords, withUnit } from '../../facts/knowledge-words.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';

/** Ids of roles in words, by a pack's own titles, else by the usual ones. */
export type Titles = (role: string, pack?: CompiledPack) => string;

export const titles =
  (usual: RoleTitles): Titles =>
  (role, pack) =>
    roleTitle(role, pack, usual);

/** What is known of a fact, in words; undefined where nothing is. */
export function factInWords(fact: Fact, state: FactState | undefined): string | undefined {
  const known = state?.known;
  if (!known) return state?.openOn && `yes on ${dayInWords(state.openOn)}: confirm`;
  const isOpen = known.kind === 'options' && optionsOf(fact).every((_, i) => known.mask & (1 << i));
  return isOpen ? undefined : knowledgeInWords(fact, known);
}

/** One value of a fact, as it is written in a case file, in words. */
export function valueInWords(fact: Fact | undefined, value: string): string {
  if (!fact) return value;
  return fact.type === 'number' || fact.type === 'months' ? withUnit(fact, value) : optionInWords(fact, value);
}

/** First letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
