import type { Day } from '../../calendar/dates.ts';
import type { FactScope } from '../../facts/fact-scope.ts';
import { type Diagnostic, error, type Path } from '../../messages/diagnostic.ts';
import { known, names, safe } from '../../messages/safe.ts';
import { didYouMean, quoted } from '../../messages/suggest.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { Entry } from '../file/entry.ts';
import { provenanceOf } from '../file/entry-value.ts';
import type { FactSheet, FactState } from './fact-sheet.ts';
import { DrawnStates } from './fact-states.ts';
import { knowledgeOf } from './fact-values.ts';
import { range } from './records.ts';
import { type PlacedFact, type ScopeIndex, scopeIndexOf } from './scope-index.ts';
import { unknownNames } from './unknown-names.ts';
import { WrittenTexts } from './written.ts';

/** Draws the facts from a case file. */
export function readFacts(file: CaseFile, scope: FactScope, asAt: Day): FactSheet {
  const index = scopeIndexOf(scope);
  const { given, derived, diagnostics } = new Reader(file, index, asAt);
  unknownNames(file, index, diagnostics);
  const states = new DrawnStates(file, index, asAt, given, diagnostics);
  for (const id of derived) states.get(id);
  return { states, isAbsent: states.isAbsent, diagnostics };
}

const SECTIONS = ['dates', 'answers', 'records'] as const;

class Reader {
  /** By the place of each fact. */
  readonly given: (FactState | undefined)[];
  /** Facts that the file gives although they follow from dates and records. */
  readonly derived: string[] = [];
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    file: CaseFile,
    readonly index: ScopeIndex,
    readonly asAt: Day,
  ) {
    this.given = new Array(index.facts.size);
    for (const section of SECTIONS) {
      const entries = file[section];
      for (const id in entries) this.#entry(id, entries[id] as Entry, [section, id]);
    }
    for (const list in file.checklists) {
      const items = file.checklists[list];
      for (const item in items) this.#entry(`${list}.${item}`, items[item] as Entry, ['checklists', list, item]);
    }
    this.#analyses(file.analysis);
  }

  #entry(id: string, entry: Entry, path: Path): void {
    const placed = this.index.facts.get(id);
    if (!placed) {
      this.#unknownFact(id, path);
      return;
    }
    const { place, fact, section, derivation } = placed;
    if (path[0] !== section) {
      const says = safe`\`${known(id)}\` belongs under \`${known(section)}\`.`;
      this.diagnostics.push(error('wrong_section', says, path, { at: 'key' }));
    }
    const says = knowledgeOf(fact, entry, path, this.diagnostics);
    const isKnown = !this.#isStillToCome(entry, section);
    this.given[place] = { known: isKnown ? says : undefined, entry, path, derived: false };
    if (derivation) this.derived.push(id);
  }

  /** What is recorded for a day that has not come is not done yet: until the date is corrected, it counts as not known. */
  #isStillToCome(entry: Entry, section: PlacedFact['section']): boolean {
    if (typeof entry !== 'object' || (section !== 'records' && section !== 'checklists')) return false;
    const on = range(provenanceOf(entry).date);
    return on !== undefined && on.from > this.asAt;
  }

  #unknownFact(id: string, path: Path): void {
    const hint = didYouMean(id, names(this.index.facts.keys()));
    const says = safe`This is not a fact that the packs of this case know.${hint}`;
    this.diagnostics.push(error('unknown_fact', says, path, { at: 'key', shown: quoted(id) }));
  }

  /** The case file is the place for analysis: what is not in it has not been written. */
  #analyses(analysis: CaseFile['analysis'] = {}): void {
    const texts = new WrittenTexts(analysis);
    for (const [id, { asked, matters, open }] of this.index.analyses) {
      for (const place of matters.values()) if (place !== undefined) this.given[place] = open;
      const state = texts.state(id, asked, this.diagnostics);
      const covers = state && analysis[id]?.covers;
      for (const matter of covers ?? []) {
        const place = matters.get(matter);
        if (place !== undefined) this.given[place] = state;
      }
    }
  }
}
