import { isDate, isWhole } from '../../calendar/dates.ts';
import type { OpenedCase } from '../../cases/opened.ts';
import { folderOf } from '../../files/config.ts';
import { newSince } from '../../files/find/files-at.ts';
import { UserError } from '../../messages/errors.ts';
import { visible } from '../../messages/safe.ts';
import { caseRow } from '../../report/team/case-row.ts';
import type { Since } from '../../report/team/changes.ts';
import { CohortCounts, type CountedCases } from '../../report/team/cohort-counts.ts';
import { rowTable } from '../../report/team/row-csv.ts';
import { type TeamCase, teamCase } from '../../report/team/team-case.ts';
import type { Titles } from '../../report/words/titles.ts';

/** Gathers something of the cases of a part, as data. */
export interface Gatherer<T> {
  readonly see: (opened: OpenedCase, title: Titles) => void;
  readonly gathered: () => T;
}

/** What is gathered, as data: a thread beside this one gathers it too. */
export type Gathering =
  /** A row each, as text: with these questions as a table, else as JSON. */
  | { readonly of: 'rows'; readonly questions: readonly string[] | undefined }
  | { readonly of: 'counts' }
  /** Everything that lists need; from a day on also what changed. */
  | { readonly of: 'cases'; readonly since: string | undefined; readonly first: string | undefined };

/** What comes of it. */
export interface Gathered {
  readonly rows: string;
  readonly counts: CountedCases;
  readonly cases: readonly PlacedCase[];
}

/** A case for lists, and where its file stands. */
export interface PlacedCase {
  readonly path: string;
  readonly of: TeamCase;
}

/** Makes gatherers, one for each part. @throws UserError for what is no whole day */
export function gatherers<K extends Gathering['of']>(
  gathering: Extract<Gathering, { of: K }>,
  pathOf: (path: string) => string,
): () => Gatherer<Gathered[K]>;
export function gatherers(gathering: Gathering, pathOf: (path: string) => string): () => Gatherer<unknown> {
  if (gathering.of === 'rows') return rowsBy(gathering.questions);
  if (gathering.of === 'counts') return counts;
  return casesSince(sinceOf(gathering.since, gathering.first), pathOf);
}

function rowsBy(questions: readonly string[] | undefined): () => Gatherer<string> {
  const table = questions && rowTable(questions);
  return () => {
    let text = '';
    return {
      see: ({ assessment }) => {
        const row = caseRow(assessment);
        text += table ? table.line(row) : `${JSON.stringify(row)}\n`;
      },
      gathered: () => text,
    };
  };
}

function counts(): Gatherer<CountedCases> {
  const counted = new CohortCounts();
  return { see: ({ assessment }) => counted.add(caseRow(assessment), assessment), gathered: () => counted };
}

type SinceOf = ((path: string) => Since) | undefined;

const casesSince = (since: SinceOf, pathOf: (path: string) => string) => (): Gatherer<readonly PlacedCase[]> => {
  const cases: PlacedCase[] = [];
  return {
    see: ({ path, assessment }, title) =>
      void cases.push({ path, of: teamCase(assessment, pathOf(path), title, since?.(path)) }),
    gathered: () => cases,
  };
};

/** For each file the day from which on changes are told. @throws UserError for what is no whole day */
function sinceOf(text: string | undefined, first = '.'): SinceOf {
  if (text === undefined) return undefined;
  if (!isDate(text) || !isWhole(text))
    throw new UserError(`--since ${visible(text)}: this is not a whole day. Write it like 2026-11-01.`);
  const isNew = newSince(text, folderOf(first));
  return (path) => ({ day: text, isNew: isNew(path) });
}
