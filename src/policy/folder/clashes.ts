import type { AnalysisScope, FactScope } from '../../facts/fact-scope.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { ownFacts } from '../pack/own-facts.ts';
import type { Pack } from '../pack/pack.ts';

/** An id by which two packs mean different things, so that one case file cannot answer both. */
export interface Clash<P> {
  readonly packs: readonly [P, P];
  /** What is wrong, without the names of the files. */
  readonly says: string;
  /** Where the second pack has it. */
  readonly path: Path;
}

/** What a fact means, as text to compare. Answers are read by the places of options, so their order counts. */
const factMeans = ({ type, label, definition, options, unit, record, derive }: Fact): string =>
  JSON.stringify([type, label, definition, Object.entries(options ?? {}), unit, record, derive]);

const analysisMeans = ({ title, asked }: AnalysisScope): string => JSON.stringify([title, asked]);

interface Named {
  readonly what: string;
  readonly means: string;
  readonly path: Path;
}

/** What a pack adds for case files to name. What a requirement brings can only be ticked off, in every pack. */
function namedBy(pack: Pack): Named[] {
  const group = <T>(key: 'analyses' | 'meetings' | 'occasions', what: string, means: (one: T) => string): Named[] =>
    Object.entries((pack[key] ?? {}) as Readonly<Record<string, T>>).map(([id, one]) => {
      return { what: `the ${what} \`${id}\``, means: means(one), path: [key, id] };
    });
  const facts = [...ownFacts(pack)].map(([id, fact]): Named => {
    const isDeclared = pack.facts?.[id] === fact;
    const path = isDeclared ? ['facts', id] : ['requirements'];
    return { what: `the fact \`${id}\``, means: isDeclared ? factMeans(fact) : 'ticked off', path };
  });
  return [
    ...facts,
    // The matters of one text are those of one pack
    ...group('analyses', 'analysis', () => pack.pack),
    ...group('meetings', 'kind of meeting', (words: string) => words),
    ...group('occasions', 'occasion', (words: string) => words),
  ];
}

/** Packs of one id, of which one would stand for the other. */
export function sameIds<P extends { readonly pack: Pack }>(packs: readonly P[]): Clash<P>[] {
  return packs.flatMap((pack, i): Clash<P>[] => {
    const other = packs.slice(0, i).find((one) => one.pack.pack === pack.pack.pack);
    if (!other) return [];
    const says = `Both files say that they are the pack \`${pack.pack.pack}\`, so one would be used in place of the other. Give one of them another id, or take it out of the folder.`;
    return [{ packs: [other, pack], says, path: ['pack'] }];
  });
}

/** What some packs define under one id in different ways, and packs that have one id. */
export function clashesOf<P extends { readonly pack: Pack }>(packs: readonly P[]): Clash<P>[] {
  const before = new Map<string, readonly [P, string]>();
  const [twice, ...more] = sameIds(packs);
  if (twice) return [twice, ...more];
  return packs.flatMap((pack) =>
    namedBy(pack.pack).flatMap(({ what, means, path }): Clash<P>[] => {
      const [other, meant] = before.get(what) ?? [];
      if (!other) before.set(what, [pack, means]);
      if (!other || meant === means) return [];
      const says = `These two packs define ${what} in different ways, so one case file cannot answer both. Give it another id in one of them.`;
      return [{ packs: [other, pack], says, path }];
    }),
  );
}

/** What the ids of a case file mean under some packs. */
export interface Meanings {
  readonly facts: ReadonlyMap<string, string>;
  readonly analyses: ReadonlyMap<string, string>;
  readonly meetings: ReadonlyMap<string, string>;
}

export const meaningsIn = ({ facts, analyses, meetings }: FactScope): Meanings => ({
  facts: new Map([...facts].map(([id, fact]) => [id, factMeans(fact)])),
  analyses: new Map([...analyses].map(([id, analysis]) => [id, analysisMeans(analysis)])),
  meetings,
});
