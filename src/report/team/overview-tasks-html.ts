import { shortDay } from '../../calendar/date-words.ts';
import { escapeHtml as html } from '../words/html-text.ts';
import { type CaseTask, isSoon, type Overview } from './overview.ts';
import type { TeamCase } from './team-case.ts';

/** Which list a task belongs to: `now`, `past`, `soon` or `later`. */
function whenOf(one: CaseTask): string {
  const { rank } = one.task;
  if (rank === 'urgent' || rank === 'overdue') return 'now';
  if (rank === 'past_due') return 'past';
  return isSoon(one) ? 'soon' : 'later';
}

const WHEN = {
  now: 'Urgent or overdue',
  past: 'Past the day',
  soon: 'Within a week',
  later: 'Later, or no day',
} as const;

const ORDER = ['now', 'past', 'soon', 'later'];

/** The place of a case on its page: by the path of its file, since two files can have one reference. */
export const anchorOf = ({ path }: TeamCase): string =>
  `case-${path.replace(/[^A-Za-z0-9./-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)}`;

/** A link to a case, from the page on which the link stands. */
export const caseLink = (of: TeamCase, { pageOf }: { readonly pageOf?: (path: string) => string } = {}): string =>
  `<a href="${html(`${pageOf?.(of.path) ?? ''}#${anchorOf(of)}`)}">${html(of.row.case)}</a>`;

/** Every open task, the most pressing first, with what a person can filter by. */
export function tasksHtml({ cases }: Overview): string {
  const all = cases.flatMap((of) => of.tasks.map((task): CaseTask => ({ of, task })));
  const sorted = ORDER.flatMap((when) =>
    all.filter((one) => whenOf(one) === when).sort((a, b) => ((a.task.due ?? '9') < (b.task.due ?? '9') ? -1 : 1)),
  );
  const values = (of: (one: CaseTask) => readonly (string | null)[]): string[] =>
    [...new Set(all.flatMap(of))].filter((value) => value !== null).sort();
  return [
    '<section id="tasks"><h2>What needs somebody</h2>',
    '<form class="filter">',
    choice('when', 'When', Object.entries(WHEN)),
    choice('team', 'Team', values(({ of }) => [of.row.team]).map(same)),
    choice('worker', 'Worker', values(({ of }) => [of.row.worker]).map(same)),
    choice('who', 'Whose it is', values(({ task }) => task.roles).map(same)),
    '<label>Due by <input name="by" type="date"></label>',
    '<label>Words <input name="words" type="search" autocomplete="off"></label>',
    '<output></output>',
    '</form>',
    '<p class="on-paper">Tasks without a day, or after this week, are not on paper. To print them, choose them by a filter first.</p>',
    '<div class="scroll" role="region" aria-label="What needs somebody" tabindex="0"><table class="tasks" data-sort>',
    `<thead><tr>${['When', 'Case', 'Team', 'Worker', 'Whose it is', 'What', 'Clauses'].map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...sorted.map(taskRow),
    '</tbody></table></div></section>',
  ].join('\n');
}

const same = (value: string): [string, string] => [value, value];

const choice = (name: string, label: string, values: readonly (readonly [string, string])[]): string =>
  `<label>${label} <select name="${name}"><option value="">All</option>${values.map(([value, says]) => `<option value="${html(value)}">${html(says)}</option>`).join('')}</select></label>`;

function taskRow(one: CaseTask): string {
  const { of, task } = one;
  const { row } = of;
  const when = whenOf(one);
  const day = task.due === null ? '' : shortDay(task.due);
  const label = when === 'now' || when === 'past' ? `<span class="late">${html(task.label)}</span> ` : '';
  const order = `${ORDER.indexOf(when)} ${task.due ?? '9'}`;
  const cell = (name: string, inner: string): string =>
    inner === '' ? '<td></td>' : `<td data-of="${name}">${inner}</td>`;
  return [
    `<tr data-when="${when}" data-due="${task.due ?? ''}" data-team="${html(row.team ?? '')}" data-worker="${html(row.worker ?? '')}" data-who="${html(JSON.stringify(task.roles))}">`,
    `<td data-order="${order}">${label}${day}</td>`,
    `<td class="case">${caseLink(of)}</td>`,
    cell('Team', html(row.team ?? '')),
    cell('Worker', html(row.worker ?? '')),
    cell('Whose it is', html(task.who)),
    `<td>${html(task.says)}</td>`,
    cell('Clauses', html(task.clauses.join(', '))),
    '</tr>',
  ].join('');
}
