import { dayInWords, dayNamed } from '../../calendar/date-words.ts';
import { fileName } from '../../messages/safe.ts';
import { firstSentence } from '../case/headline.ts';
import { PROTECT } from '../case/summary.ts';
import { escapeMarkdown } from '../words/markdown.ts';
import type { Style } from '../words/style.ts';
import { oneLine, wrap } from '../words/wrap.ts';
import { CHANGE_WORDS } from './changes.ts';
import type { CaseChange, CaseTask, Load, Overview, Waiting } from './overview.ts';
import type { TeamCase } from './team-case.ts';

/** As many lines of a list as stand on the screen. */
const SHOWN = 12;

/** A list of an overview: what it is of, and a line for each. */
interface OverviewList {
  readonly title: string;
  readonly lines: readonly string[];
  /** Whether it stands out. */
  readonly isAlarm?: boolean;
}

const listOf = <T>(title: string, all: readonly T[], says: (one: T) => string, isAlarm = false): OverviewList => ({
  title,
  lines: all.map(says),
  isAlarm,
});

/** Every list of an overview, in the order of use. */
function listsOf(overview: Overview): OverviewList[] {
  const { unread, twins, faulty, confirm, now, pastDue, soon, withoutAnalysis, both, waiting, loads, changes, since } =
    overview;
  const faults = [
    listOf('Files that cannot be read', unread, ({ path }) => fileName(path), true),
    listOf('One reference in several files', twins, twinsLine, true),
    listOf('Case files that contradict themselves', faulty, faultyLine, true),
    listOf('Open on the day of a return, to confirm', confirm, confirmLine),
  ];
  return [
    ...faults.filter(({ lines }) => lines.length > 0),
    ...(since === undefined ? [] : [listOf(`Since ${dayInWords(since)}`, changes, changeLine)]),
    listOf(FIRST, now, taskLine, true),
    listOf('Past its day, and not recorded as done: do it, or record it', pastDue, taskLine),
    listOf('Due within a week', soon, taskLine),
    listOf(
      'Second or later plans within a year of the last, without all of the analysis',
      withoutAnalysis,
      analysisLine,
    ),
    listOf('On a plan and looked after', both, bothLine),
    listOf('Who is waited for', waiting, waitingLine),
    listOf('By team and worker', loads, loadLine),
  ];
}

/** The heading of the first list: by this a text of an overview is known again. */
export const FIRST = 'Now: urgent or overdue';

/** By this Markdown of an overview is known again. */
export const OVERVIEW_HEAD = '# Overview of cases';

/** A folder of cases on a screen: what needs somebody today and this week, who holds it, and whom it waits for. */
export function overviewText(overview: Overview, style: Style): string {
  const lists = listsOf(overview).map((one) => listText(one, style));
  return `${[style.strong(casesAndDay(overview, ',')), ...lists].join('\n\n')}\n`;
}

/** The same as Markdown, whole. */
export function overviewMarkdown(overview: Overview): string {
  const lists = listsOf(overview).flatMap(({ title, lines }) => [
    `## ${escapeMarkdown(title)}: ${lines.length}`,
    lines.length === 0 ? 'None.' : lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n'),
  ]);
  return `${[OVERVIEW_HEAD, `**${PROTECT}**`, `${casesAndDay(overview, ',')}.`, ...lists].join('\n\n')}\n`;
}

/** How many cases there are, and the day at which they are looked at. */
export function casesAndDay({ cases }: Overview, before: string): string {
  const [first, ...others] = new Set(cases.map(({ row }) => row.as_at));
  const when = first === undefined ? '' : `${before} ${dayNamed(first)}`;
  return `${countOf(cases.length, 'case')}${others.length > 0 ? ', each on the day that its file names' : when}`;
}

/** That a case contradicts itself, in words. */
export const faultyWords = ({ row }: TeamCase): string =>
  `${countOf(row.file_faults, 'thing')} in the file cannot be right. cpplan check says which.`;

const faultyLine = (of: TeamCase): string => `${holderOf(of)}: ${faultyWords(of)}`;

const confirmLine = (of: TeamCase): string => `${holderOf(of)}: ${of.confirm.map(firstSentence).join(' ')}`;

const twinsLine = (cases: readonly TeamCase[]): string =>
  `${cases[0]?.row.case}: ${cases.map(({ path }) => fileName(path)).join(', ')}. Give each case its own.`;

export const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function listText({ title, lines, isAlarm }: OverviewList, style: Style): string {
  if (lines.length === 0) return `${title}: none.`;
  const more = lines.length - SHOWN;
  const head = `${title}: ${lines.length}`;
  return [
    style.strong(isAlarm ? style.alarm(head) : head),
    ...lines.slice(0, SHOWN).map((line) => hanging(line, style)),
    ...(more > 0 ? [style.quiet(`  and ${more} more. For all of them: -o overview.html`)] : []),
  ].join('\n');
}

const hanging = (text: string, { width }: Style): string => wrap(text, width - 4, '    ').replace(/^ {4}/, '  ');

/** The case with who holds it: `EX-0001 (East, SW 12)`. */
export function holderOf({ row }: TeamCase): string {
  const holder = [row.team, row.worker].filter((part) => part !== null).map((part) => oneLine(part ?? ''));
  return holder.length === 0 ? row.case : `${row.case} (${holder.join(', ')})`;
}

const cited = (clauses: readonly string[]): string => (clauses.length === 0 ? '' : ` [${clauses.join(', ')}]`);

function taskLine({ of, task }: CaseTask): string {
  const { label, due, who, says, clauses, rank } = task;
  const day =
    due === null
      ? ''
      : rank === 'due' || rank === 'to_do' || rank === 'find_out'
        ? `${dayNamed(due)}. `
        : `since ${dayInWords(due)}. `;
  return `${holderOf(of)}: ${rank === 'urgent' || rank === 'overdue' ? `${label} ` : ''}${day}${who}: ${firstSentence(says)}${cited(clauses)}`;
}

function analysisLine(of: TeamCase): string {
  const { analysis_missing: missing } = of.row;
  return `${holderOf(of)}: ${countOf(missing.length, 'matter')} not covered.`;
}

function bothLine(of: TeamCase): string {
  const why = of.stands.slice(0, 1).map(({ title, says, clauses }) => `${title}: ${says}${cited(clauses)}`);
  return `${holderOf(of)}: ${why.join(' ') || 'The procedures of this case say nothing on it.'}`;
}

const changeLine = ({ of, change }: CaseChange): string =>
  `${CHANGE_WORDS[change.kind]}. ${holderOf(of)}: ${change.says}${cited(change.clauses)}`;

const waitingLine = ({ who, cases, tasks, decisions }: Waiting): string =>
  `${who}: ${countOf(tasks, 'thing')} in ${countOf(cases, 'case')}${decisions > 0 ? `, ${countOf(decisions, 'decision')} among them` : ''}.`;

function loadLine({ team, worker, cases, urgent, overdue, pastDue, soon }: Load): string {
  const name = [team ?? 'no team named', worker ?? 'no worker named'].map(oneLine).join(', ');
  return `${name}: ${countOf(cases, 'case')}; ${urgent} urgent, ${overdue} overdue, ${pastDue} past due, ${soon} due within a week.`;
}
