import { expect, test } from 'vitest';
import { workbookOf } from '../../scripts/returns/workbook.ts';
import { given, inMemory } from '../support/returns.ts';

test('a workbook with tables of two returns is counted once, and its children are of two systems', () => {
  const sheets = [
    {
      name: 'Reviews',
      rows: [
        ['CHILD', 'REVIEW'],
        ['1', '01/02/2026'],
      ],
    },
    {
      name: 'List 6',
      rows: [
        ['Child Unique ID', 'CIN Closure Date', 'Case Status'],
        ['1', '', 'Closed'],
      ],
    },
  ];
  const { children, files } = given([inMemory('both.xlsx', workbookOf(sheets))]);
  expect(children.map(({ id, source }) => `${source.kind} ${id}`)).toEqual(['ssda903 1', 'annex_a 1']);
  expect(files.map(({ rows, used }) => [rows, used])).toEqual([[2, true]]);
});

test('a day of the data that lies in the future is refused', () => {
  const { problems } = given([inMemory('a.csv', 'CHILD,REVIEW\n1,01/02/2026')], '2027-01-01');
  expect(problems.map(({ code, refuses }) => [code, refuses])).toEqual([['data_date_unfit', 'file']]);
});
