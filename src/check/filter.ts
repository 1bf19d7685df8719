import type { Concern } from '../assess/case/concern.ts';
import { LEVELS } from '../assess/case/concern.ts';
import { didYouMean } from '../messages/suggest.ts';
import type { CompiledPack } from '../policy/compile/compiled.ts';
import { KINDS } from '../policy/pack/kinds.ts';

/** Which concerns are wanted. */
export type Wanted = (concern: Concern) => boolean;

/**
 * Keeps what is named under `only`, drops what is named under `skip`; names are rules, clauses or kinds. A file that
 * cannot be relied on is always said to be so, unless that very rule is skipped.
 */
export function wantedBy(only: readonly string[], skip: readonly string[]): Wanted {
  if (only.length === 0 && skip.length === 0) return () => true;
  const named = (names: readonly string[], { rule, about, clauses }: Concern): boolean =>
    names.includes(rule) || names.includes(about) || clauses.some((clause) => names.includes(clause));
  return (concern) =>
    (only.length === 0 || concern.level === LEVELS[0] || named(only, concern)) && !named(skip, concern);
}

/** Every rule of some packs that can be found or asked for by name: questions and requirements. */
export const rulesIn = (packs: readonly CompiledPack[]): string[] =>
  packs.flatMap(({ pack }) => [pack.questions, pack.requirements].flatMap(Object.keys));

/** Every name that packs give to something that can be wanted. */
export const namesIn = (packs: readonly CompiledPack[]): string[] => [
  ...['file', 'question', ...KINDS],
  ...rulesIn(packs),
  ...packs.flatMap(({ pack }) => Object.keys(pack.clauses)),
];

/** A sentence on the first name that stands for nothing; nothing where all do. */
export function unknownAmong(names: readonly string[], known: ReadonlySet<string>): string | undefined {
  const wrong = names.find((name) => !known.has(name));
  if (wrong === undefined) return undefined;
  return `There is no rule, clause or kind \`${wrong}\`.${didYouMean(wrong, known)}`;
}
