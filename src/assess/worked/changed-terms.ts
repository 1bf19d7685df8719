import { factsTaken, inputsOf } from '../../facts/derivations/table.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { anchorsOf } from '../../policy/pack/anchors.ts';
import { rulesOf } from '../../policy/pack/pack.ts';

/** What changed about a part of a pack beside its conditions and where they lead. */
export interface Term {
  readonly what: 'requirement' | 'indicator' | 'contradiction' | 'rule' | 'question' | 'fact' | 'clause' | 'document';
  readonly id: string;
  readonly part: string;
  readonly from: string;
  readonly to: string;
}

/** Parts of a pack by kind and id, each with what counts of it. */
type Counting = readonly (readonly [Term['what'], string, Readonly<Record<string, unknown>>])[];

/** What changed of the parts that two versions of a pack both have. */
export function changedTerms(old: CompiledPack, now: CompiledPack): Term[] {
  const after = new Map(countingIn(now).map(([what, id, parts]) => [`${what} ${id}`, parts]));
  return countingIn(old).flatMap(([what, id, parts]) => {
    const others = after.get(`${what} ${id}`);
    if (!others) return [];
    return Object.keys(parts).flatMap((part): Term[] => {
      const [from, to] = [shown(parts[part]), shown(others[part])];
      return from === to ? [] : [{ what, id, part, from, to }];
    });
  });
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).replaceAll('"', ''));

function countingIn(compiled: CompiledPack): Counting {
  const { pack, facts } = compiled;
  const questions = Object.values(pack.questions);
  return [
    ...Object.values(pack.requirements).map(
      ({ id, kind, who, due, done, in: text, items, belongs, clauses, ...more }) => {
        const { strength, variation, not_until: bar, for_each } = more;
        const own = {
          kind,
          who,
          due,
          done,
          in: text,
          items,
          belongs,
          clauses,
          strength,
          variation,
          bar: bar?.says,
          for_each,
        };
        return ['requirement', id, own] as const;
      },
    ),
    ...Object.values(pack.indicators).map(({ id, points, clauses }) => ['indicator', id, { points, clauses }] as const),
    ...Object.values(pack.contradictions).map(({ id, clauses }) => ['contradiction', id, { clauses }] as const),
    ...questions.flatMap(rulesOf).map(({ id, clauses, decided }) => ['rule', id, { clauses, decided }] as const),
    ...questions.map(({ id, urgent, outcomes, decided_by: deciders }) => {
      const urgentOnes = Object.entries(outcomes).flatMap(([name, one]) =>
        one.urgent ? [{ [name]: one.urgent }] : [],
      );
      const decided = deciders?.map(
        ({ path: _, id: __, what: ___, question: ____, when: _____, ...decider }) => decider,
      );
      return ['question', id, { urgent, 'urgent outcomes': urgentOnes, decided_by: decided }] as const;
    }),
    ...Object.entries(pack.clauses).map(([id, { source }]) => ['clause', id, { document: source }] as const),
    ...Object.entries({ main: pack.source, ...pack.sources }).map(([id, source]) => ['document', id, source] as const),
    ...[...usedIn(compiled)].map((id) => ['fact', id, { derive: facts.get(id)?.derive }] as const),
  ];
}

/** Every fact on which a pack rests, be it by way of others. */
function usedIn({ pack, facts, variables }: CompiledPack): Set<string> {
  const used = new Set<string>();
  const visit = (id: string): void => {
    if (used.has(id)) return;
    used.add(id);
    const how = facts.get(id)?.derive;
    for (const one of how ? [...factsTaken(how), ...inputsOf(how).otherDates] : []) visit(one);
  };
  for (const { fact } of variables) visit(fact);
  for (const { due, done } of Object.values(pack.requirements)) {
    for (const id of [...anchorsOf(due), ...(done === undefined ? [] : [done])]) visit(id);
  }
  return used;
}
