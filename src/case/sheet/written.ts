import type { AnalysisScope } from '../../facts/fact-scope.ts';
import { YES } from '../../facts/knowledge.ts';
import { type Diagnostic, warning } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { FactState } from './fact-sheet.ts';
import { ComparedText, type Doubt, doubtAbout } from './text-doubt.ts';

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

function doubtIn(id: string, { covers = [] }: Written, { analysis = {} }: CaseFile, scope: AnalysisScope) {
  const { byId, texts } = textsOf(analysis);
  const own = byId.get(id);
  return own && (doubtAbout(own, { texts, asked: scope.asked, matters: covers.length }) satisfies Doubt | undefined);
}

interface Texts {
  readonly byId: ReadonlyMap<string, ComparedText>;
  readonly texts: readonly ComparedText[];
}

const compared = new WeakMap<object, Texts>();

/** The texts of a case, each made ready once: every one is held beside all others. */
function textsOf(analysis: NonNullable<CaseFile['analysis']>): Texts {
  let found = compared.get(analysis);
  if (!found) {
    const byId = new Map<string, ComparedText>();
    for (const id in analysis) byId.set(id, new ComparedText(analysis[id]?.text ?? ''));
    compared.set(analysis, (found = { byId, texts: [...byId.values()] }));
  }
  return found;
}

/** An empty text that is said to cover nothing is one that is still to be written. */
const isSaid = ({ text, covers = [] }: Written): boolean => text.trim() !== '' || covers.length > 0;
