import type { Finding } from '../../assess/case/assessment.ts';
import { type Task, tasksOf } from '../../assess/case/tasks.ts';
import type { Style } from '../words/style.ts';
import { labelled, wrap } from '../words/wrap.ts';
import type { BriefOf } from './brief.ts';
import { type TaskWords, taskInWords, whoOf } from './task-words.ts';

const COLUMN = 10;

/** Everything that is to do: the most pressing first, then by person what may be done already. */
export function openTasksText(of: BriefOf, style: Style): string {
  const { assessment, title } = of;
  const open = tasksOf(assessment).filter(({ about }) => about.kind !== 'fact');
  const pressing = open.filter(({ rank }) => rank !== 'find_out');
  const unrecorded = open.filter(({ rank }) => rank === 'find_out');
  const lines = (tasks: readonly Task[]): [string, string][] =>
    tasks.map((task) => [taskInWords(task, assessment, title).who, lineOf(task)]);
  return [
    ...pressing.map((task) => taskText(task, taskInWords(task, assessment, title), style)),
    ...(unrecorded.length > 0 ? [wrap('Is this done? Record it.', style.width, '  ')] : []),
    ...byPerson(lines(unrecorded), '    ', style),
  ].join('\n');
}

/** What may apply once more is known, by person. */
export function maybeText({ assessment, title }: BriefOf, style: Style): string {
  const maybe = assessment.findings.filter((f) => f.unsure === 'applies' && f.kind !== 'indicator');
  const lines = maybe.map((finding): [string, string] => [whoOf(finding, title), line(finding)]);
  return byPerson(lines, '  ', style).join('\n');
}

function taskText(task: Task, { rank, label, who, when, act }: TaskWords, style: Style): string {
  const { about } = task;
  const says = about.kind === 'requirement' ? about.finding.says : act;
  const clauses = about.kind === 'analysis' || task.clauses.length === 0 ? '' : `[${task.clauses.join(', ')}]`;
  const text = [
    `${who}: ${rank === 'past_due' ? 'Is this done? Record when, or do it now: ' : ''}${says}`,
    when,
    clauses,
  ];
  const first = labelled(label, text.filter((part) => part).join(' '), COLUMN, style.width);
  const below = mattersOf(task).map((matter) => labelled('-', matter, 2, style.width, ' '.repeat(COLUMN + 2)));
  const block = [first, ...below].join('\n');
  return rank === 'urgent' || rank === 'overdue' ? style.alarm(block) : block;
}

/** What a text still has to cover, or what is missing of a list. */
function mattersOf({ about }: Task): string[] {
  if (about.kind === 'analysis') return about.findings.map(({ says, clauses }) => `${says} [${clauses.join(', ')}]`);
  if (about.kind !== 'requirement') return [];
  const { items = [], state } = about.finding;
  return items
    .filter((item) => item.state !== 'met')
    .map((item) => (item.state === 'unknown' && state !== 'unknown' ? `${item.says} (not recorded)` : item.says));
}

const lineOf = ({ about, pack }: Task): string => {
  if (about.kind === 'requirement') return line(about.finding);
  if (about.kind !== 'analysis') return '';
  const clauses = [...new Set(about.findings.flatMap((finding) => finding.clauses))];
  return `Record when this analysis was written: ${about.texts.map((id) => pack.pack.analyses?.[id]?.title ?? id).join('; ')} [${clauses.join(', ')}]`;
};

/** A requirement in a line, with how many matters it has. */
function line({ says, items = [], clauses }: Finding): string {
  const left = items.filter(({ state }) => state !== 'met').length;
  return `${says}${left > 0 ? ` ${left === 1 ? 'one matter' : `${left} matters`}` : ''} [${clauses.join(', ')}]`;
}

/** Lines by person. */
function byPerson(lines: readonly (readonly [string, string])[], indent: string, style: Style): string[] {
  const people = new Map<string, string[]>();
  for (const [who, text] of lines) people.set(who, [...(people.get(who) ?? []), text]);
  return [...people].flatMap(([who, texts]) => [
    wrap(`${who}:`, style.width, indent),
    ...texts.map((text) => labelled('-', text, 2, style.width, `${indent}  `)),
  ]);
}
