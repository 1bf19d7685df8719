import { UserError } from '../../messages/errors.ts';
import type { PolicyLibrary } from '../../policy/folder/policy-library.ts';
import { csvCell } from '../words/csv-cell.ts';
import type { CaseRow, Range } from './case-row.ts';

/** Rows of cases as a table for a spreadsheet: one column a figure, and two for each question of the packs. */
export interface RowTable {
  readonly header: string;
  readonly line: (row: CaseRow) => string;
}

type Column = readonly [name: string, value: (row: CaseRow) => string | number | null | undefined];

const plain = (name: keyof CaseRow): Column => [name, (row) => row[name] as string | number | null];

const range = (name: keyof CaseRow): Column[] => [
  [`${name}_min`, (row) => (row[name] as Range).min],
  [`${name}_max`, (row) => (row[name] as Range).max],
];

const list = (name: keyof CaseRow): Column => [name, (row) => (row[name] as readonly string[]).join(' ')];

const COLUMNS: readonly Column[] = [
  ...(['case', 'authority', 'team', 'worker', 'as_at', 'on_plan', 'looked_after', 'dual_status'] as const).map(plain),
  ...(['earlier_plans', 'plan_number', 'months_between_plans', 'last_plan_months', 'months_on_plan'] as const).flatMap(
    range,
  ),
  ...(
    [
      'plan_began',
      'last_plan_began',
      'last_plan_ended',
      'conference_requested',
      'category_now',
      'category_before',
    ] as const
  ).map(plain),
  ...(['urgent', 'overdue', 'past_due', 'due', 'to_do', 'find_out'] as const).map(
    (rank): Column => [`tasks_${rank}`, ({ tasks }) => tasks[rank]],
  ),
  plain('next_due'),
  ...(['next_due_clauses', 'overdue_clauses', 'past_due_clauses', 'analysis_missing', 'missing'] as const).map(list),
  plain('file_faults'),
];

/**
 * The questions of all packs that the cases of a run may have, by `pack.question`.
 * @param told is given the fault of a pack that cannot be read, whose cases have no row
 */
export function questionsOf(libraries: readonly PolicyLibrary[], told: (fault: UserError) => void): string[] {
  const idsOf = (library: PolicyLibrary, name: string): string[] => {
    try {
      return library.pack(name).questions.map(({ id }) => `${name}.${id}`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      told(error);
      return [];
    }
  };
  return [...new Set(libraries.flatMap((library) => library.names().flatMap((name) => idsOf(library, name))))];
}

/** The columns of a table, the same for every run over the same packs. */
export function rowTable(questions: readonly string[]): RowTable {
  const columns = [
    ...COLUMNS,
    ...questions.flatMap((id): Column[] => [
      [id, ({ questions: own }) => own[id] && (own[id].outcome ?? own[id].state)],
      [`${id}.standing`, ({ questions: own }) => own[id]?.standing],
    ]),
  ];
  return {
    header: `${columns.map(([name]) => name).join(',')}\r\n`,
    line: (row) => `${columns.map(([, value]) => csvCell(value(row))).join(',')}\r\n`,
  };
}
