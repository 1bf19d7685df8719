import type { AnalysisScope } from '../../facts/fact-scope.ts';
import { YES } from '../../facts/knowledge.ts';
import { type Diagnostic, warning } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { FactState } from './fact-sheet.ts';
import { type Doubt, doubtAbout } from './text-doubt.ts';

type Written = NonNullable<CaseFile['analysis']>[string];

/**
 * What a text of analysis shows of the matters that it is said to cover; undefined where it is none. A doubt about it
 * goes to `diagnostics`, and stays with what it shows.
 */
export function writtenState(
  id: string,
  written: Written,
  file: CaseFile,
  scope: AnalysisScope,
  diagnostics: Diagnostic[],
): FactState | undefined {
  const path = ['analysis', id];
  const doubt = doubtIn(id, written, file, scope);
  if (doubt && isSaid(written)) {
    const says = safe`${scope.title}: look at this text again. ${doubt.says}`;
    diagnostics.push(warning('analysis_in_doubt', says, [...path, 'text']));
  }
  if (doubt?.isEmpty) return undefined;
  const { by, date, post } = written;
  const entry = { value: true, ...(by && { by }), ...(date && { date }), ...(post && { post }) };
  return { known: YES, path, entry, ...(doubt && { doubt: doubt.says }) };
}

function doubtIn(id: string, { text, covers = [] }: Written, { analysis = {} }: CaseFile, scope: AnalysisScope) {
  const others = Object.entries(analysis).flatMap(([other, { text: words }]) => (other === id ? [] : [words]));
  return doubtAbout(text, { others, asked: scope.asked, matters: covers.length }) satisfies Doubt | undefined;
}

/** An empty text that is said to cover nothing is one that is still to be written. */
const isSaid = ({ text, covers = [] }: Written): boolean => text.trim() !== '' || covers.length > 0;
