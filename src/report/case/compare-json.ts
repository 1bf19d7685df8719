import type { QuestionResult } from '../../assess/case/assessment.ts';
import type { QuestionRow, SideBySide } from '../../assess/worked/side-by-side.ts';
import type { PackStamp } from './json.ts';
import { endInWords } from './summary-answers.ts';

/** A comparison of authorities for machines, version 1. */
export function compareJson(
  { file, asAt, authorities, rows }: SideBySide,
  stampsOf: (authority: string) => readonly PackStamp[],
): Record<string, unknown> {
  return {
    version: 1,
    case: file.case,
    as_at: asAt,
    authorities: authorities.map(({ profile, unused }) => ({
      id: profile.id,
      title: profile.title,
      packs: stampsOf(profile.id),
      unused,
    })),
    questions: rows.map(rowJson),
  };
}

const rowJson = ({ id, title, cells }: QuestionRow): Record<string, unknown> => ({
  id,
  title,
  under: cells.flatMap(({ under, results }) => {
    const authority = under.profile.id;
    return results.length === 0
      ? [{ authority, state: 'silent' }]
      : results.map((r) => ({ authority, ...cellJson(r) }));
  }),
});

function cellJson({ pack, compiled, state, outcome, possible, rules, clauses, hangsOn }: QuestionResult): object {
  return {
    pack: pack.pack.pack,
    state,
    ...(outcome && { outcome, says: endInWords(compiled.question, outcome) }),
    possible,
    rules,
    clauses,
    hangs_on: hangsOn,
  };
}
