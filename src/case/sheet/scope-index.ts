import type { FactScope } from '../../facts/fact-scope.ts';
import { NO, YES } from '../../facts/knowledge.ts';
import type { FactState } from './fact-sheet.ts';

/** What of a scope is the same for every case: worked out once, for there may be thousands. */
export interface ScopeIndex {
  /** Facts that follow from dates and records. */
  readonly derived: ReadonlySet<string>;
  readonly analyses: readonly {
    readonly id: string;
    readonly matters: readonly string[];
    /** The facts that say whether each matter is covered. */
    readonly facts: readonly string[];
    readonly covered: FactState;
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
    derived: new Set([...facts].flatMap(([id, fact]) => (fact.derive ? [id] : []))),
    analyses: [...analyses].map(([id, matters]) => {
      const path = ['analysis', id];
      const own = matters.map((matter) => `${id}.${matter}`);
      return { id, matters, facts: own, covered: { known: YES, path }, open: { known: NO, path } };
    }),
  };
}
