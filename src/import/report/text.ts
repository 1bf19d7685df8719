import { fileName } from '../../messages/safe.ts';
import type { Item } from '../case/put.ts';
import type { FileTally } from '../reading.ts';
import type { Place } from '../records.ts';
import { type CaseReport, howToDecide, type ReportForm, tally } from './report.ts';

/** How much a report tells. */
export interface Shows {
  /** Dates, codes and counts at issue: for the reader of the files alone. */
  readonly values: boolean;
}

/** A report for a person: what was refused, what became of each case, what to decide, and a tally. */
export const reportText = (shows: Shows): ReportForm => ({
  head: ({ tallies, problems, others }) =>
    lines([
      ...tallies.flatMap(fileLines),
      ...problems.map((one) => line(one.severity, one.says, one.code, one.place, shows.values ? one.shown : undefined)),
      ...others.map((one) => itemLine(one, shows)),
    ]),
  one: (report) => lines(caseLines(report, shows)),
  end: (end) => lines([...end.others.map((one) => itemLine(one, shows)), ...howToDecide(end), tally(end)]),
});

const lines = (all: readonly string[]): string => all.map((one) => `${one}\n`).join('');

function fileLines({ file, source, used, rows, skipped, repeated, notRead }: FileTally): string[] {
  const what = used
    ? `${source?.label ?? 'read'}: ${rows} ${rows === 1 ? 'row or child' : 'rows or children'}`
    : 'not used';
  const more = [
    ...(skipped > 0 ? [`${skipped} not read`] : []),
    ...(repeated > 0 ? [`${repeated} repeated`] : []),
    ...(notRead.length > 0 ? [`known and not read: ${notRead.join(', ')}`] : []),
  ];
  return [`${fileName(file)}: ${[what, ...more].join('; ')}.`];
}

function caseLines({ ref, path, became, added, changed, items }: CaseReport, shows: Shows): string[] {
  if (became === 'unchanged' && items.every(({ kind }) => kind !== 'conflict')) return [];
  const values = `${added === 1 ? '1 value' : `${added} values`} added${changed > 0 ? `, ${changed} changed` : ''}`;
  const what = became === 'made' || became === 'completed' ? `: ${values}` : '';
  return [`${ref}  ${fileName(path)}  ${became}${what}`, ...items.map((one) => `  ${itemLine(one, shows)}`)];
}

function itemLine({ kind, code, says, shown, place }: Item, shows: Shows): string {
  return line(kind, says, code, place, shows.values ? shown : undefined);
}

const line = (kind: string, says: string, code: string, place: Place | undefined, shown: string | undefined): string =>
  `${place ? `${placeInWords(place)}: ` : ''}${kind}: ${says}${shown === undefined ? '' : ` ${isSentence(shown) ? '' : 'It reads '}${shown}`} [${code}]`;

/** What is shown of two sides says itself whose they are; a value alone does not. */
const isSentence = (shown: string): boolean => /^[A-Z][a-z]/.test(shown);

/** `file:line:column`; in a workbook the sheet, the row and the column by its header. */
export function placeInWords({ file, line: row, column, sheet, header, within }: Place): string {
  const at = sheet === undefined ? `${row}:${column}` : `${sheet}:${row}${header ? `:${header}` : ''}`;
  return `${fileName(file)}:${at}${within ? ` (${within})` : ''}`;
}
