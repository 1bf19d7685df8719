import { fileName } from '../../messages/safe.ts';
import type { Item } from '../case/put.ts';
import type { Place } from '../records.ts';
import { type ReportForm, stopped } from './report.ts';

const HEADER = ['case', 'case_file', 'what', 'code', 'says', 'values', 'file', 'line', 'column', 'sheet'];

/** The same report as a table: one row a case, and one for each thing that is said. */
export const reportCsv: ReportForm = {
  head: ({ problems, others }) =>
    rows([
      HEADER,
      ...problems.map(({ severity, code, says, shown, place, child }) => [
        child,
        '',
        severity,
        code,
        says,
        shown,
        ...placeCells(place),
      ]),
      ...others.map((one) => ['', '', ...itemCells(one)]),
    ]),
  one: ({ ref, path, became, added, changed, items }) =>
    rows([
      [ref, fileName(path), became, '', `${added} added, ${changed} changed`, '', '', '', '', ''],
      ...items.map((one) => [ref, fileName(path), ...itemCells(one)]),
    ]),
  end: ({ others, remaining }) =>
    rows([
      ...others.map((one) => ['', '', ...itemCells(one)]),
      ...(remaining > 0 ? [['', '', 'stopped', 'not_looked_at', stopped(remaining), remaining, '', '', '', '']] : []),
    ]),
};

const rows = (all: readonly (readonly Cell[])[]): string => all.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

const itemCells = ({ kind, code, says, shown, place }: Item): Cell[] => [kind, code, says, shown, ...placeCells(place)];

const placeCells = (place: Place | undefined): Cell[] =>
  place ? [fileName(place.file), place.line, place.column, place.sheet] : ['', '', '', ''];

type Cell = string | number | undefined;

/** No cell can be taken for a formula: a spreadsheet would work it out. */
function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = (value ?? '').replace(/[\r\n]+/g, ' ').replace(/^(?=[=+\-@\t])/, "'");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
