import type { AnalysisScope } from '../../facts/fact-scope.ts';
import { YES } from '../../facts/knowledge.ts';
import { type Diagnostic, warning } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { FactState } from './fact-sheet.ts';
import { ComparedText, doubtAbout } from './text-doubt.ts';

type Written = NonNullable<CaseFile['analysis']>[string];

/** The texts of a case, each made ready once: every one is held beside all others. */
export class WrittenTexts {
  readonly #byId = new Map<string, ComparedText>();
  readonly #texts: readonly ComparedText[];

  constructor(readonly analysis: NonNullable<CaseFile['analysis']>) {
    for (const id in analysis) this.#byId.set(id, new ComparedText(analysis[id]?.text ?? ''));
    this.#texts = [...this.#byId.values()];
  }

  /**
   * What a text shows of the matters that it is said to cover; undefined where it is none. A doubt about it goes to
   * `diagnostics`, and stays with what it shows.
   */
  state(id: string, scope: AnalysisScope, diagnostics: Diagnostic[]): FactState | undefined {
    const [written, text] = [this.analysis[id], this.#byId.get(id)];
    if (!written || !text) return undefined;
    const { by, date, post, covers = [] } = written;
    const doubt = doubtAbout(text, { texts: this.#texts, asked: scope.asked, matters: covers.length });
    if (doubt && isSaid(written)) {
      const says = safe`${scope.title}: look at this text again. ${doubt.says}`;
      diagnostics.push(warning('analysis_in_doubt', says, ['analysis', id, 'text']));
    }
    if (doubt?.isEmpty) return undefined;
    const entry = { value: true, by, date, post };
    return { known: YES, entry, path: ['analysis', id], derived: false, doubt: doubt?.says };
  }
}

/** An empty text that is said to cover nothing is one that is still to be written. */
const isSaid = ({ text, covers = [] }: Written): boolean => text.trim() !== '' || covers.length > 0;
