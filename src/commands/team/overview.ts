import type { CaseFolder } from '../../cases/case-folder.ts';
import { sha256Base64 } from '../../files/digest.ts';
import { relativeLink } from '../../files/relative-link.ts';
import { openOutput } from '../../files/write/output.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import { caseRow } from '../../report/team/case-row.ts';
import { type Overview, overviewOf } from '../../report/team/overview.ts';
import { OVERVIEW_MARK, type OverviewPage, overviewHtml } from '../../report/team/overview-html.ts';
import { overviewText } from '../../report/team/overview-text.ts';
import { questionsOf, rowTable } from '../../report/team/row-csv.ts';
import type { TeamCase } from '../../report/team/team-case.ts';
import { formFor } from '../output-form.ts';
import { put } from '../put.ts';
import { styleFor } from '../style.ts';
import { type OverviewOptions, type TeamFolder, teamFolder, visit } from './team-folder.ts';
import { notesOf } from './team-notes.ts';

const ENDINGS = { '.html': 'html', '.txt': 'text', '.csv': 'csv', '.ndjson': 'ndjson' } as const;

/** `cpplan overview`: who must do what by when, over a folder of cases. */
export async function overview(paths: readonly string[], options: OverviewOptions, io: Io): Promise<ExitCode> {
  if (options.share && !options.cohort)
    throw new UserError(
      '--share is for counts: give --cohort as well. Rows on single children are never made to be shared.',
    );
  if (options.cohort) return (await import('./cohort.ts')).cohort(paths, options, io);
  const form = formFor(options, ENDINGS, 'text');
  if (form === 'csv' || form === 'ndjson') return await rows(form, paths, options, io);
  const team = await teamFolder(paths, options, io);
  if (team.exit === EXIT.interrupted) return team.exit;
  if (form === 'html') pages(team, options, io);
  else {
    const text = overviewText(overviewOf(team.cases, team.unread, options.since), await styleFor(options, io));
    put(text, { marked: ' needs somebody' }, options, io);
  }
  return team.exit;
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
  const exit = await visit(paths, options, io, (folder) => {
    const table = form === 'csv' ? csvOf(folder) : undefined;
    if (table) sink.write(table.header);
    return {
      opened: ({ assessment }) => {
        const row = caseRow(assessment);
        sink.write(table ? table.line(row) : `${JSON.stringify(row)}\n`);
      },
      unread: () => void unread++,
    };
  });
  if (exit === EXIT.interrupted) sink.abandon();
  else {
    sink.finish();
    if (options.output !== undefined) io.err(`Written: ${fileName(options.output)}\n`);
  }
  if (unread > 0)
    io.err(
      `${unread === 1 ? 'One file' : `${unread} files`} could not be read and have no row. \`cpplan check\` says why.\n`,
    );
  return exit === EXIT.done && unread > 0 ? EXIT.findings : exit;
}

const csvOf = ({ libraries }: CaseFolder) => rowTable(questionsOf(libraries));

/** Above so many cases each team has a page of its own. */
const ONE_PAGE = 2000;

function pages(team: TeamFolder, options: OverviewOptions, io: Io): void {
  const { output } = options;
  const page = (title: string): OverviewPage => ({
    title,
    linksOf: (shown) => {
      const path = team.paths.get(shown) ?? shown;
      return { file: relativeLink(output, path), notes: notesOf(path).map((note) => relativeLink(output, note)) };
    },
    sha256: sha256Base64,
  });
  const all = overviewOf(team.cases, team.unread, options.since);
  if (team.cases.length <= ONE_PAGE || output === undefined) {
    put(overviewHtml(all, page('Overview of cases')), { marked: OVERVIEW_MARK }, options, io);
    return;
  }
  const links = teamsOf(all).map(([name, cases], i) => ({
    name,
    cases,
    path: output.replace(/(\.[^.]*)$/, `-team-${i + 1}$1`),
  }));
  for (const { name, cases, path } of links)
    put(
      overviewHtml(overviewOf(cases, [], options.since), page(`Overview of cases: ${name}`)),
      { marked: OVERVIEW_MARK },
      { ...options, output: path },
      io,
    );
  const first = {
    ...page('Overview of cases'),
    pages: links.map(({ name, cases, path }) => ({
      title: name,
      href: relativeLink(output, path),
      cases: cases.length,
    })),
  };
  put(overviewHtml({ ...all, cases: [] }, first), { marked: OVERVIEW_MARK }, options, io);
}

function teamsOf({ cases }: Overview): [string, TeamCase[]][] {
  const teams = new Map<string, TeamCase[]>();
  for (const one of cases) {
    const name = one.row.team ?? 'No team named';
    teams.set(name, [...(teams.get(name) ?? []), one]);
  }
  return [...teams].sort(([a], [b]) => (a < b ? -1 : 1));
}
