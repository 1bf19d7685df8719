import { factsTaken } from '../../facts/derivations/table.ts';
import type { Fact, Vocabulary } from '../../facts/vocabulary-schema.ts';
import type { CompiledPack } from '../compile/compiled.ts';
import type { Thing } from './overriding.ts';
import type { Replacement } from './replaceable.ts';

/** The facts whose meaning, or whose life, is another one through what a folder replaces and the events that it adds. */
export function changedFacts(
  replaced: readonly Pick<Replacement, 'kind' | 'id'>[],
  added: readonly Pick<Thing, 'id'>[],
  { events = {} }: Vocabulary,
): ReadonlySet<string> {
  const facts = replaced.filter(({ kind }) => kind === 'fact').map(({ id }) => id);
  return new Set([...facts, ...added.flatMap(({ id }) => Object.keys(events[id]?.sets ?? {}))]);
}

/** The facts that a pack tests, asks or counts from, and those from which they are worked out. */
export function usedBy({ pack, facts, variables }: CompiledPack): string[] {
  const due = Object.values(pack.requirements).flatMap(({ due: own, done }) => [own?.before, own?.after, done].flat());
  const start = [...variables.map(({ fact }) => fact), ...pack.ask.map(({ about }) => about), ...due];
  const found = new Set<string>();
  const visit = (id: string | undefined): void => {
    if (id === undefined || found.has(id) || !facts.has(id)) return;
    found.add(id);
    const how = (facts.get(id) as Fact).derive;
    for (const input of how ? factsTaken(how) : []) visit(input);
  };
  for (const id of [...start, ...Object.keys(pack.facts ?? {})]) visit(id);
  return [...found];
}
