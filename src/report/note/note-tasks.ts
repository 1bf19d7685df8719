import type { Assessment, Finding } from '../../assess/case/assessment.ts';
import { type Rank, type Task, tasksOf } from '../../assess/case/tasks.ts';
import { type Audience, daysBehind, mayShowDay } from '../case/audience.ts';
import { countsByPerson, type TaskWords, taskInWords } from '../case/task-words.ts';
import { capital, type Titles } from '../words/titles.ts';
import type { Field, Fields } from './fields.ts';

/** As many tasks stand by themselves in the short note; what is urgent always does. */
const SHORT = 5;

/** Ranks that are named beside a task: everything else is simply to be done. */
const PRESSING: readonly Rank[] = ['urgent', 'overdue', 'past_due'];

/** What people still have to do, and what they have to record or find out, as `check` and the brief count it. */
export function openFields(assessment: Assessment, title: Titles, audience: Audience): Fields {
  const open = tasksOf(assessment).filter(({ about }) => about.kind !== 'fact');
  const views = open.map((task) => viewOf(forReaders(task, assessment, audience), assessment, title));
  const tasks = views.filter(({ words }) => words.rank !== 'find_out');
  const silent = views.filter(({ words }) => words.rank === 'find_out');
  const shown = Math.max(SHORT, tasks.filter(({ words }) => words.rank === 'urgent').length);
  const rest = [...tasks.slice(shown), ...silent];
  const maybe = assessment.findings.filter((f) => f.unsure === 'applies' && f.kind !== 'indicator');
  return {
    tasks: tasks.map(({ field }) => field),
    unrecorded: byPerson(silent).map(([who, own]) => ({ who, tasks: own.map(({ field }) => field) })),
    people: peopleFields(tasks, silent),
    first_tasks: tasks.slice(0, shown).map(({ field }) => field),
    more_tasks: rest.length > 0 ? `${rest.length} more: ${countsByPerson(rest.map(({ words }) => words))}` : null,
    maybe: maybe.map((finding) => maybeField(finding, title)),
  };
}

/** A task without its day where these readers may not see a date that the day is counted from. */
export function forReaders(task: Task, assessment: Assessment, audience: Audience): Task {
  const { due: _, ...others } = task;
  return mayShowDay(datesBehind(task, assessment), assessment, audience) ? task : others;
}

function datesBehind({ about }: Task, { standings }: Assessment): string[] {
  if (about.kind === 'requirement') return daysBehind(about.finding);
  if (about.kind === 'analysis') return about.findings.flatMap(daysBehind);
  const before = about.kind === 'decision' ? standings.get(about.question)?.decider?.before : undefined;
  return before === undefined ? [] : [before];
}

interface View {
  readonly words: TaskWords;
  readonly field: Fields;
}

function viewOf(task: Task, assessment: Assessment, title: Titles): View {
  const words = taskInWords(task, assessment, title);
  const field = {
    who: words.who,
    mark: PRESSING.includes(words.rank) ? words.label : null,
    says: words.act,
    due: words.when || null,
    matters: mattersOf(task),
    clauses: words.clauses.join(', '),
  };
  return { words, field };
}

/** What is missing of a list, or what a text has to cover; one matter alone is the task itself. */
function mattersOf({ about }: Task): string[] {
  if (about.kind === 'analysis') return about.findings.map(({ says }) => unstopped(says));
  if (about.kind !== 'requirement') return [];
  return (about.finding.items ?? []).filter(({ state }) => state !== 'met').map(({ says }) => unstopped(says));
}

const unstopped = (text: string): string => text.replace(/\.$/, '');

function byPerson(views: readonly View[]): [string, View[]][] {
  const people = new Map<string, View[]>();
  for (const view of views) people.set(view.words.who, [...(people.get(view.words.who) ?? []), view]);
  return [...people];
}

/** Each person with what is to be done, and what nothing is recorded of; the most pressed first. */
function peopleFields(tasks: readonly View[], silent: readonly View[]): Field {
  return byPerson([...tasks, ...silent]).map(([who, own]) => ({
    who,
    tasks: own.filter((view) => tasks.includes(view)).map(({ field }) => field),
    unrecorded: own.filter((view) => silent.includes(view)).map(({ field }) => field),
  }));
}

const maybeField = ({ who, pack, says, clauses }: Finding, title: Titles): Fields => ({
  who: capital(who.map((role) => title(role, pack)).join(' and ')),
  says,
  clauses: clauses.join(', '),
});
