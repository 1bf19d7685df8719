import { dayInWords } from '../../calendar/date-words.ts';
import { htmlPage } from '../words/html-page.ts';
import { STYLE } from '../words/html-style.ts';
import { escapeHtml as html } from '../words/html-text.ts';
import { CHANGE_WORDS } from './changes.ts';
import type { Overview } from './overview.ts';
import { OVERVIEW_SCRIPT } from './overview-script.ts';
import { OVERVIEW_STYLE } from './overview-style.ts';
import { anchorOf, caseLink, tasksHtml } from './overview-tasks-html.ts';
import { casesAndDay, countOf, faultyWords } from './overview-text.ts';
import type { TeamCase } from './team-case.ts';

/** By this a page of an overview is known again. */
export const OVERVIEW_MARK = '<!-- cpplan overview -->';

/** Where a page leads: from a case to its file and its notes, by links that count from the page. */
export interface CaseLinks {
  readonly file: string;
  readonly notes: readonly string[];
}

/** What stands in a page beside the overview. */
export interface OverviewPage {
  readonly title: string;
  readonly linksOf: (path: string) => CaseLinks;
  /** SHA-256 of a text, in base64. */
  readonly sha256: (text: string) => string;
  /** Pages of the same overview: team by team, where there are many cases. */
  readonly pages?: readonly { readonly title: string; readonly href: string; readonly cases: number }[];
  /** The page on which a case stands, by the path of its file, where that is another. */
  readonly pageOf?: (path: string) => string;
}

/** An overview as one page that stands alone: it fetches nothing, and can be read without scripts. */
export function overviewHtml(overview: Overview, page: OverviewPage): string {
  const { cases, withoutAnalysis, faulty, confirm, both } = overview;
  return htmlPage({
    title: page.title,
    style: `${STYLE}${OVERVIEW_STYLE}`,
    mark: OVERVIEW_MARK,
    script: { text: OVERVIEW_SCRIPT, sha256: page.sha256(OVERVIEW_SCRIPT) },
    body: [
      '<main class="wide">',
      `<h1>${html(page.title)}</h1>`,
      `<p>${html(headOf(overview))} If a child is in danger now, act now. Do not wait for this page.</p>`,
      ...pagesHtml(page),
      figures(overview, page),
      ...unreadHtml(overview),
      ...twinsHtml(overview, page),
      ...(faulty.length === 0
        ? []
        : [casesTable('faulty', 'Case files that contradict themselves', faulty, page, (of) => html(faultyWords(of)))]),
      ...changesHtml(overview, page),
      ...(page.pages ? [] : [tasksHtml(overview)]),
      ...(confirm.length === 0
        ? []
        : [
            casesTable('confirm', 'Open on the day of a return, to confirm', confirm, page, (of) =>
              html(of.confirm.join(' ')),
            ),
          ]),
      casesTable(
        'analysis',
        'Second or later plans within a year of the last, without all of the analysis',
        withoutAnalysis,
        page,
        (of) => `${countOf(of.row.analysis_missing.length, 'matter')} not covered`,
      ),
      casesTable('both', 'On a plan and looked after, and why', both, page, standsHtml),
      waitingHtml(overview),
      loadsHtml(overview),
      ...(page.pages
        ? []
        : ['<section id="cases"><h2>Each case</h2>', ...cases.map((of) => caseHtml(of, page)), '</section>']),
      '</main>',
    ],
  });
}

function headOf(overview: Overview): string {
  const { unread } = overview;
  return `${casesAndDay(overview, ' on')}.${unread.length > 0 ? ` ${countOf(unread.length, 'file')} cannot be read.` : ''}`;
}

const pagesHtml = ({ pages = [] }: OverviewPage): string[] =>
  pages.length === 0
    ? []
    : [
        '<section id="pages"><h2>Teams</h2>',
        '<p>What needs somebody, and each case, stand on the page of the team.</p>',
        `<ul>${pages.map(({ title, href, cases }) => `<li><a href="${html(href)}">${html(title)}</a>: ${countOf(cases, 'case')}</li>`).join('')}</ul>`,
        '</section>',
      ];

function figures({ now, pastDue, soon, withoutAnalysis, both, waiting }: Overview, { pages }: OverviewPage): string {
  const tasks = pages ? 'pages' : 'tasks';
  const decisions = waiting.reduce((sum, one) => sum + one.decisions, 0);
  const one = (count: number, says: string, href: string, when?: string): string =>
    `<li${when === 'now' && count > 0 ? ' class="alarm"' : ''}><a href="#${href}"${when && !pages ? ` data-when="${when}"` : ''}><strong>${count}</strong> ${html(says)}</a></li>`;
  return [
    '<ul class="figures">',
    one(now.length, 'urgent or overdue', tasks, 'now'),
    one(pastDue.length, 'past the day, not recorded', tasks, 'past'),
    one(soon.length, 'due within a week', tasks, 'soon'),
    one(decisions, decisions === 1 ? 'decision waited for' : 'decisions waited for', 'waiting'),
    one(withoutAnalysis.length, 'second plans within a year without the analysis', 'analysis'),
    one(both.length, 'on a plan and looked after', 'both'),
    '</ul>',
  ].join('\n');
}

