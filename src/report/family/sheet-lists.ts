import { firstSentence } from '../case/headline.ts';
import type { UnknownView } from '../case/summary.ts';
import { countsByPerson, type TaskWords } from '../case/task-words.ts';
import { escapeMarkdown } from '../words/markdown.ts';
import { capital } from '../words/titles.ts';
import { firstOfEach, isPressing, type Joint } from './joint.ts';

/** What people have to do for a family, and what is not known of it. */
export interface Parts {
  readonly tasks: readonly Joint<TaskWords>[];
  readonly unknown: readonly Joint<UnknownView>[];
  /** How many children the page is about. */
  readonly children: number;
}

/**
 * What cannot wait or is past its day, of whatever child; the first thing to do of each child; and then as many more as there
 * is room for. What is to be found out has its own list.
 */
export function tasksText(parts: Parts, room: number, isShort: boolean): string {
  const tasks = parts.tasks.filter(({ one }) => one.rank !== 'find_out');
  if (tasks.length === 0) return nothingToDo(parts);
  const firsts = firstOfEach(tasks);
  const must = tasks.filter((task) => isPressing(task) || firsts.has(task));
  const others = tasks.filter((task) => !must.includes(task)).slice(0, Math.max(0, room - must.length));
  const shown = tasks.filter((task) => must.includes(task) || others.includes(task));
  const rest = tasks.filter((task) => !shown.includes(task));
  const more = rest.length > 0 ? [`- And ${rest.length} more: ${counted(rest)}.`] : [];
  return [...shown.map((task) => taskLine(task, isShort, parts.children)), ...more].join('\n');
}

/** Where little is answered, much may turn out to be asked: then nothing is not said. */
function nothingToDo({ tasks, unknown }: Parts): string {
  const open = unknown.length + records(tasks).length;
  if (open === 0) return 'Nothing is left to do.';
  return `Nothing to do is known yet: ${open === 1 ? 'one thing is' : `${open} things are`} not known.`;
}

const counted = (tasks: readonly Joint<TaskWords>[]): string =>
  escapeMarkdown(countsByPerson(tasks.map(({ one }) => one)));

function taskLine(task: Joint<TaskWords>, isShort: boolean, all: number): string {
  const { one, children } = task;
  const { label, rank, who, says, when, clauses } = one;
  const [first = [], more] = isShort ? [clauses.slice(0, CITED), clauses.length > CITED] : [clauses, false];
  const cited = first.length > 0 ? `(${first.join(', ')}${more ? ' and others' : ''})` : '';
  const act = isShort && rank !== 'urgent' ? inShort(task) : says;
  const text = [act, when, cited].filter(Boolean).map(escapeMarkdown).join(' ');
  return `- **${escapeMarkdown(`${forWhom(children, all)}${who}:`)}** ${label === 'To do' ? '' : `${label}. `}${text}`;
}

/** The first sentence after the reminder that it may be done; of what has time, without the list that it may end with. */
function inShort(task: Joint<TaskWords>): string {
  const { says, act } = task.one;
  const reminder = says.slice(0, says.length - act.length);
  const list = act.indexOf(': ');
  const isList = list >= 0 && act.includes('; ', list) && !isPressing(task);
  return `${reminder}${isList ? `${act.slice(0, list)}.` : firstSentence(act)}`;
}

/** As many clauses are cited in short. */
const CITED = 2;

/** What is not known: the first of each child before others, as far as there is room; then whom to ask what is done. */
export function unknownText({ tasks, unknown, children }: Parts, room: number): string {
  const firsts = firstOfEach(unknown);
  const order = [...firsts, ...unknown.filter((one) => !firsts.has(one))].slice(0, room);
  const shown = unknown.filter((one) => order.includes(one));
  const more = unknown.length - shown.length;
  return (
    [
      ...shown.map((one) => unknownLine(one, children)),
      ...(more > 0 ? [`- And ${more} more. The interview asks them.`] : []),
      ...unrecorded(tasks),
    ].join('\n') || 'Nothing that matters here is unknown.'
  );
}

function unknownLine({ one: { label, kind, who, chaseBy }, children }: Joint<UnknownView>, all: number): string {
  const finds = [who && `${capital(who)} finds out`, chaseBy && `by ${chaseBy}`].filter(Boolean).join(' ');
  const text = `${label}: ${kind}.${finds ? ` ${finds}.` : ''}`;
  return `- **${escapeMarkdown(forWhom(children, all).trim())}** ${escapeMarkdown(text)}`.replace('**** ', '');
}

/** What may be done already. A fact to find out stands among what is not known. */
const records = (tasks: readonly Joint<TaskWords>[]): Joint<TaskWords>[] =>
  tasks.filter(({ one }) => one.rank === 'find_out' && one.says !== one.act);

/** The same, counted by the person who can say. */
function unrecorded(tasks: readonly Joint<TaskWords>[]): string[] {
  const open = records(tasks);
  return open.length > 0 ? [`- Done or not? Nothing is recorded. Ask: ${counted(open)}.`] : [];
}

/** The children that something is about; a family with one child needs no name. */
function forWhom(children: readonly string[], all: number): string {
  if (all === 1) return '';
  return children.length < all ? `${children.join(', ')}. ` : all === 2 ? 'Both children. ' : 'All children. ';
}
