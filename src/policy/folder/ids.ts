import { LISTS } from '../../facts/records/case-records.ts';
import type { Fact, Vocabulary } from '../../facts/vocabulary-schema.ts';
import { known, type Safe } from '../../messages/safe.ts';
import { ownFacts } from '../pack/own-facts.ts';
import type { PackText } from '../pack/pack-schema.ts';

/** Every id that the packs of a folder can name, with what it stands for. */
export interface Ids {
  /** Facts, with those that requirements bring. */
  readonly facts: ReadonlyMap<string, Partial<Fact>>;
  readonly dates: readonly string[];
  readonly roles: readonly string[];
  readonly meetings: readonly string[];
  readonly occasions: readonly string[];
  readonly events: readonly string[];
  readonly questions: readonly string[];
  readonly outcomes: readonly string[];
  /** Each with its question before it: `further_plan.panel`. */
  readonly ends: readonly string[];
  readonly rules: readonly string[];
  readonly requirements: readonly string[];
  readonly terms: readonly string[];
  readonly analyses: readonly string[];
  readonly clauses: readonly string[];
  readonly sources: readonly string[];
  readonly askable: readonly string[];
}

const keys = (group: unknown): string[] =>
  typeof group === 'object' && group !== null && !Array.isArray(group) ? Object.keys(group) : [];
const values = (group: unknown): Record<string, unknown>[] =>
  keys(group).map((key) => (group as Record<string, Record<string, unknown>>)[key] ?? {});

/** The ids of a vocabulary and of packs as their files have them: a pack that is still wrong gives what it has. */
export function idsOf(vocabulary: Vocabulary, packs: readonly unknown[]): Ids {
  const texts = packs.filter((pack): pack is Record<string, unknown> => keys(pack).length > 0);
  const all = (key: string): string[] => [
    ...new Set([...keys(vocabulary[key as keyof Vocabulary]), ...texts.flatMap((text) => keys(text[key]))]),
  ];
  const questions = texts.flatMap((text) =>
    keys(text.questions).map((id) => [id, (text.questions as Groups)[id]] as const),
  );
  const stages = questions.flatMap(
    ([, question]) => (Array.isArray(question?.stages) ? question.stages : []) as Groups[],
  );
  const facts = factsOf(vocabulary, texts);
  const analyses = all('analyses');
  return {
    facts,
    dates: [...facts].filter(([, { type }]) => type === 'date').map(([id]) => id),
    roles: all('roles'),
    meetings: all('meetings'),
    occasions: all('occasions'),
    events: all('events'),
    questions: questions.map(([id]) => id),
    outcomes: [...new Set(questions.flatMap(([, question]) => keys(question?.outcomes)))],
    ends: questions.flatMap(([id, question]) => keys(question?.outcomes).map((outcome) => `${id}.${outcome}`)),
    rules: stages.flatMap((stage) => keys(stage.rules)),
    requirements: all('requirements'),
    terms: all('terms'),
    analyses,
    clauses: all('clauses'),
    sources: all('sources'),
    askable: [...facts.keys(), ...analyses, ...LISTS],
  };
}

type Groups = Record<string, Record<string, unknown>>;

function factsOf(vocabulary: Vocabulary, texts: readonly Record<string, unknown>[]): Map<string, Partial<Fact>> {
  const facts = new Map<string, Partial<Fact>>(Object.entries(vocabulary.facts));
  for (const text of texts) {
    for (const [id, fact] of Object.entries((text.facts ?? {}) as Record<string, Partial<Fact>>))
      facts.set(id, fact ?? {});
    if (values(text.requirements).every((one) => 'who' in one))
      for (const [id, fact] of ownFacts({ requirements: text.requirements as PackText['requirements'] }))
        facts.set(id, fact);
  }
  return facts;
}

/** What a fact is, in words for somebody who writes its id. */
export const factInShort = ({ label, asks, definition }: Partial<Fact>): Safe =>
  known([label, asks, definition].filter((part) => part !== undefined).join('. '));
