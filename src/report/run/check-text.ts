import { type CheckItem, LEVELS, type Level, levelInWords, reaches } from '../../assess/case/concern.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { CheckedFile, ForReader, Report, RunHead, RunSummary, Spot, StaleEntry } from '../../check/checked.ts';
import { toDo } from '../../check/tally.ts';
import { fileName } from '../../messages/safe.ts';
import { columnIn, type Excerpt } from '../../yaml/masked.ts';
import type { Style } from '../words/style.ts';
import { harmless, labelled, oneLine } from '../words/wrap.ts';

/** For people: what is to be looked at, each with its line and a caret below it, then the run in a few lines. */
export function report(run: RunHead, style: Style): Report {
  return {
    begin: () => '',
    file: (file) => fileText(file, file.lines, style),
    forReader: (file, { lines, shown }) => fileText(file, lines, style, shown),
    end: (summary) => `${summaryLines(run, summary, style).join('\n')}\n`,
  };
}

type Lines = ReadonlyMap<number, Excerpt> | undefined;

/** What is wrong with a file at its places; then what is to be done in the case, the most pressing first, as in a brief. */
function fileText(file: CheckedFile, lines: Lines, style: Style, shown?: ForReader['shown']): string {
  const [faults, found] = [file.items.filter(isFault), file.items.filter((item) => !isFault(item))];
  const pressing = LEVELS.flatMap((level) => found.filter((item) => item.level === level));
  return [
    ...faults.map((item) => itemText(file.path, item, lines, style, shown?.get(item))),
    ...(found.length > 0 ? [`${style.strong(`${file.case ?? ''}  ${fileName(file.path)}`)}\n`] : []),
    ...pressing.map((item) => `${foundText(item, style)}\n`),
  ].join('');
}

const isFault = ({ about }: CheckItem): boolean => about === 'file';

const LABELS: Readonly<Record<Level, string>> = {
  error: 'ERROR',
  overdue: 'OVERDUE',
  past_due: 'PAST DUE',
  outstanding: 'To do',
  undecided: 'Find out',
  note: 'Note',
};

function foundText({ level, rule, clauses, says, line }: CheckItem, style: Style): string {
  const text = `${oneLine(says)} [${[rule, ...clauses].join(', ')}] line ${line}`;
  const whole = labelled(LABELS[level], text, LABEL_COLUMN, style.width);
  return reaches(level, 'past_due') ? style.alarm(whole) : whole;
}

const LABEL_COLUMN = 10;

function itemText(path: string, item: CheckItem, lines: Lines, style: Style, shown?: string): string {
  const { line, column, level, rule, clauses, says } = item;
  const stress = reaches(level, 'past_due') ? style.alarm : style.strong;
  const word = stress(`${levelInWords(level)}:`);
  const value = shown === undefined ? '' : ` It reads ${shown}`;
  const head = `${fileName(path)}:${line}:${column}: ${word} ${oneLine(says + value)} [${[rule, ...clauses].join(', ')}]`;
  const excerpt = lines?.get(line);
  if (!excerpt) return `${head}\n`;
  const margin = `${line}`.padStart(6);
  const shownLine = around(harmless(excerpt.text), columnIn(excerpt, column) - 1);
  const caret = `${' '.repeat(margin.length)} | ${' '.repeat(shownLine.at)}^`;
  return `${head}\n${style.quiet(`${margin} | ${shownLine.text}\n${caret}`)}\n`;
}

/** Letters of a line that are shown to either side of the place at fault. */
const NEAR = 100;

