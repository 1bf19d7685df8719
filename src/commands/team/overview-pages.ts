import { sha256Base64 } from '../../files/digest.ts';
import { relativeLink } from '../../files/relative-link.ts';
import type { Io } from '../../io.ts';
import { type Overview, overviewOf } from '../../report/team/overview.ts';
import { OVERVIEW_MARK, type OverviewPage, overviewHtml } from '../../report/team/overview-html.ts';
import type { TeamCase } from '../../report/team/team-case.ts';
import { put } from '../put.ts';
import type { TeamFolder } from './team-folder.ts';
import { notesFinder } from './team-notes.ts';
import type { OverviewOptions } from './team-options.ts';

/** Above so many cases each team has a page of its own. */
const ONE_PAGE = 2000;

/** Writes an overview as a page; of very many cases one page a team, and one that leads to them. @param most cases on one page */
export function putPages(team: TeamFolder, options: OverviewOptions, io: Io, most = ONE_PAGE): void {
  const { output } = options;
  const notesOf = notesFinder();
  const page = (title: string): OverviewPage => ({
    title,
    linksOf: (shown) => {
      const path = team.paths.get(shown) ?? shown;
      return { file: relativeLink(output, path), notes: notesOf(path).map((note) => relativeLink(output, note)) };
    },
    sha256: sha256Base64,
  });
  const one = (overview: Overview, of: OverviewPage, path?: string): void =>
    put(overviewHtml(overview, of), { marked: OVERVIEW_MARK }, { ...options, ...(path && { output: path }) }, io);
  const all = overviewOf(team.cases, team.unread, options.since);
  if (team.cases.length <= most || output === undefined) {
    one(all, page('Overview of cases'));
    return;
  }
  const links = teamsOf(all).map(([name, cases], i) => ({
    name,
    cases,
    path: output.replace(/(\.[^.]*)$/, `-team-${i + 1}$1`),
  }));
  for (const { name, cases, path } of links)
    one(overviewOf(cases, [], options.since), page(`Overview of cases: ${name}`), path);
  const pages = links.map(({ name, cases, path }) => ({
    title: name,
    href: relativeLink(output, path),
    cases: cases.length,
  }));
  const placed = new Map(links.flatMap(({ cases, path }) => cases.map((of) => [of.path, relativeLink(output, path)])));
  one(all, { ...page('Overview of cases'), pages, pageOf: (shown) => placed.get(shown) ?? '' });
}

function teamsOf({ cases }: Overview): [string, TeamCase[]][] {
  const teams = new Map<string | null, TeamCase[]>();
  for (const one of cases) teams.set(one.row.team, [...(teams.get(one.row.team) ?? []), one]);
  return [...teams]
    .map(([team, own]): [string, TeamCase[]] => [team ?? 'No team named', own])
    .sort(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true }));
}