const unreadHtml = ({ unread }: Overview): string[] =>
  unread.length === 0
    ? []
    : [
        '<section><h2>Files that cannot be read</h2>',
        `<ul>${unread.map(({ path }) => `<li>${html(path)}</li>`).join('')}</ul>`,
        '<p>What is in them is not on this page. <code>cpplan check</code> says what is wrong.</p>',
        '</section>',
      ];

const twinsHtml = ({ twins }: Overview, page: OverviewPage): string[] =>
  twins.length === 0
    ? []
    : [
        '<section><h2>One reference in several files</h2>',
        `<ul>${twins.map((cases) => `<li>${cases.map((of) => `${caseLink(of, page)}: ${html(of.path)}`).join('<br>')}</li>`).join('')}</ul>`,
        '<p>Give each case a reference of its own. Here each file counts as a case.</p>',
        '</section>',
      ];

const changesHtml = ({ changes, since }: Overview, page: OverviewPage): string[] =>
  since === undefined
    ? []
    : [
        `<section id="since"><h2>Since ${dayInWords(since)}: ${changes.length}</h2>`,
        `<ul>${changes.map(({ of, change }) => `<li>${CHANGE_WORDS[change.kind]}: ${caseLink(of, page)}. ${html(change.says)} <span class="quiet">${html(change.clauses.join(', '))}</span></li>`).join('')}</ul>`,
        '</section>',
      ];

function casesTable(
  id: string,
  title: string,
  cases: readonly TeamCase[],
  page: OverviewPage,
  says: (of: TeamCase) => string,
): string {
  const rows = cases.map(
    (of) =>
      `<tr><td class="case">${caseLink(of, page)}</td><td>${html(of.row.team ?? '')}</td><td>${html(of.row.worker ?? '')}</td><td>${says(of)}</td></tr>`,
  );
  const table = [
    `<div class="scroll" role="region" aria-label="${html(title)}" tabindex="0"><table data-sort><thead><tr><th scope="col">Case</th><th scope="col">Team</th><th scope="col">Worker</th><th scope="col">What is known</th></tr></thead><tbody>`,
    ...rows,
    '</tbody></table></div>',
  ];
  return [
    `<section id="${id}"><h2>${html(title)}: ${cases.length}</h2>`,
    ...(cases.length === 0 ? ['<p>None.</p>'] : table),
    '</section>',
  ].join('\n');
}

const standsHtml = ({ stands }: TeamCase): string =>
  stands
    .map(
      ({ title, says, clauses }) =>
        `${html(`${title}: ${says}`)}${clauses.length > 0 ? ` <span class="quiet">${html(clauses.join(', '))}</span>` : ''}`,
    )
    .join('<br>');

const numbers = (title: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    `<div class="scroll" role="region" aria-label="${html(title)}" tabindex="0"><table data-sort><thead><tr>${heads.map((head) => `<th scope="col">${html(head)}</th>`).join('')}</tr></thead><tbody>`,
    ...rows.map(
      (row) =>
        `<tr>${row.map((value) => (typeof value === 'number' ? `<td class="number">${value}</td>` : `<td>${html(value)}</td>`)).join('')}</tr>`,
    ),
    '</tbody></table></div>',
  ].join('\n');

const waitingHtml = ({ waiting }: Overview): string =>
  `<section id="waiting"><h2>Who is waited for</h2>${numbers(
    'Who is waited for',
    ['Who', 'Decisions', 'Things in all', 'Cases'],
    waiting.map(({ who, decisions, tasks, cases }) => [who, decisions, tasks, cases]),
  )}</section>`;

const loadsHtml = ({ loads }: Overview): string =>
  `<section id="teams"><h2>By team and worker</h2>${numbers(
    'By team and worker',
    ['Team', 'Worker', 'Cases', 'Urgent', 'Overdue', 'Past due', 'Due within a week'],
    loads.map(({ team, worker, cases, urgent, overdue, pastDue, soon }) => [
      team ?? 'Not named',
      worker ?? 'Not named',
      cases,
      urgent,
      overdue,
      pastDue,
      soon,
    ]),
  )}</section>`;

function caseHtml(of: TeamCase, { linksOf }: OverviewPage): string {
  const { row, picture, times } = of;
  const { file, notes } = linksOf(of.path);
  const link = (href: string, says: string): string => `<a href="${html(href)}">${html(says)}</a>`;
  const holder = [row.team, row.worker].filter((part) => part !== null).join(', ');
  const urgent = row.tasks.urgent + row.tasks.overdue;
  const late = urgent > 0 ? `<span class="late">${urgent} urgent or overdue</span>` : '';
  return [
    `<details id="${anchorOf(of)}"><summary><strong>${html(row.case)}</strong> ${html(holder)} ${late}</summary>`,
    `<p>${standsHtml(of) || 'The procedures of this case ask nothing now.'}</p>`,
    ...(picture === '' ? [] : [`<figure role="group" aria-label="Picture of time" tabindex="0">${picture}</figure>`]),
    ...(picture === '' && times !== '' ? [`<p>${html(times)}</p>`] : []),
    `<p>${[link(file, 'Case file'), ...notes.map((href, i) => link(href, notes.length === 1 ? 'Note' : `Note ${i + 1}`))].join(' · ')}</p>`,
    '</details>',
  ].join('\n');
}
