import type { Item } from '../case/put.ts';
import type { Remark } from '../case/told.ts';
import type { FileTally, Problem } from '../reading.ts';

/** What became of one case. */
export interface CaseReport {
  readonly ref: string;
  readonly path: string;
  /** `left`: nothing was written, since a person has to decide something first. */
  readonly became: 'made' | 'completed' | 'unchanged' | 'left';
  readonly added: number;
  readonly changed: number;
  readonly items: readonly Item[];
}

/** The command with which a person decides between a case file and the returns, for the path of a case file. */
export type DecideWith = (path: string) => string;

/** What an import came to. */
export interface ImportReport {
  readonly isDryRun: boolean;
  readonly tallies: readonly FileTally[];
  readonly problems: readonly Problem[];
  readonly cases: readonly CaseReport[];
  /** What is said of no case in particular. */
  readonly others: readonly Remark[];
  /** Children without a plan, care and a case file. */
  readonly passed: number;
  /** Children who were not looked at, since the import was stopped. */
  readonly remaining: number;
  /** The command that puts the differences of a case file to a person, without the path of the file. */
  readonly decide?: DecideWith;
  /** Children that the map of ids does not name. */
  readonly unmapped: number;
}

/** Whether something stands that a person must decide, or that could not be read. */
export const isLeftOpen = (report: ImportReport): boolean => conflictsIn(report) > 0 || refusedIn(report) > 0;

export const conflictsIn = ({ cases, others }: ImportReport): number =>
  [...cases.flatMap(({ items }) => items), ...others].filter(({ kind }) => kind === 'conflict').length;

export const refusedIn = ({ problems }: ImportReport): number =>
  problems.filter(({ severity }) => severity === 'error').length;

/** What says how to decide; nothing where no side of a case file is in question. */
export function howToDecide({ cases, decide }: ImportReport): string[] {
  const first = cases.find(({ items }) => items.some(({ kind, sides }) => kind === 'conflict' && sides));
  if (!first || !decide) return [];
  return [
    'To see both sides of each difference and decide, open each of these case files beside the returns, such as:',
    `  ${decide(first.path)}`,
  ];
}

const many = (n: number, one: string, several: string): string => `${n} ${n === 1 ? one : several}`;

/** Said where an import was stopped: how many children are left. */
export const stopped = (remaining: number): string =>
  `The import was stopped: ${many(remaining, 'child was', 'children were')} not looked at. Run the same import again to go on.`;

/** The last line of every report. */
export function tally(report: ImportReport): string {
  const { cases, passed, unmapped, remaining, isDryRun } = report;
  const count = (became: CaseReport['became']): number => cases.filter((one) => one.became === became).length;
  const questions = cases.flatMap(({ items }) => items).filter(({ kind }) => kind === 'question').length;
  const parts = [
    many(count('made'), 'case file made', 'case files made'),
    `${count('completed')} completed`,
    `${count('unchanged')} unchanged`,
    ...(count('left') > 0 ? [`${count('left')} left as they are`] : []),
    many(conflictsIn(report), 'conflict', 'conflicts'),
    many(refusedIn(report), 'value or row refused', 'values or rows refused'),
    many(questions, 'question', 'questions'),
  ];
  const also = [
    ...(remaining > 0 ? [stopped(remaining)] : []),
    ...(passed > 0
      ? [`${many(passed, 'child has', 'children have')} no case file, and no plan or care that could be read.`]
      : []),
    ...(unmapped > 0 ? [`${many(unmapped, 'child is', 'children are')} not in the map of ids.`] : []),
  ];
  const start = isDryRun ? 'Nothing was written. With this import: ' : '';
  return [`${start}${parts.join(', ')}.`, ...also].join(' ');
}
