import { LEVELS, levelInWords } from '../../assess/case/concern.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { CheckedFile, Counts, Report, RunHead, RunSummary, Spot } from '../../check/checked.ts';
import { toDo } from '../../check/tally.ts';
import { fileName } from '../../messages/safe.ts';
import { escapeMarkdown as escaped } from '../words/markdown.ts';

/** Rows that the list of findings has at most: a summary is read by a person. */
const ROWS = 100;

/** A summary for a manager: how many cases, what is found by level and by clause, what is pressing. */
export function report(run: RunHead): Report {
  const rows: string[] = [];
  let left = 0;
  return {
    begin: () => '',
    file: (file) => {
      const found = file.items.map((item) => itemRow(file, item));
      const room = ROWS - rows.length;
      rows.push(...found.slice(0, room));
      left += Math.max(0, found.length - room);
      return '';
    },
    end: (summary) =>
      `${[...head(run, summary), ...pressing(summary), ...byClause(summary), ...list(rows, left)].join('\n')}\n`,
  };
}

const table = (titles: readonly string[], rows: readonly string[]): string[] => [
  '',
  line(titles),
  line(titles.map(() => '---')),
  ...rows,
];

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function itemRow(
  { path, case: id }: CheckedFile,
  { level, line: at, rule, clauses, says }: CheckedFile['items'][number],
): string {
  const cells = [id ?? '', `${fileName(path)}:${at}`, levelInWords(level), [rule, ...clauses].join(', '), says];
  return line(cells.map(escaped));
}

function head(run: RunHead, { checked, unread, counts, accepted, stoppedOf }: RunSummary): string[] {
  return [
    `# Check of case files at ${dayInWords(run.asAt)}`,
    ...(stoppedOf === undefined ? [] : ['', `**Stopped after ${checked + unread} of ${stoppedOf} files.**`]),
    '',
    `${checked} checked, ${unread} that could not be checked, ${accepted} findings accepted.`,
    ...table(LEVELS.map(levelInWords), [figures(counts)]),
  ];
}

const figures = (counts: Counts): string => line(LEVELS.map((level) => counts[level]));

function pressing({ oldest, oldestPast, due }: RunSummary): string[] {
  const spot = ({ case: id, rule, clauses, file, line: at }: Spot): string[] =>
    [id, [rule, ...clauses].join(', '), `${fileName(file)}:${at}`].map(escaped);
  return [
    ...(oldest ? ['', `Longest overdue: ${-oldest.days} days, ${spot(oldest).join(', ')}.`] : []),
    ...(oldestPast
      ? ['', `Longest past due, not recorded: ${-oldestPast.days} days, ${spot(oldestPast).join(', ')}.`]
      : []),
    ...(due ? ['', `## Due within ${due.within} days: ${due.count}`] : []),
    ...(due?.next.length
      ? table(
          ['days left', 'case', 'rule', 'file'],
          due.next.map((s) => line([s.days, ...spot(s)])),
        )
      : []),
  ];
}

function byClause({ clauses }: RunSummary): string[] {
  const rows = clauses.filter(({ counts }) => toDo(counts) + counts.undecided > 0);
  if (rows.length === 0) return [];
  const cells = rows.map(({ clause, counts }) =>
    line([clause, counts.overdue, counts.past_due, counts.outstanding, counts.undecided]),
  );
  return ['', '## By clause', ...table(['clause', 'overdue', 'past due', 'outstanding', 'undecided'], cells)];
}

function list(rows: readonly string[], left: number): string[] {
  if (rows.length === 0) return [];
  const more = left > 0 ? ['', `And ${left} more.`] : [];
  return ['', '## Findings', ...table(['case', 'place', 'level', 'rule', 'what it says'], rows), ...more];
}
