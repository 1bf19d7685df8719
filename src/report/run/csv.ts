import type { CheckItem } from '../../assess/case/concern.ts';
import type { CheckedFile, Report, RunHead } from '../../check/checked.ts';
import { fileName } from '../../messages/safe.ts';
import { csvCell } from '../words/csv-cell.ts';

const HEADER = 'as_at,file,line,column,case,level,about,pack,rule,clauses,days_left,says';

/** One row an item, for a spreadsheet. */
export function report({ asAt }: RunHead): Report {
  return {
    begin: () => `${HEADER}\r\n`,
    file: (file) => file.items.map((item) => `${row(file, item, asAt).map(csvCell).join(',')}\r\n`).join(''),
    end: () => '',
  };
}

function row(file: CheckedFile, item: CheckItem, asAt: string): (string | number | undefined)[] {
  const { line, column, level, about, pack, rule, clauses, days, says } = item;
  const place = [file.asAt ?? asAt, fileName(file.path), line, column, file.case];
  return [...place, level, about, pack?.pack.pack, rule, clauses.join(' '), days, says];
}
