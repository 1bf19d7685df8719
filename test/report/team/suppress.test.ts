import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assessment, assessmentWith, questionWith } from '../../../src/assess/case/assessment.ts';
import type { CaseRow } from '../../../src/report/team/case-row.ts';
import { type Cohort, type CohortTable, cohortOf } from '../../../src/report/team/cohort.ts';
import { CohortCounts } from '../../../src/report/team/cohort-counts.ts';
import { FEW, suppressed } from '../../../src/report/team/suppress.ts';
import { caseFiles } from '../../support/cases.ts';
import { assessmentOf, cohortFrom, rowOf, TEN } from './support.ts';

/** Counts in rows and columns, all with their totals, and a whole. */
function gridOf(cells: readonly (readonly number[])[]): Cohort {
  const figures = new Map<string, number>();
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const key = (r: number | string, c: number | string): string => `${r}.${c}`;
  const add = (name: string, count: number): void => void figures.set(name, (figures.get(name) ?? 0) + count);
  cells.forEach((row, r) => {
    row.forEach((count, c) => {
      for (const name of [key(r, c), key(r, 'all'), key('all', c), key('all', 'all')]) add(name, count);
    });
  });
  const each = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
  const sums = [
    ...each(rows).map((r) => ({ total: key(r, 'all'), parts: each(columns).map((c) => key(r, c)) })),
    ...each(columns).map((c) => ({ total: key('all', c), parts: each(rows).map((r) => key(r, c)) })),
    { total: key('all', 'all'), parts: each(rows).map((r) => key(r, 'all')) },
    { total: key('all', 'all'), parts: each(columns).map((c) => key('all', c)) },
  ];
  const lines = [{ label: 'all', clauses: [], figures: [...figures.keys()] }];
  return { unread: 0, figures, sums, tables: [{ id: 'grid', title: '', heads: [], more: 0, lines } as CohortTable] };
}

/** Every way to fill what is left out so that all sums hold: by trying, up to some size. */
function fillings(
  cohort: Cohort,
  shown: ReadonlyMap<string, number | undefined>,
  most: number,
): Map<string, Set<number>> {
  const cells = [...cohort.figures.keys()].filter((key) => !key.includes('all'));
  const seen = new Map<string, Set<number>>(cells.map((key) => [key, new Set()]));
  const total = (values: ReadonlyMap<string, number>, key: string): number => {
    const [r, c] = key.split('.');
    return cells
      .filter((cell) => (r === 'all' || cell.startsWith(`${r}.`)) && (c === 'all' || cell.endsWith(`.${c}`)))
      .reduce((sum, cell) => sum + (values.get(cell) ?? 0), 0);
  };
  const holds = (values: ReadonlyMap<string, number>): boolean =>
    [...shown].every(([key, count]) => {
      if (!key.includes('all')) return true;
      const sum = total(values, key);
      return count === undefined ? sum >= 1 : sum === count;
    });
  const fill = (i: number, values: Map<string, number>): void => {
    const cell = cells[i];
    if (cell === undefined) {
      if (holds(values)) for (const [key, value] of values) seen.get(key)?.add(value);
      return;
    }
    const known = shown.get(cell);
    const options = known === undefined ? Array.from({ length: most }, (_, n) => n + 1) : [known];
    for (const value of options) fill(i + 1, new Map([...values, [cell, value]]));
  };
  fill(0, new Map());
  return seen;
}

test('no count of 1 to 5 can be told from what is shown: tried against every way to fill a table', () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 7, max: 9 }));
  const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(grid, (cells) => {
      const cohort = gridOf(cells);
      const shown = suppressed(cohort);
      const ways = fillings(cohort, shown, 12);
      for (const [key, count] of cohort.figures) {
        if (count < 1 || count > FEW) continue;
        expect(shown.get(key)).toBeUndefined();
        if (ways.has(key)) expect(ways.get(key)?.size, `${key} of ${JSON.stringify(cells)}`).toBeGreaterThan(1);
      }
    }),
    { numRuns: 60 },
  );
});

test('a 0 is shown, and so is all of a table that holds no small count', () => {
  const large = gridOf([
    [20, 30],
    [0, 40],
  ]);
  expect([...suppressed(large).values()]).not.toContain(undefined);
});

test.each([
  ['ten cases', TEN],
  ['all worked cases', caseFiles],
])('of %s no small count is shown', (_, paths) => {
  const cohort = cohortFrom(paths);
  const shown = suppressed(cohort);
  expect([...shown].filter(([, count]) => count !== undefined && count >= 1 && count <= FEW)).toEqual([]);
});

test('where one part alone is small, the next smallest goes as well', () => {
  const tables = [
    {
      id: 't',
      title: '',
      heads: [],
      more: 0,
      lines: [{ label: '', clauses: [], figures: ['all', 'a', 'b', 'c', 'd'] }],
    },
  ];
  const figures = new Map([
    ['all', 52],
    ['a', 2],
    ['b', 20],
    ['c', 30],
    ['d', 0],
  ]);
  const shown = suppressed({ unread: 0, tables, figures, sums: [{ total: 'all', parts: ['a', 'b', 'c', 'd'] }] });
  expect(Object.fromEntries(shown)).toEqual({ all: 52, a: undefined, b: undefined, c: 30, d: 0 });
});

describe('counts of whom a table does not show', () => {
  const settled = (outcome: string): Assessment => {
    const base = assessmentOf(TEN[0] as string);
    const [question] = base.questions;
    return assessmentWith(base, {
      unknown: [],
      questions: question ? [questionWith(question, { state: 'settled', outcome, clauses: [] })] : [],
    });
  };
  const rows = { missing: [], overdue_clauses: [], past_due_clauses: [] } as const;
  const base = { ...rowOf(TEN[0] as string), ...rows, dual_status: 'no' } as CaseRow;
  const shared = (add: (counts: CohortCounts) => void) => {
    const counts = new CohortCounts();
    add(counts);
    return suppressed(cohortOf(counts));
  };
  const times = (n: number, what: () => void): void => Array.from({ length: n }).forEach(what);

  test('cannot be told from outcomes of which a case has one at most', () => {
    const shown = shared((counts) => {
      times(20, () => counts.add(base, settled('second_plan')));
      counts.add(base, settled('first_plan'));
    });
    const outcomes = [...shown].filter(([key]) => key.startsWith('outcome.'));
    expect([outcomes.length, shown.get('cases')]).toEqual([2, 21]);
    expect(outcomes.filter(([, count]) => count !== undefined)).toEqual([]);
  });

  test.each(['missing', 'overdue_clauses', 'past_due_clauses'] as const)(
    'cannot be told from all but a few in %s',
    (list) => {
      const shown = shared((counts) => {
        times(28, () => counts.add({ ...base, [list]: ['RP-1'] }, settled('second_plan')));
        times(2, () => counts.add(base, settled('second_plan')));
      });
      expect(shown.get(`${list.replace('_clauses', '')}.RP-1`)).toBeUndefined();
    },
  );

  test('stay where there are many on each side', () => {
    const shown = shared((counts) => {
      times(20, () => counts.add({ ...base, missing: ['RP-1'] }, settled('second_plan')));
      times(20, () => counts.add(base, settled('first_plan')));
    });
    expect(shown.get('missing.RP-1')).toBe(20);
    expect([...shown].filter(([key]) => key.startsWith('outcome.')).map(([, count]) => count)).toEqual([20, 20]);
  });
});
