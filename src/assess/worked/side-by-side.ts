import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import type { Profile } from '../../policy/pack/profiles.ts';
import { assess } from '../case/assess.ts';
import type { Assessment, QuestionResult } from '../case/assessment.ts';
import { meantUnder, withoutForeign } from './own-answers.ts';

/** A rulebook that is an authority's own. */
export type AuthorityBook = Rulebook & { readonly profile: Profile };

/** What one authority's packs say on a case, and which of its answers they have no use for. */
export interface Under {
  readonly profile: Profile;
  readonly assessment: Assessment;
  readonly unused: readonly string[];
}

/** One question for decision under every authority; an authority without a result has no document that speaks to it. */
export interface QuestionRow {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly { readonly under: Under; readonly results: readonly QuestionResult[] }[];
}

/** The same facts under several authorities, question by question. */
export interface SideBySide {
  readonly file: CaseFile;
  readonly asAt: Day;
  readonly authorities: readonly Under[];
  readonly rows: readonly QuestionRow[];
}

/**
 * Looks at a case as each authority would by its own documents; what the case adds of other packs is left aside.
 * @param home the packs that the case goes by, where it names any: its answers mean what those mean by them
 */
export function sideBySide(
  file: CaseFile,
  books: readonly AuthorityBook[],
  asAt: Day,
  home: Rulebook | undefined,
): SideBySide {
  const meant = meantUnder(
    home?.scope,
    books.map(({ scope }) => scope),
  );
  const authorities = books.map((book) => {
    const { file: own, left } = withoutForeign(file, meant(book.scope));
    return underOne(own, book, asAt, left);
  });
  const questions = authorities.flatMap(({ assessment }) => assessment.questions);
  const rows = [...new Set(questions.map(({ id }) => id))].map((id) => ({
    id,
    title: questions.find((question) => question.id === id)?.compiled.question.title ?? id,
    cells: authorities.map((under) => ({
      under,
      results: under.assessment.questions.filter((question) => question.id === id),
    })),
  }));
  return { file, asAt, authorities, rows };
}

function underOne(file: CaseFile, book: AuthorityBook, asAt: Day, left: readonly string[]): Under {
  const assessment = assess(file, book, asAt);
  const unused = assessment.diagnostics
    .filter(({ code }) => code === 'unknown_fact')
    .map(({ path }) => path.slice(1).join('.'));
  return { profile: book.profile, assessment, unused: [...new Set([...unused, ...left])] };
}

/** Whether a question arises, or may arise, under one of the authorities that speak to it. */
export const arises = ({ cells }: QuestionRow): boolean =>
  cells.some(({ results }) => results.some(({ state }) => state !== 'not_in_play'));
