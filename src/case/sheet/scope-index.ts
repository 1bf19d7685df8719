import type { Form } from '../../facts/derivations/form.ts';
import { type Derive, formOf } from '../../facts/derivations/table.ts';
import { optionsOf, type Section, sectionOf } from '../../facts/fact.ts';
import type { AnalysisScope, FactScope } from '../../facts/fact-scope.ts';
import { NO } from '../../facts/knowledge.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { parseTest, type Test } from '../../policy/pack/condition.ts';
import type { FactState } from './fact-sheet.ts';

/** How a fact is worked out. */
export interface Derivation {
  readonly id: string;
  readonly how: Derive;
  readonly form: Form<Derive>;
  readonly options: readonly string[];
}

/** A fact of a scope: one look finds whatever reading a case needs of it. */
export interface PlacedFact {
  /** Its place in the lists of what is known of each fact. */
  readonly place: number;
  readonly fact: Fact;
  /** The part of a case file in which it is given. */
  readonly section: Section | 'checklists';
  /** How it follows from dates and records, where it does. */
  readonly derivation: Derivation | undefined;
}

/** A text of analysis that packs ask for. */
export interface PlacedAnalysis {
  readonly asked: AnalysisScope;
  /** What it may cover, with the place of the fact that says so; none where the packs show it in other ways. */
  readonly matters: ReadonlyMap<string, number | undefined>;
  /** Of a matter that it does not cover. */
  readonly open: FactState;
}

/** What of a scope is the same for every case: worked out once, for there may be thousands. */
export class ScopeIndex {
  readonly facts = new Map<string, PlacedFact>();
  readonly analyses = new Map<string, PlacedAnalysis>();
  readonly #tests = new WeakMap<readonly string[], Test | undefined>();

  constructor(readonly scope: FactScope) {
    for (const [id, fact] of scope.facts) {
      const { derive: how } = fact;
      const section = id.includes('.') ? 'checklists' : sectionOf(fact);
      const derivation = how && { id, how, form: formOf(how), options: optionsOf(fact) };
      this.facts.set(id, { place: this.facts.size, fact, section, derivation });
    }
    for (const [id, asked] of scope.analyses) {
      const open = { known: NO, entry: undefined, path: ['analysis', id], derived: false };
      const matters = new Map(asked.matters.map((matter) => [matter, this.facts.get(`${id}.${matter}`)?.place]));
      this.analyses.set(id, { asked, matters, open });
    }
  }

  /** The test of a fact that some values stand for, as a pack writes them: read once. */
  testOf(id: string, values: readonly string[]): Test | undefined {
    if (!this.#tests.has(values)) {
      const fact = this.facts.get(id)?.fact;
      const test = fact && parseTest(fact, values);
      this.#tests.set(values, test && 'wrong' in test ? undefined : test);
    }
    return this.#tests.get(values);
  }
}

const indexes = new WeakMap<FactScope, ScopeIndex>();

export function scopeIndexOf(scope: FactScope): ScopeIndex {
  let found = indexes.get(scope);
  if (!found) indexes.set(scope, (found = new ScopeIndex(scope)));
  return found;
}
