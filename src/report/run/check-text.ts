import { type CheckItem, LEVELS, levelInWords, reaches } from '../../assess/case/concern.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { Report, RunHead, RunSummary, Spot, StaleEntry } from '../../check/checked.ts';
import { toDo } from '../../check/tally.ts';
import { fileName } from '../../messages/safe.ts';
import type { Excerpt } from '../../yaml/masked.ts';
import type { Style } from '../words/style.ts';
import { harmless, oneLine } from '../words/wrap.ts';

/** For people: what is to be looked at, each with its line and a caret below it, then the run in a few lines. */
export function report(run: RunHead, style: Style): Report {
  return {
    begin: () => '',
    file: (file) => file.items.map((item) => itemText(file.path, item, file.lines, style)).join(''),
    forReader: ({ path, items }, { lines, shown }) =>
      items.map((item) => itemText(path, item, lines, style, shown.get(item))).join(''),
    end: (summary) => `${summaryLines(run, summary, style).join('\n')}\n`,
  };
}

function itemText(
  path: string,
  item: CheckItem,
  lines: ReadonlyMap<number, Excerpt> | undefined,
  style: Style,
  shown?: string,
): string {
  const { line, column, level, rule, clauses, says } = item;
  const stress = reaches(level, 'past_due') ? style.alarm : style.strong;
  const word = stress(`${levelInWords(level)}:`);
  const value = shown === undefined ? '' : ` It reads ${shown}`;
  const head = `${fileName(path)}:${line}:${column}: ${word} ${oneLine(says + value)} [${[rule, ...clauses].join(', ')}]`;
  const excerpt = lines?.get(line);
  if (!excerpt) return `${head}\n`;
  const margin = `${line}`.padStart(6);
  const shownLine = around(harmless(excerpt.text), excerpt.columnOf(column) - 1);
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
