import type { Form } from '../../facts/derivations/form.ts';
import { type Derive, formOf } from '../../facts/derivations/table.ts';
import { optionsOf } from '../../facts/fact.ts';
import type { AnalysisScope, FactScope } from '../../facts/fact-scope.ts';
import { NO } from '../../facts/knowledge.ts';
import type { FactState } from './fact-sheet.ts';

/** How a fact is worked out. */
export interface Derivation {
  readonly how: Derive;
  readonly form: Form<Derive>;
  readonly options: readonly string[];
}

/** What of a scope is the same for every case: worked out once, for there may be thousands. */
export interface ScopeIndex {
  /** Facts that follow from dates and records. */
  readonly derived: ReadonlyMap<string, Derivation>;
  readonly analyses: readonly {
    readonly id: string;
    readonly scope: AnalysisScope;
    /** The facts that say whether each matter is covered. */
    readonly facts: readonly string[];
    readonly open: FactState;
  }[];
}

const indexes = new WeakMap<FactScope, ScopeIndex>();

export function scopeIndexOf(scope: FactScope): ScopeIndex {
  let found = indexes.get(scope);
  if (!found) indexes.set(scope, (found = draw(scope)));
  return found;
}

function draw({ facts, analyses }: FactScope): ScopeIndex {
  return {
    derived: new Map(
      [...facts].flatMap(([id, fact]): [string, Derivation][] => {
        const { derive: how } = fact;
        return how ? [[id, { how, form: formOf(how), options: optionsOf(fact) }]] : [];
      }),
    ),
    analyses: [...analyses].map(([id, scope]) => {
      const facts = scope.matters.map((matter) => `${id}.${matter}`);
      return { id, scope, facts, open: { known: NO, path: ['analysis', id] } };
    }),
  };
}
