import { extname } from 'node:path';
import { dayOfRun } from '../../cases/day.ts';
import { openOutput } from '../../files/write/output.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import { type Overview, overviewOf } from '../../report/team/overview.ts';
import { FIRST, OVERVIEW_HEAD, overviewMarkdown, overviewText } from '../../report/team/overview-text.ts';
import { questionsOf, rowTable } from '../../report/team/row-csv.ts';
import { NOTE_ENDINGS, putWord } from '../note/note-output.ts';
import { formFor } from '../output-form.ts';
import { put } from '../put.ts';
import { styleFor } from '../style.ts';
import { putPages } from './overview-pages.ts';
import { teamFolder, tellUnread } from './team-folder.ts';
import type { OverviewOptions } from './team-options.ts';
import { visitFor } from './visit.ts';

const ENDINGS = { ...NOTE_ENDINGS, '.csv': 'csv', '.ndjson': 'ndjson' } as const;

/** `cpplan overview`: who must do what by when, over a folder of cases. */
export async function overview(paths: readonly string[], options: OverviewOptions, io: Io): Promise<ExitCode> {
  if (options.share && !options.cohort)
    throw new UserError(
      '--share is for counts: give --cohort as well. Rows on single children are never made to be shared.',
    );
  if (options.cohort && options.since !== undefined)
    throw new UserError('--since is about single cases: leave it out, or leave out --cohort.');
  if (options.cohort) return (await import('./cohort.ts')).cohort(paths, options, io);
  refuseJson(options);
  const form = formFor(options, ENDINGS, 'text');
  if (form === 'csv' || form === 'ndjson') {
    if (options.since !== undefined)
      throw new UserError('--since is for lists that people read: rows do not hold what changed. Leave it out.');
    return await rows(form, paths, options, io);
  }
  const team = await teamFolder(paths, options, io);
  if (team.exit === EXIT.interrupted) return team.exit;
  if (form === 'html') putPages(team, options, io);
  else await putLists(form, overviewOf(team.cases, team.unread, options.since), options, io);
  return team.exit;
}

/** @throws UserError for JSON, which only counts have */
function refuseJson({ format, output }: OverviewOptions): void {
  const isByEnding = output !== undefined && extname(output).toLowerCase() === '.json';
  if (!isByEnding && format !== 'json') return;
  const asked = isByEnding ? `-o ${fileName(output)}` : '--format json';
  throw new UserError(`${asked}: JSON is for counts. Give --cohort as well, or choose ndjson: a row for each case.`);
}

/** The lists as text, as Markdown, or for Word. */
async function putLists(
  form: 'text' | 'markdown' | 'word',
  lists: Overview,
  options: OverviewOptions,
  io: Io,
): Promise<void> {
  if (form === 'text') put(overviewText(lists, await styleFor(options, io)), { marked: FIRST }, options, io);
  else if (form === 'markdown') put(overviewMarkdown(lists), { marked: OVERVIEW_HEAD }, options, io);
  else {
    const asAt = lists.cases[0]?.row.as_at ?? dayOfRun(options, io);
    await putWord({ markdown: overviewMarkdown(lists), foot: 'Overview of cases', asAt }, '', options, io);
  }
}

/** One row a case, written as it goes: a folder may hold a whole service. */
async function rows(
  form: 'csv' | 'ndjson',
  paths: readonly string[],
  options: OverviewOptions,
  io: Io,
): Promise<ExitCode> {
  const mark = form === 'csv' ? 'case,authority,team,worker,as_at,' : '{"version":1,"case":';
  const sink =
    options.output === undefined
      ? { write: io.out, finish: () => undefined, abandon: () => undefined }
      : openOutput(options.output, { marked: mark }, options.force === true);
  let unread = 0;
  const visited = visitFor<'rows'>(paths, options, io, ({ libraries, policyFaults }) => {
    const told = ({ message }: UserError): void => void policyFaults.add(message);
    const questions = form === 'csv' ? questionsOf(libraries, told) : undefined;
    if (questions) sink.write(rowTable(questions).header);
    return { gathering: { of: 'rows', questions }, take: sink.write, unread: () => void unread++ };
  });
  const exit = await visited.catch((error) => {
    sink.abandon();
    throw error;
  });
  if (exit === EXIT.interrupted) sink.abandon();
  else {
    sink.finish();
    if (options.output !== undefined) io.err(`Written: ${fileName(options.output)}\n`);
  }
  tellUnread(unread, 'have no row', io);
  return exit;
}
