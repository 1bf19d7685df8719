import { csvCell } from '../words/csv-cell.ts';
import { htmlPage } from '../words/html-page.ts';
import { STYLE } from '../words/html-style.ts';
import { escapeHtml as html } from '../words/html-text.ts';
import type { Style } from '../words/style.ts';
import type { Cohort, CohortLine, CohortTable } from './cohort.ts';
import { OVERVIEW_STYLE } from './overview-style.ts';
import { FEW, suppressed } from './suppress.ts';

/** By this a page of counts is known again. */
export const COHORT_MARK = '<!-- cpplan cohort -->';

/** Counts to be shown: `undefined` is a figure that is left out. */
export interface ShownCohort {
  readonly cohort: Cohort;
  readonly shown: ReadonlyMap<string, number | undefined>;
  readonly isShared: boolean;
}

/** @param isShared whether it leaves the authority, so that small counts are left out */
export const shownCohort = (cohort: Cohort, isShared: boolean): ShownCohort => ({
  cohort,
  shown: isShared ? suppressed(cohort) : cohort.figures,
  isShared,
});

const LEFT_OUT = '*';

const NOTE = `${LEFT_OUT} is a count of 1 to ${FEW}, or one from which such a count could be told.`;

const figure = ({ shown }: ShownCohort, key: string): string => String(shown.get(key) ?? LEFT_OUT);

const moreOf = ({ more }: CohortTable): string[] =>
  more > 0 ? [`and ${more} more kinds, each in as many cases or fewer`] : [];

/** Files that are in no count; nothing where there are none. */
const unreadIn = ({ unread }: Cohort): string[] =>
  unread === 0
    ? []
    : [
        unread === 1
          ? '1 file cannot be read, and is in no count.'
          : `${unread} files cannot be read, and are in no count.`,
      ];

const HEAD = 'Counts over case files';

/** The counts on a screen. */
export function cohortText(of: ShownCohort, style: Style): string {
  const { cohort, isShared } = of;
  const parts = cohort.tables.map((one) => tableText(one, of, style));
  return `${[style.strong(HEAD), ...unreadIn(cohort), ...parts, ...(isShared ? [NOTE] : [])].join('\n\n')}\n`;
}

function tableText(of: CohortTable, all: ShownCohort, style: Style): string {
  const { title, heads, lines } = of;
  if (heads.length > 0) return [style.strong(title), ...grid(heads, lines, all, style)].join('\n');
  const width = Math.max(...lines.flatMap(({ figures: [key = ''] }) => figure(all, key).length));
  return [
    style.strong(title),
    ...lines.map((one) => `  ${figure(all, one.figures[0] ?? '').padStart(width)}  ${named(one)}`),
    ...moreOf(of).map((says) => style.quiet(`  ${' '.repeat(width)}  ${says}`)),
  ].join('\n');
}

const named = ({ label, clauses }: CohortLine): string =>
  `${label}${clauses.length > 0 ? ` [${clauses.join(', ')}]` : ''}`;

/** Several figures a line: their headings stand in a list above, by number. */
function grid(heads: readonly string[], lines: readonly CohortLine[], all: ShownCohort, style: Style): string[] {
  const widest = Math.max(...lines.map(({ label }) => label.length));
  const cells = (values: readonly string[]): string => values.map((value) => value.padStart(6)).join('');
  return [
    ...heads.map((head, i) => style.quiet(`  (${i + 1}) ${head}`)),
    `  ${' '.repeat(widest)}${cells(heads.map((_, i) => `(${i + 1})`))}`,
    ...lines.map(({ label, figures }) => `  ${label.padEnd(widest)}${cells(figures.map((key) => figure(all, key)))}`),
  ];
}

/** The counts as a page. */
export function cohortHtml(of: ShownCohort): string {
  const { cohort, isShared } = of;
  return htmlPage({
    title: HEAD,
    style: `${STYLE}${OVERVIEW_STYLE}`,
    mark: COHORT_MARK,
    body: [
      '<main class="wide">',
      `<h1>${HEAD}</h1>`,
      ...unreadIn(cohort).map((says) => `<p>${says}</p>`),
      ...cohort.tables.map((one) => tableHtml(one, of)),
      ...(isShared ? [`<p>${html(NOTE)}</p>`] : []),
      '</main>',
    ],
  });
}

function tableHtml(of: CohortTable, all: ShownCohort): string {
  const { title, heads, lines } = of;
  const row = (one: CohortLine): string =>
    `<tr><th scope="row">${html(named(one))}</th>${one.figures.map((key) => `<td class="number">${figure(all, key)}</td>`).join('')}</tr>`;
  return [
    `<section><h2>${html(title)}</h2><div class="scroll" role="region" aria-label="${html(title)}" tabindex="0"><table class="counts">`,
    `<thead><tr><th scope="col">What</th>${(heads.length > 0 ? heads : ['Count']).map((head) => `<th scope="col" class="number">${html(head)}</th>`).join('')}</tr></thead>`,
    `<tbody>${lines.map(row).join('\n')}</tbody></table></div>`,
    ...moreOf(of).map((says) => `<p>${says}</p>`),
    '</section>',
  ].join('\n');
}

/** The counts for another program, version 1. A figure that is left out is null. */
export function cohortJson({ cohort, shown, isShared }: ShownCohort): Record<string, unknown> {
  return {
    version: 1,
    kind: 'cohort',
    shared: isShared,
    unread: cohort.unread,
    tables: cohort.tables.map(({ id, title, heads, lines, more }) => ({
      id,
      title,
      ...(heads.length > 0 && { heads }),
      lines: lines.map(({ label, clauses, figures }) => ({
        label: label.trim(),
        clauses,
        figures: figures.map((key) => ({ id: key, count: shown.get(key) ?? null })),
      })),
      ...(more > 0 && { more }),
    })),
  };
}

/** The counts for a spreadsheet: a row a figure. */
export function cohortCsv({ cohort, shown }: ShownCohort): string {
  const rows = cohort.tables.flatMap(({ title, heads, lines }) =>
    lines.flatMap(({ label, clauses, figures }) =>
      figures.map((key, i) => [
        title,
        label.trim(),
        heads[i] ?? 'Count',
        clauses.join(' '),
        key,
        shown.get(key) ?? LEFT_OUT,
      ]),
    ),
  );
  return ['table,what,figure,clauses,id,count', ...rows.map((row) => row.map(csvCell).join(',')), ''].join('\r\n');
}
