import type { Path, Remark } from '../../messages/diagnostic.ts';
import type { Pack } from '../pack/pack-schema.ts';
import { unlessKnown, warning } from './check-names.ts';

/** Clauses that are cited and not listed, and clauses that nothing in the pack accounts for. */
export function checkClauses(pack: Pack): Remark[] {
  const cited = [...citations(pack)];
  const listed = { what: 'a listed clause', names: Object.keys(pack.clauses) };
  const asked = pack.ask.flatMap(({ clauses = [] }, i) =>
    clauses.map((clause, n): readonly [string, Path] => [clause, ['ask', i, 'clauses', n]]),
  );
  return [
    ...[...cited, ...asked].flatMap(([clause, path]) => unlessKnown(clause, listed, path)),
    ...unaccounted(pack, new Set(cited.map(([clause]) => clause))),
  ];
}

/** Every place where something that is computed cites a clause. */
export function* citations(pack: Pack): Generator<readonly [string, Path]> {
  const each = (clauses: readonly string[], at: Path): (readonly [string, Path])[] =>
    clauses.map((clause, n) => [clause, [...at, 'clauses', n]]);
  for (const [question, { stages, decided_by: deciders = [] }] of Object.entries(pack.questions)) {
    for (const [i, { clauses }] of deciders.entries()) yield* each(clauses, ['questions', question, 'decided_by', i]);
    for (const [i, { rules }] of stages.entries()) {
      for (const [id, { clauses }] of Object.entries(rules)) {
        yield* each(clauses, ['questions', question, 'stages', i, 'rules', id]);
      }
    }
  }
  for (const [id, { clauses }] of Object.entries(pack.requirements ?? {})) yield* each(clauses, ['requirements', id]);
  for (const [id, { clauses }] of Object.entries(pack.indicators ?? {})) yield* each(clauses, ['indicators', id]);
}

function unaccounted({ clauses }: Pack, cited: ReadonlySet<string>): Remark[] {
  const left = Object.entries(clauses).filter(
    ([id, { context, judgement }]) => !cited.has(id) && !context && !judgement,
  );
  return left.map(([id]) => {
    const says = `Clause ${id} is listed, but no rule, requirement or indicator cites it, and it is marked neither \`context\` nor \`judgement\`.`;
    return warning('clause_unaccounted', says, ['clauses', id]);
  });
}
