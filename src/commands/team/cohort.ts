import type { Io } from '../../io.ts';
import { EXIT, type ExitCode } from '../../messages/errors.ts';
import { cohortOf } from '../../report/team/cohort.ts';
import { CohortCounts } from '../../report/team/cohort-counts.ts';
import {
  COHORT_MARK,
  cohortCsv,
  cohortHtml,
  cohortJson,
  cohortText,
  shownCohort,
} from '../../report/team/cohort-report.ts';
import { formFor } from '../output-form.ts';
import { put } from '../put.ts';
import { styleFor } from '../style.ts';
import type { OverviewOptions } from './team-options.ts';
import { visitFor } from './visit.ts';

const ENDINGS = { '.html': 'html', '.txt': 'text', '.csv': 'csv', '.json': 'json' } as const;

/** By these words each form is known again. */
const MARKS = {
  html: COHORT_MARK,
  text: 'Counts over case files',
  csv: 'table,what,figure,clauses,id,count',
  json: '"kind":"cohort"',
};

/** `cpplan overview --cohort`: what a whole service looks like, in counts. */
export async function cohort(paths: readonly string[], options: OverviewOptions, io: Io): Promise<ExitCode> {
  const form = formFor(options, ENDINGS, 'text');
  const counts = new CohortCounts();
  const exit = await visitFor<'counts'>(paths, options, io, () => ({
    gathering: { of: 'counts' },
    take: (more) => counts.include(more),
    unread: () => void counts.unread++,
  }));
  if (exit === EXIT.interrupted) return exit;
  const shown = shownCohort(cohortOf(counts), options.share === true);
  const text = {
    html: () => cohortHtml(shown),
    csv: () => cohortCsv(shown),
    json: () => `${JSON.stringify(cohortJson(shown))}\n`,
    text: async () => cohortText(shown, await styleFor(options, io)),
  };
  put(await text[form](), { marked: MARKS[form] }, options, io);
  return exit;
}
