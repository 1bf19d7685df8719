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

/** What the returns themselves came to, before any case is looked at. */
export interface ReportHead {
  readonly tallies: readonly FileTally[];
  readonly problems: readonly Problem[];
  /** What is said of no case in particular. */
  readonly others: readonly Remark[];
}

/** What an import came to. */
export interface ReportEnd {
  readonly isDryRun: boolean;
  readonly counts: Counts;
  /** What is said of no case in particular, once it is known which were made. */
  readonly others: readonly Remark[];
  /** Children without a plan, care and a case file. */
  readonly passed: number;
  /** Children who were not looked at, since the import was stopped. */
  readonly remaining: number;
  /** Children that the map of ids does not name. */
  readonly unmapped: number;
  /** The command with which a person decides between a case file and the returns, for the path of a case file. */
  readonly decide: (path: string) => string;
}

/** A form of the report, part by part: an import may be about hundreds of thousands of children. */
export interface ReportForm {
  readonly head: (head: ReportHead) => string;
  readonly one: (report: CaseReport) => string;
  readonly end: (end: ReportEnd) => string;
}

/** The figures of a report, kept while the cases go by. */
export class Counts {
  readonly became: Record<CaseReport['became'], number> = { made: 0, completed: 0, unchanged: 0, left: 0 };
  questions = 0;
  conflicts = 0;
  /** Values and rows that could not be read. */
  readonly refused: number;
  /** The first case file of which a side is in question. */
  undecided: string | undefined;

  constructor({ problems, others }: Pick<ReportHead, 'problems' | 'others'>) {
    this.refused = problems.filter(({ severity }) => severity === 'error').length;
    this.#note(others);
  }

  add({ became, items, path }: CaseReport): void {
    this.became[became] += 1;
    this.#note(items);
    if (items.some(({ kind, sides }) => kind === 'conflict' && sides)) this.undecided ??= path;
  }

  /** Whether something stands that a person must decide, or that could not be read. */
  get isLeftOpen(): boolean {
    return this.conflicts > 0 || this.refused > 0;
  }

  #note(items: readonly Remark[]): void {
    for (const { kind } of items) {
      if (kind === 'conflict') this.conflicts += 1;
      if (kind === 'question') this.questions += 1;
    }
  }
}

/** What says how to decide; nothing where no side of a case file is in question. */
export function howToDecide({ counts: { undecided }, decide }: Pick<ReportEnd, 'counts' | 'decide'>): string[] {
  if (undecided === undefined) return [];
  return [
    'To see both sides of each difference and decide, open each of these case files beside the returns, such as:',
    `  ${decide(undecided)}`,
  ];
}

const many = (n: number, one: string, several: string): string => `${n} ${n === 1 ? one : several}`;

/** Said where an import was stopped: how many children are left. */
export const stopped = (remaining: number): string =>
  `The import was stopped: ${many(remaining, 'child was', 'children were')} not looked at. Run the same import again to go on.`;

/** The last line of every report. */
export function tally({ counts, passed, unmapped, remaining, isDryRun }: ReportEnd): string {
  const { became, conflicts, refused, questions } = counts;
  const parts = [
    many(became.made, 'case file made', 'case files made'),
    `${became.completed} completed`,
    `${became.unchanged} unchanged`,
    ...(became.left > 0 ? [`${became.left} left as they are`] : []),
    many(conflicts, 'conflict', 'conflicts'),
    many(refused, 'value or row refused', 'values or rows refused'),
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
