import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import { NOT_SET } from '../editions/period.ts';
import { type Pack, rulesOf } from '../pack/pack.ts';
import { unlessKnown, warning } from './check-names.ts';

/** Clauses that are cited and not listed, and clauses that nothing in the pack accounts for. */
export function checkClauses(pack: Pack<unknown>): Diagnostic[] {
  const cited = [...citations(pack)];
  const listed = { what: 'a listed clause', names: Object.keys(pack.clauses) };
  const asked = pack.ask.flatMap(({ clauses = [] }, i) =>
    clauses.map((clause, n): readonly [string, Path] => [clause, ['ask', i, 'clauses', n]]),
  );
  return [
    ...[...cited, ...asked].flatMap(([clause, path]) => unlessKnown(clause, listed, path)),
    ...documents(pack),
    ...unaccounted(pack, new Set(cited.map(([clause]) => clause))),
  ];
}

/** Every place where something that is computed cites a clause. */
export function* citations(pack: Pack<unknown>): Generator<readonly [string, Path]> {
  const citing = [
    ...Object.values(pack.questions).flatMap((question) => [...(question.decided_by ?? []), ...rulesOf(question)]),
    ...Object.values(pack.requirements),
    ...Object.values(pack.requirements).map(({ path, variation }) => ({ ...variation, path: [...path, 'variation'] })),
    ...Object.values(pack.indicators),
    ...Object.values(pack.contradictions),
  ];
  for (const { clauses = [], path } of citing) {
    for (const [n, clause] of clauses.entries()) yield [clause, [...path, 'clauses', n]];
  }
}

/** Clauses of a document that is not listed, and documents in which no clause stands. */
function documents({ clauses, sources = {} }: Pack<unknown>): Diagnostic[] {
  const listed = { what: 'one of the `sources`', names: Object.keys(sources) };
  const named = Object.entries(clauses).flatMap(([id, { source }]) => (source === undefined ? [] : [{ id, source }]));
  const idle = Object.keys(sources).filter((id) => !named.some(({ source }) => source === id));
  return [
    ...named.flatMap(({ id, source }) => unlessKnown(source, listed, ['clauses', id, 'source'])),
    ...idle.map((id) => warning('source_unused', `No clause stands in the document \`${id}\`.`, ['sources', id])),
  ];
}

function unaccounted({ clauses }: Pack<unknown>, cited: ReadonlySet<string>): Diagnostic[] {
  const left = Object.entries(clauses).filter(
    ([id, { context, judgement, in_force, not_verified: open }]) =>
      !cited.has(id) && !context && !judgement && !open && in_force !== NOT_SET,
  );
  return left.map(([id]) => {
    const says = `Clause ${id} is listed, but no rule, requirement or indicator cites it. If none should, mark it \`context\` or \`judgement\`.`;
    return warning('clause_unaccounted', says, ['clauses', id]);
  });
}
