import { type FactScope, NOT_SURE } from '../../facts/fact-scope.ts';
import { type Diagnostic, error } from '../../messages/diagnostic.ts';
import { known, names, safe } from '../../messages/safe.ts';
import { didYouMean, oneOf, quoted } from '../../messages/suggest.ts';
import type { CaseFile } from '../file/case-schema.ts';

/** Analyses, matters, meetings and occasions of a case that none of its packs knows. */
export const unknownNames = (file: CaseFile, scope: FactScope): Diagnostic[] => [
  ...unknownAnalyses(file, scope),
  ...unknownMatters(file, scope),
  ...unknownMeetings(file, scope),
  ...unknownOccasions(file, scope),
  ...unknownOccurrences(file, scope),
];

function unknownAnalyses({ analysis = {} }: CaseFile, { analyses }: FactScope): Diagnostic[] {
  const unknown = Object.keys(analysis).filter((id) => !analyses.has(id));
  return unknown.map((id) => {
    const hint = didYouMean(id, names(analyses.keys()));
    const says = safe`This is not an analysis that the packs of this case ask for.${hint}`;
    return error('unknown_fact', says, ['analysis', id], { at: 'key', shown: quoted(id) });
  });
}

function unknownMatters({ analysis = {} }: CaseFile, { analyses }: FactScope): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const id in analysis) {
    const matters = analyses.get(id)?.matters;
    for (const [i, matter] of (matters ? (analysis[id]?.covers ?? []) : []).entries()) {
      if (!matters || matters.includes(matter)) continue;
      const says = safe`This is not a matter that \`${known(id)}\` covers: write some of ${oneOf(names(matters))}.`;
      found.push(error('unknown_fact', says, ['analysis', id, 'covers', i], { shown: quoted(matter, matters) }));
    }
  }
  return found;
}

function unknownMeetings({ meetings }: CaseFile, { meetings: kinds }: FactScope): Diagnostic[] {
  return (meetings?.list ?? []).flatMap(({ kind }, i): Diagnostic[] => {
    if (kinds.has(kind)) return [];
    const right = names(kinds.keys());
    const says = safe`This is not a kind of meeting that the packs of this case know: write ${oneOf(right, 20)}.`;
    return [error('unknown_meeting', says, ['meetings', 'list', i, 'kind'], { shown: quoted(kind, right) })];
  });
}

/** Kinds and stages of occurrences that no pack of the case lists. */
function unknownOccurrences({ occurrences }: CaseFile, { occurrences: kinds = new Map() }: FactScope): Diagnostic[] {
  return (occurrences?.list ?? []).flatMap(({ kind, stage }, i): Diagnostic[] => {
    const stages = kinds.get(kind);
    const right = names(stages ?? kinds.keys());
    const [wrong, key] = stages ? [stage, 'stage'] : [kind, 'kind'];
    if (wrong === undefined || right.some((name) => name === wrong)) return [];
    const says = safe`This is not a ${known(key)} of occurrence that the packs of this case know: write ${oneOf(right, 20)}.`;
    return [error('unknown_occurrence', says, ['occurrences', 'list', i, key], { shown: quoted(wrong, right) })];
  });
}

function unknownOccasions({ occasions = [] }: CaseFile, { occasions: all }: FactScope): Diagnostic[] {
  const right = names([...all.keys(), NOT_SURE]);
  return occasions.flatMap((occasion, i): Diagnostic[] => {
    if (right.some((name) => name === occasion)) return [];
    const says = safe`This is not an occasion that the packs of this case know: write some of ${oneOf(right, 20)}.`;
    return [error('unknown_occasion', says, ['occasions', i], { shown: quoted(occasion, right) })];
  });
}
