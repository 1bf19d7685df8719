import { type FactScope, NOT_SURE } from '../../facts/fact-scope.ts';
import { type Diagnostic, error } from '../../messages/diagnostic.ts';
import { known, names, safe } from '../../messages/safe.ts';
import { didYouMean, oneOf, quoted } from '../../messages/suggest.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { ScopeIndex } from './scope-index.ts';

/** Analyses, matters, meetings and occasions of a case that none of its packs knows: each goes to `diagnostics`. */
export function unknownNames(file: CaseFile, { scope, analyses }: ScopeIndex, diagnostics: Diagnostic[]): void {
  if (file.analysis) {
    unknownAnalyses(file.analysis, analyses, diagnostics);
    unknownMatters(file.analysis, analyses, diagnostics);
  }
  for (const [i, { kind }] of file.meetings?.list.entries() ?? []) unknownMeeting(kind, i, scope, diagnostics);
  for (const [i, occasion] of file.occasions?.entries() ?? []) unknownOccasion(occasion, i, scope, diagnostics);
  for (const [i, one] of file.occurrences?.list.entries() ?? []) unknownOccurrence(one, i, scope, diagnostics);
}

type Analysis = NonNullable<CaseFile['analysis']>;
type Analyses = ScopeIndex['analyses'];

function unknownAnalyses(analysis: Analysis, analyses: Analyses, diagnostics: Diagnostic[]): void {
  for (const id in analysis) {
    if (analyses.has(id)) continue;
    const hint = didYouMean(id, names(analyses.keys()));
    const says = safe`This is not an analysis that the packs of this case ask for.${hint}`;
    diagnostics.push(error('unknown_fact', says, ['analysis', id], { at: 'key', shown: quoted(id) }));
  }
}

function unknownMatters(analysis: Analysis, analyses: Analyses, diagnostics: Diagnostic[]): void {
  for (const id in analysis) {
    const matters = analyses.get(id)?.matters;
    const covers = analysis[id]?.covers;
    if (!matters || !covers || covers.every((matter) => matters.has(matter))) continue;
    const right = names(matters.keys());
    const says = safe`This is not a matter that \`${known(id)}\` covers: write some of ${oneOf(right)}.`;
    for (const [i, matter] of covers.entries()) {
      if (matters.has(matter)) continue;
      const shown = quoted(matter, right);
      diagnostics.push(error('unknown_fact', says, ['analysis', id, 'covers', i], { shown }));
    }
  }
}

function unknownMeeting(kind: string, i: number, { meetings: kinds }: FactScope, diagnostics: Diagnostic[]): void {
  if (kinds.has(kind)) return;
  const right = names(kinds.keys());
  const says = safe`This is not a kind of meeting that the packs of this case know: write ${oneOf(right, 20)}.`;
  const shown = quoted(kind, right);
  diagnostics.push(error('unknown_meeting', says, ['meetings', 'list', i, 'kind'], { shown }));
}

function unknownOccasion(occasion: string, i: number, { occasions }: FactScope, diagnostics: Diagnostic[]): void {
  if (occasions.has(occasion) || occasion === NOT_SURE) return;
  const right = names([...occasions.keys(), NOT_SURE]);
  const says = safe`This is not an occasion that the packs of this case know: write some of ${oneOf(right, 20)}.`;
  diagnostics.push(error('unknown_occasion', says, ['occasions', i], { shown: quoted(occasion, right) }));
}

type Occurrence = NonNullable<CaseFile['occurrences']>['list'][number];

/** A kind or stage that no pack of the case lists. */
function unknownOccurrence(
  { kind, stage }: Occurrence,
  i: number,
  { occurrences: kinds = new Map() }: FactScope,
  diagnostics: Diagnostic[],
): void {
  const stages = kinds.get(kind);
  const right = names(stages ?? kinds.keys());
  const [wrong, key] = stages ? [stage, 'stage'] : [kind, 'kind'];
  if (wrong === undefined || right.some((name) => name === wrong)) return;
  const says = safe`This is not a ${known(key)} of occurrence that the packs of this case know: write ${oneOf(right, 20)}.`;
  const shown = quoted(wrong, right);
  diagnostics.push(error('unknown_occurrence', says, ['occurrences', 'list', i, key], { shown }));
}
