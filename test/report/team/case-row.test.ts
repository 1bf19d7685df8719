import { describe, expect, test } from 'vitest';
import type { CaseRow, Range } from '../../../src/report/team/case-row.ts';
import { questionsOf, rowTable } from '../../../src/report/team/row-csv.ts';
import { RowSchema } from '../../../src/report/team/row-schema.ts';
import { caseFiles } from '../../support/cases.ts';
import { policies } from '../../support/packs/policies.ts';
import { rowOf, TEN } from './support.ts';

const rows = new Map(TEN.map(rowOf).map((row) => [row.case, row]));

const inShort = ({ min, max }: Range): string =>
  min === null ? '?' : max === min ? String(min) : `${min}-${max ?? ''}`;

const shortRow = (row: CaseRow): string =>
  [
    row.case,
    row.on_plan,
    row.dual_status,
    ...[row.earlier_plans, row.plan_number, row.months_between_plans, row.last_plan_months, row.months_on_plan].map(
      inShort,
    ),
    row.category_now ?? '?',
    row.category_before ?? '?',
  ].join(' ');

// Worked out by hand from the ten files, each looked at on 20 November 2026:
// case, on a plan, also looked after, earlier plans, number of the plan, months between plans, months that the last plan lasted,
// months on the plan, category now and before
const BY_HAND = [
  'EX-7001 no no 1 2 8 10 ? NEG NEG',
  'EX-7002 no no 1 2 26 11 ? NEG NEG',
  'EX-7003 unknown unknown 1 2 24 20 ? EMO EMO',
  'EX-7004 unknown unknown 2 3 48 9 ? EMO EMO',
  'EX-7005 yes unknown 1 2 26 10 6 EMO EMO',
  'EX-7006 yes unknown 1 2 26 10 5 NEG NEG',
  'EX-7007 yes yes ? ? ? ? 9 NEG ?',
  'EX-7008 yes yes ? ? ? ? 4 NEG ?',
  'EX-7009 no no 0 1 ? ? ? ? ?',
  'EX-7010 unknown unknown ? ? ? ? ? ? ?',
];

describe('the row of a case', () => {
  test.each(BY_HAND)('%s', (wanted) => {
    const row = rows.get(wanted.split(' ')[0] ?? '') as CaseRow;
    expect(shortRow(row)).toBe(wanted);
  });

  test('counts what is open, and names what is missing, by clause and fact', () => {
    expect(rows.get('EX-7001')).toMatchObject({
      team: 'East',
      worker: 'SW 12',
      tasks: { urgent: 0, overdue: 2 },
      overdue_clauses: expect.arrayContaining(['RP-1.3', 'RP-5.1']),
      conference_requested: '2026-10-05',
      last_plan_began: '2025-03-04',
      last_plan_ended: '2026-01-27',
      next_due: null,
    });
    expect(rows.get('EX-7002')).toMatchObject({
      next_due: '2026-11-24',
      next_due_clauses: ['RP-7.1'],
      analysis_missing: [],
    });
    expect(rows.get('EX-7001')?.analysis_missing).toHaveLength(9);
    expect(rows.get('EX-7002')?.missing).toEqual(['closed_with_actions']);
    expect(rows.get('EX-7002')?.questions['repeat-plans.further_plan']).toMatchObject({
      state: 'settled',
      outcome: 'second_plan',
      standing: 'ready',
    });
  });

  test('has the form that the schema says, in every worked case', () => {
    for (const path of caseFiles) expect(() => RowSchema.parse(rowOf(path)), path).not.toThrow();
  });
});

describe('the table of rows', () => {
  const table = rowTable(questionsOf([policies], (fault) => expect.fail(fault.message)));

  test('has as many cells in each line as in its head, and the same columns whatever the cases', () => {
    const count = table.header.trim().split(',').length;
    for (const path of TEN) expect(table.line(rowOf(path)).trim().split(',')).toHaveLength(count);
    expect(table.header).toMatch(/^case,authority,team,worker,as_at,on_plan,/);
    expect(table.header).toContain('repeat-plans.further_plan,repeat-plans.further_plan.standing');
  });

  test('holds no cell that a spreadsheet would work out', () => {
    const row = { ...rowOf(TEN[0] as string), team: '=1+1', worker: '@SUM(A1)' };
    expect(table.line(row)).toContain("'=1+1,'@SUM(A1)");
  });
});
