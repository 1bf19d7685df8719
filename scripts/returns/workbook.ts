import { type Part, zipOf } from './zip.ts';

/** What is put into a cell: a text, a number, a day as a number in the style of a date, or the cell itself as XML. */
export type Put = string | number | { readonly day: string } | { readonly xml: string } | undefined;

/** A sheet with its rows; `state` as a workbook has it, such as `hidden`. */
export interface Sheet {
  readonly name: string;
  readonly state?: string;
  readonly rows: readonly (readonly Put[])[];
}

interface Options {
  readonly from1904?: boolean;
  /** Texts stand in the cells, in place of a table of their own. */
  readonly inline?: boolean;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const part = (name: string, text: string): Part => ({ name, bytes: Buffer.from(HEAD + text) });

/** A workbook (.xlsx) as a spreadsheet program writes it. */
export function workbookOf(sheets: readonly Sheet[], { from1904 = false, inline = false }: Options = {}): Buffer {
  const strings = new Map<string, number>();
  const texts = sheets.map((sheet) => sheetXml(sheet, from1904, inline ? undefined : strings));
  return zipOf([
    part('xl/workbook.xml', bookXml(sheets, from1904)),
    part('xl/_rels/workbook.xml.rels', linksXml(sheets.length)),
    part('xl/styles.xml', STYLES),
    part('xl/sharedStrings.xml', stringsXml([...strings.keys()])),
    ...texts.map((text, index) => part(`xl/worksheets/sheet${index + 1}.xml`, text)),
  ]);
}

const STYLES = `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function bookXml(sheets: readonly Sheet[], from1904: boolean): string {
  const list = sheets.map(({ name, state }, index) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  const about = from1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `<workbook ${MAIN} xmlns:r="${LINKS}">${about}<sheets>${list.join('')}</sheets></workbook>`;
}

function linksXml(count: number): string {
  const links = Array.from(
    { length: count },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
}

const stringsXml = (texts: readonly string[]): string =>
  `<sst ${MAIN}>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;

function sheetXml({ rows }: Sheet, from1904: boolean, strings: Map<string, number> | undefined): string {
  const lines = rows.map((cells, index) => {
    const row = index + 1;
    return `<row r="${row}">${cells.map((put, column) => cellXml(put, `${letters(column)}${row}`, from1904, strings)).join('')}</row>`;
  });
  return `<worksheet ${MAIN}><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(put: Put, at: string, from1904: boolean, strings: Map<string, number> | undefined): string {
  if (put === undefined) return '';
  if (typeof put === 'number') return `<c r="${at}"><v>${put}</v></c>`;
  if (typeof put === 'object')
    return 'xml' in put ? put.xml.replace('<c', `<c r="${at}"`) : dayXml(put.day, at, from1904);
  if (!strings) return `<c r="${at}" t="inlineStr"><is><t>${escaped(put)}</t></is></c>`;
  const number = strings.get(put) ?? strings.size;
  strings.set(put, number);
  return `<c r="${at}" t="s"><v>${number}</v></c>`;
}

const dayXml = (day: string, at: string, from1904: boolean): string =>
  `<c r="${at}" s="1"><v>${serialOf(day, from1904)}</v></c>`;

/** The number that a workbook has for a day from March 1900 on. */
export const serialOf = (day: string, from1904: boolean): number =>
  (Date.parse(day) - Date.parse(from1904 ? '1904-01-01' : '1899-12-30')) / 86_400_000;

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