/** A line, or of a very long one what stands around a place in it. */
function around(text: string, at: number): { text: string; at: number } {
  const from = Math.max(0, at - NEAR);
  const [before, after] = [from > 0 ? '…' : '', at + NEAR < text.length ? '…' : ''];
  return { text: before + text.slice(from, at + NEAR) + after, at: at - from + before.length };
}

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/** The run in a few lines: what was checked, how much was found, what is most pressing. */
export function summaryLines(run: RunHead, summary: RunSummary, style: Style): string[] {
  const { checked, unread, others, counts, accepted, sharing, stoppedOf } = summary;
  const seen = checked + unread;
  const levels = LEVELS.map((level) => `${counts[level]} ${levelInWords(level)}`).join(', ');
  return [
    ...(stoppedOf === undefined
      ? []
      : [style.alarm(`Stopped after ${seen} of ${stoppedOf} files; what follows is of those.`)]),
    ...forToday(summary, style),
    `${style.strong(`${many(checked, 'case file')} checked`)} at ${dayInWords(run.asAt)}: ${levels}.`,
    ...(unread > 0 ? [`${many(unread, 'file')} could not be checked; the errors above say why.`] : []),
    ...(others > 0
      ? [`${many(others, 'other file')} skipped: not ${others === 1 ? 'a case file' : 'case files'}.`]
      : []),
    ...pressing(summary),
    ...(sharing > 0 ? [`${many(sharing, 'file')} with the reference of another file; --show note names them.`] : []),
    ...(accepted > 0 ? [`${many(accepted, 'finding')} accepted by the suppressions.`] : []),
    ...stale(summary),
    ...hidden(run, summary),
  ];
}

/** As many people are named; the others are counted. */
const NAMED = 3;

/** What needs somebody today: how much is past its day, in how many cases, and whose it is. */
function forToday({ counts, today: { cases, people } }: RunSummary, style: Style): string[] {
  if (cases === 0) return [];
  const whose = people.filter(({ who }) => who).map(({ who, count }) => `${who} ${count}`);
  const more = whose.length > NAMED ? `; and ${whose.length - NAMED} more` : '';
  const past = [
    ...(counts.overdue > 0 ? [`${counts.overdue} overdue`] : []),
    ...(counts.past_due > 0 ? [`${counts.past_due} past due`] : []),
  ].join(', ');
  const named = whose.length > 0 ? ` ${whose.slice(0, NAMED).join('; ')}${more}.` : '';
  return [style.alarm(`Needs somebody today: ${past}, in ${many(cases, 'case')}.${named}`)];
}

function pressing({ checked, clauses, oldest, oldestPast, due }: RunSummary): string[] {
  const most = clauses.filter(({ counts }) => toDo(counts) > 0).slice(0, 5);
  const named = most.map(({ clause, counts }) => `${clause} (${toDo(counts)})`).join(', ');
  return [
    ...(checked > 1 && most.length > 0 ? [`Most to do by clause: ${named}.`] : []),
    ...(oldest ? [`Longest overdue: ${many(-oldest.days, 'day')}, ${spotText(oldest)}.`] : []),
    ...(oldestPast
      ? [`Longest past due, not recorded: ${many(-oldestPast.days, 'day')}, ${spotText(oldestPast)}.`]
      : []),
    ...(due ? dueLines(due) : []),
  ];
}

function dueLines({ within, count, next }: NonNullable<RunSummary['due']>): string[] {
  if (count === 0) return [`Nothing falls due within ${many(within, 'day')}.`];
  const rest = count - next.length;
  return [
    `${count} due within ${many(within, 'day')}:`,
    ...next.map((spot) => `  in ${many(spot.days, 'day')}: ${spotText(spot)}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

export const spotText = ({ file, line, case: id, rule, clauses }: Spot): string =>
  `${id}, ${[rule, ...clauses].join(', ')} (${fileName(file)}:${line})`;

function staleText({ rule, why, meant }: StaleEntry): string {
  if (why === 'expired') return `the suppression of ${rule} has expired.`;
  if (why === 'unused') return `the suppression of ${rule} is not needed any more.`;
  return `this accepts nothing: there is no such rule.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
}

function stale({ stale: entries }: RunSummary): string[] {
  const shown = entries.slice(0, 10).map((entry) => `${fileName(entry.file)}:${entry.line}: ${staleText(entry)}`);
  return entries.length > shown.length ? [...shown, `And ${entries.length - shown.length} more suppressions.`] : shown;
}

function hidden({ show }: RunHead, { counts }: RunSummary): string[] {
  const below = LEVELS.slice(LEVELS.indexOf(show) + 1);
  if (below.every((level) => counts[level] === 0)) return [];
  return [`Listed: ${show === 'error' ? 'errors' : `${show} and above`}; for all, --show ${LEVELS.at(-1)}.`];
}
