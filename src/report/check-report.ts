import { type CheckItem, LEVELS, type Level } from '../assess/check.ts';
import type { Day } from '../case/dates.ts';

/** What a check found in one file. */
export interface CheckedFile {
  readonly path: string;
  /** Reference of the case, where the file could be read. */
  readonly case?: string;
  readonly items: readonly CheckItem[];
}

/** A whole run of `check`. */
export interface CheckRun {
  /** The day given for all files; none where each has its own or today's. */
  readonly asAt: Day | undefined;
  readonly files: readonly CheckedFile[];
}

/** How many items there are at each level. */
export function countLevels(files: readonly CheckedFile[]): Record<Level, number> {
  const counts = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  for (const file of files) for (const item of file.items) counts[item.level]++;
  return counts;
}

/** Whether anything weighs as much as a level, or more. */
export function reaches(files: readonly CheckedFile[], level: Level): boolean {
  const limit = LEVELS.indexOf(level);
  return files.some((file) => file.items.some((item) => LEVELS.indexOf(item.level) <= limit));
}

/** `file:line:column: level: sentence [rule, clauses]` for what weighs enough to be shown, then the counts of all. */
export function checkText({ files }: CheckRun, show: Level): string {
  const limit = LEVELS.indexOf(show);
  const shown = ({ level }: CheckItem): boolean => LEVELS.indexOf(level) <= limit;
  const lines = files.flatMap((file) => file.items.filter(shown).map((item) => itemText(file.path, item)));
  const counts = countLevels(files);
  const summary = LEVELS.map((level) => `${counts[level]} ${level}`).join(', ');
  const cases = files.length === 1 ? '1 case file' : `${files.length} case files`;
  const hidden = LEVELS.slice(limit + 1).some((level) => counts[level] > 0);
  const more = hidden ? ` Shown: ${show} and above; for more, --show ${LEVELS.at(-1)}.` : '';
  return `${[...lines, `${cases} checked: ${summary}.${more}`].join('\n')}\n`;
}

function itemText(path: string, { line, column, level, rule, clauses, says }: CheckItem): string {
  return `${path}:${line}:${column}: ${level}: ${says} [${[rule, ...clauses].join(', ')}]`;
}

/** The run as data. */
export function checkJson({ files, asAt }: CheckRun): string {
  const body = {
    version: 1,
    ...(asAt && { as_at: asAt }),
    counts: { files: files.length, ...countLevels(files) },
    files: files.map(({ path, case: id, items }) => ({
      file: path,
      ...(id && { case: id }),
      items: items.map(({ found: _, ...item }) => item),
    })),
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}
