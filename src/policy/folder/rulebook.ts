import type { Calendar } from '../../calendar/working-days.ts';
import type { AnalysisScope, FactScope } from '../../facts/fact-scope.ts';
import type { Vocabulary } from '../../facts/vocabulary-schema.ts';
import { known } from '../../messages/safe.ts';
import type { CompiledPack } from '../compile/compiled.ts';
import type { Profile } from '../pack/choose-packs.ts';
import type { Pack } from '../pack/pack.ts';
import type { ReadVocabulary } from '../pack/read-pack.ts';
import type { Replacement } from './replaceable.ts';

/** The packs that speak on a case, and the vocabulary they share. */
export interface Rulebook {
  readonly vocabulary: ReadVocabulary;
  readonly packs: readonly CompiledPack[];
  readonly scope: FactScope;
  /** The shared roles, and those that only one of the packs knows, with their titles. */
  readonly roles: Vocabulary['roles'];
  /** The authority whose packs they are; other packs among them were added by the case. */
  readonly profile?: Profile;
  /** What the folders of policies put in the place of what they extend. */
  readonly replaced: readonly Replacement[];
}

/** Joins packs of one folder into a rulebook. */
export type Join = (packs: readonly CompiledPack[]) => Rulebook;

/** Joins packs into a rulebook. With `NO_CALENDAR` nothing can be counted in working days. */
export function rulebook(
  vocabulary: ReadVocabulary,
  packs: readonly CompiledPack[],
  calendar: Calendar,
  replaced: readonly Replacement[] = [],
): Rulebook {
  const meetings = new Map(Object.entries(vocabulary.vocabulary.meetings ?? {}));
  const occasions = new Map(Object.entries(vocabulary.vocabulary.occasions ?? {}));
  const facts = new Map(Object.entries(vocabulary.vocabulary.facts));
  const analyses = new Map<string, AnalysisScope>();
  const occurrences = new Map<string, readonly string[]>();
  // What only another text of a document has can stand in a case file too
  const others = packs.flatMap((pack) => (pack.editions ?? []).filter((one) => one !== pack));
  for (const { facts: own, pack } of [...others, ...packs]) {
    for (const [id, fact] of own) facts.set(id, fact);
    for (const [id, name] of Object.entries(pack.meetings ?? {})) meetings.set(id, name);
    for (const [id, { stages = {} }] of Object.entries(pack.occurrences ?? {}))
      occurrences.set(id, [...new Set([...(occurrences.get(id) ?? []), ...Object.keys(stages)])]);
    for (const [id, words] of Object.entries(pack.occasions ?? {})) occasions.set(id, words);
    const requirements = pack.analyses ? Object.entries(pack.requirements) : [];
    for (const [id, analysis] of Object.entries(pack.analyses ?? {}))
      analyses.set(id, analysisScope(id, analysis, requirements));
  }
  return {
    vocabulary,
    packs,
    replaced,
    roles: rolesOf(vocabulary, [...others, ...packs]),
    scope: { facts, analyses, meetings, occasions, occurrences, calendar },
  };
}

/** A pack's own title of a shared role stands with what that pack says; elsewhere the shared title does. */
function rolesOf({ vocabulary: { roles } }: ReadVocabulary, packs: readonly CompiledPack[]): Vocabulary['roles'] {
  return { ...Object.assign({}, ...packs.map(({ pack }) => pack.roles ?? {})), ...roles };
}

function analysisScope(
  id: string,
  {
    title = known(id),
    asks = known(''),
    prompts = [],
    of_the_child: ofTheChild = [],
  }: NonNullable<Pack['analyses']>[string],
  requirements: readonly (readonly [string, Pack['requirements'][string]])[],
): AnalysisScope {
  const own = requirements.filter(([, requirement]) => requirement.in === id);
  const asked = [title, asks, ...prompts, ...ofTheChild, ...own.map(([, { says }]) => says)];
  return { title: known(title), asked, matters: own.map(([matter]) => matter) };
}
