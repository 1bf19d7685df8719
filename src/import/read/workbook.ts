import { safe } from '../../messages/safe.ts';
import { FileFault } from './fault.ts';
import { showsDate } from './serial.ts';
import { type Cell, sheetRows } from './sheet.ts';
import { type XmlListener, XmlReader } from './xml.ts';
import { Zip } from './zip.ts';

/** A workbook: its sheets that can be seen, read one at a time. */
export interface Workbook {
  readonly from1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** The rows of a sheet, with their numbers. @throws FileFault */
  readonly rows: (part: string) => Iterable<{ readonly row: number; readonly cells: readonly Cell[] }>;
}

/** Opens a workbook. @throws FileFault where it is none, damaged, locked or too large */
export function openWorkbook(bytes: Buffer): Workbook {
  const zip = new Zip(bytes);
  const [book, links] = [zip.part('xl/workbook.xml'), zip.part('xl/_rels/workbook.xml.rels')];
  if (!book || !links) throw new FileFault(safe`no_workbook`, safe`This is a zip file, but no workbook (.xlsx).`);
  const targets = new Map<string, string>();
  parse(links, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, partName(Target));
    },
  });
  let from1904 = false;
  const sheets: { name: string; part: string }[] = [];
  parse(book, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      const part = tag === 'sheet' ? targets.get(attributes['r:id'] ?? '') : undefined;
      if (part && !/hidden/i.test(attributes.state ?? '')) sheets.push({ name: attributes.name ?? '', part });
    },
  });
  let strings: readonly string[] | undefined;
  let dates: readonly boolean[] | undefined;
  return {
    from1904,
    sheets,
    *rows(part) {
      strings ??= sharedStrings(zip);
      dates ??= dateStyles(zip);
      const sheet = zip.part(part);
      if (sheet) yield* sheetRows(sheet, strings, dates);
    },
  };
}

/** The name of a part as the zip has it. */
const partName = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** Reads a whole part of a workbook. */
function parse(bytes: Buffer, listener: Partial<XmlListener>): void {
  const nothing = (): void => undefined;
  new XmlReader({ open: nothing, text: nothing, close: nothing, ...listener }).writeAll(bytes);
}

/** The texts that cells name by number, without the readings that stand above East Asian ones. */
function sharedStrings(zip: Zip): string[] {
  const part = zip.part('xl/sharedStrings.xml');
  if (!part) return [];
  const strings: string[] = [];
  const open: string[] = [];
  let string = '';
  parse(part, {
    open: (name) => {
      open.push(name);
      if (name === 'si') string = '';
    },
    text: (text) => {
      if (open.at(-1) === 't' && !open.includes('rPh')) string += text;
    },
    close: () => {
      if (open.pop() === 'si') strings.push(string);
    },
  });
  return strings;
}

/** Which of the styles of cells show a number as a date. */
function dateStyles(zip: Zip): boolean[] {
  const part = zip.part('xl/styles.xml');
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  if (!part) return styles;
  parse(part, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'cellStyles' || name === 'dxfs') inCells = false;
      if (name === 'xf' && inCells) styles.push(showsDate(Number(numFmtId), formats.get(Number(numFmtId))));
    },
  });
  return styles;
}
