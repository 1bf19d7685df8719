import { dayNamed } from '../../calendar/date-words.ts';
import { PROTECT } from '../case/summary.ts';
import { escapeMarkdown } from '../words/markdown.ts';
import { countOf } from './overview-text.ts';
import type { TeamCase } from './team-case.ts';
import type { TeamTask } from './team-task.ts';

/** By this heading an agenda is known again. */
export const AGENDA_HEAD = '# Supervision:';

const BLANK = '.'.repeat(24);
const LINE = '.'.repeat(60);

/** What to talk through in supervision, as Markdown: for each case where it stands, what to do, what to find out and which decisions to record. */
export function agendaMarkdown(cases: readonly TeamCase[], whose: readonly string[]): string {
  const days = [...new Set(cases.map(({ row }) => row.as_at))];
  const when = days.length === 1 ? [dayNamed(days[0] ?? '')] : [];
  const head = [...whose, ...when].map(escapeMarkdown).join(', ');
  const blocks = [
    `${AGENDA_HEAD} ${head || 'all cases'}`,
    `**${PROTECT}**`,
    `${countOf(cases.length, 'case')}, the most pressing first.`,
    ...[...cases].sort(morePressing).flatMap(caseBlocks),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const weight = ({ row: { tasks } }: TeamCase): number => tasks.urgent * 10_000 + tasks.overdue * 100 + tasks.past_due;

const morePressing = (a: TeamCase, b: TeamCase): number => weight(b) - weight(a);

function caseBlocks(of: TeamCase): string[] {
  const { row, stands, tasks } = of;
  const facts = tasks.filter(({ isQuestion }) => isQuestion);
  const decisions = tasks.filter(({ isDecision }) => isDecision);
  const others = tasks.filter((task) => !facts.includes(task) && !decisions.includes(task));
  const holder = [row.team, row.worker].filter((part) => part !== null).join(', ');
  return [
    `## ${escapeMarkdown([row.case, holder].filter((part) => part !== '').join(', '))}`,
    ...part(
      'Where it stands',
      stands.map(({ title, says, clauses }) => `${escapeMarkdown(`${title}: ${says}`)}${cited(clauses)}`),
    ),
    ...part('To do', others.map(taskItem)),
    ...part('To find out', facts.map(taskItem)),
    ...part(
      'Decisions to record',
      decisions.map((task) => `${taskItem(task)} Decided: ${BLANK} By: ${BLANK} On: ${BLANK}`),
    ),
    `**Agreed today, by whom and by when:** ${LINE}`,
  ];
}

const part = (heading: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`### ${heading}`, items.map((item) => `- ${item}`).join('\n')];

const cited = (clauses: readonly string[]): string => (clauses.length === 0 ? '' : ` \\[${clauses.join(', ')}\\]`);

function taskItem({ label, rank, who, says, due, clauses }: TeamTask): string {
  const isLate = rank === 'urgent' || rank === 'overdue' || rank === 'past_due';
  const day = due === null ? '' : ` ${isLate ? 'It was due by' : 'By'} ${dayNamed(due)}.`;
  return `${isLate ? `**${label}.** ` : ''}${escapeMarkdown(`${who}: ${says}${day}`)}${cited(clauses)}`;
}
