import type { Day } from '../../calendar/dates.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { isWithin } from '../../policy/editions/period.ts';
import { type Rulebook, rulebook } from '../../policy/folder/rulebook.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { FactSheet } from './fact-sheet.ts';
import { readFacts } from './read-facts.ts';

/** Rulebooks of the texts that were in force at some time, by which texts they are: many cases rest on the same ones. */
const chosen = new WeakMap<Rulebook, Map<string, Rulebook>>();

/** A rulebook with the texts that apply to a case: those in force on the day that each pack names, else on the day of the assessment. */
export function bookOn(book: Rulebook, file: CaseFile, asAt: Day): Rulebook {
  if (!book.packs.some(({ editions }) => editions)) return book;
  let sheet: FactSheet | undefined;
  const packs = book.packs.map((pack) => {
    const by = pack.editions && pack.pack.in_force_by;
    const day = by && eventDay(by, (sheet ??= readFacts(file, book.scope, asAt)));
    return textOn(pack, day ?? asAt);
  });
  return packs.every((pack, i) => pack === book.packs[i]) ? book : joined(book, packs);
}

function joined(book: Rulebook, packs: readonly CompiledPack[]): Rulebook {
  const known = chosen.get(book) ?? new Map<string, Rulebook>();
  chosen.set(book, known);
  const key = JSON.stringify(packs.map(({ period }) => period ?? null));
  let found = known.get(key);
  if (!found) {
    const { vocabulary, scope, replaced, profile } = book;
    found = { ...rulebook(vocabulary, packs, scope.calendar, replaced), ...(profile && { profile }) };
    known.set(key, found);
  }
  return found;
}

/** The text of a pack on a day. */
export function textOn(pack: CompiledPack, day: Day): CompiledPack {
  if (!pack.editions || !pack.period || isWithin(day, pack.period)) return pack;
  return pack.editions.find(({ period }) => period && isWithin(day, period)) ?? pack;
}

/** The first of some dates that is known: of one that is not exact, its last day. */
function eventDay(facts: readonly string[], { states }: FactSheet): Day | undefined {
  for (const fact of facts) {
    const known = states.get(fact)?.known;
    if (known?.kind === 'days') return known.days.to;
  }
  return undefined;
}
