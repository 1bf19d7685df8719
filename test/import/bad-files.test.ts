import { describe, expect, test } from 'vitest';
import { workbookOf } from '../../scripts/returns/workbook.ts';
import { zipOf } from '../../scripts/returns/zip.ts';
import { census, censusChild, given, inMemory, line } from '../support/returns.ts';

const said = (content: string | Buffer): string[] => {
  const { problems, files } = given([inMemory('a', content)]);
  expect(files.map(({ used }) => used)).toEqual([false]);
  expect(problems.at(-1)?.refuses).toBe('file');
  return problems.map(line);
};

const born = '<PersonBirthDate>2015-03-27</PersonBirthDate>';
const whole = census(censusChild('EX-1', born));

describe('a file that cannot be read is refused in a sentence', () => {
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'a:1:1: This file is empty. Nothing was read. [empty_file]'],
    ['spaces', ' \n \n', 'a:1:1: This file is empty. Nothing was read. [empty_file]'],
    [
      'an old workbook',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'a:1:1: This is an old workbook (.xls), or one with a password. Save it as .xlsx without a password. [old_workbook]',
    ],
    [
      'a table of something else',
      'name,size\nx,1\n',
      'a:1:1: The columns of this table are not those of a return that is read. [unknown_table]',
    ],
    [
      'a table without a column that it needs',
      'CHILD,DECOM,RNE,LS,PLACE,DEC\n',
      'a:1:1: This is no table of a return that is read. The nearest is Episodes; it lacks: REC. [unknown_table]',
    ],
    [
      'a table with a column twice',
      'CHILD,REVIEW,REVIEW\n',
      'a:1:1: This is the table Reviews, but a column stands there twice: REVIEW. [unknown_table]',
    ],
    [
      'XML of something else',
      '<Orders/>',
      'a:1:10: This is XML, but its outermost element is not that of a return that is read. It reads `Orders`. [unknown_root]',
    ],
    [
      'another collection',
      whole.replace('>CIN<', '>SCHOOL<'),
      'a:1:49: This is a return of another collection, which is not read. It reads `SCHOOL`. [other_collection]',
    ],
    [
      'a census without children',
      census(''),
      'a:1:1: There are no children in this file. Nothing was read. [no_children]',
    ],
    [
      'a zip file that is no workbook',
      zipOf([{ name: 'x.txt', bytes: Buffer.from('x') }]),
      'a:1:1: This is a zip file, but no workbook (.xlsx). [no_workbook]',
    ],
    [
      'a workbook of something else',
      workbookOf([{ name: 'A', rows: [['x', 'y']] }]),
      'a:1:1: No sheet of this workbook that can be seen is a table of a return that is read. [unknown_table]',
    ],
  ])('%s', (_, content, says) => expect(said(content)).toEqual([says]));
});

describe('XML that means harm', () => {
  const refused = (text: string): (string | undefined)[] =>
    given([inMemory('a.xml', text)]).problems.map(({ code, refuses }) => `${code} ${refuses}`);
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('');

  test.each([
    [
      'a bomb of entities',
      `<!DOCTYPE Message [<!ENTITY a0 "x">${laughs}]>${whole.replace('EX-1', '&a9;')}`,
      'xml_doctype',
    ],
    [
      'a file of another machine',
      `<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/hostname">]>${whole.replace('EX-1', '&x;')}`,
      'xml_doctype',
    ],
    ['a document type alone', `<!DOCTYPE Message SYSTEM "x.dtd">${whole}`, 'xml_doctype'],
    ['an unknown entity', whole.replace('EX-1', '&x;'), 'xml_entity'],
    ['a bare &', whole.replace('EX-1', 'EX & 1'), 'xml_cut'],
    ['20,000 levels', `<Message>${'<a>'.repeat(20_000)}`, 'xml_too_deep'],
    ['tags that do not match', whole.replace('</Child>', '</Kind>'), 'xml_broken'],
    ['two roots', `${whole}<Message/>`, 'xml_broken'],
    ['a cut', whole.slice(0, -5), 'xml_cut'],
    ['a text that does not end', `<Message><Header>${'x'.repeat(5_000_000)}`, 'xml_too_long'],
  ])('%s is refused', (_, text, code) => expect(refused(text)).toEqual([`${code} file`]));

  test('a fault behind many children names the last whole one', () => {
    const many = census(`${censusChild('EX-1', born)}\n${censusChild('EX-2', born)}\n${censusChild('EX & 3', born)}`);
    expect(given([inMemory('a.xml', many)]).problems.map(({ says }) => says)).toEqual([
      'The file ends before it is complete, or an `&` in it is not written `&amp;`. Export the file again. The last whole child is number 2, up to line 4.',
    ]);
  });
});

describe('a workbook that means harm', () => {
  const sheet = (bytes: Buffer) => {
    const parts = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
    const [book, links] = [
      '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="1"/></sheets></workbook>',
      '<Relationships><Relationship Id="1" Target="sheet.xml"/></Relationships>',
    ];
    return zipOf([
      ...[book, links].map((text, index) => ({ name: parts[index] ?? '', bytes: Buffer.from(text) })),
      { name: 'xl/sheet.xml', bytes },
    ]);
  };
  const codes = (content: Buffer) => given([inMemory('a.xlsx', content)]).problems.map(({ code }) => code);

  /** Writes another size into the directory of a zip than a part has. */
  const withSize = (zip: Buffer, size: number): Buffer => {
    const at = zip.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    const changed = Buffer.from(zip);
    changed.writeUInt32LE(size, at + 24);
    return changed;
  };

  test('a part that says it is larger than what is read', () => {
    expect(codes(withSize(sheet(Buffer.from('<worksheet/>')), 600 * 1024 * 1024))).toEqual(['workbook_too_large']);
  });

  test('entities in a part', () => {
    expect(codes(sheet(Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')))).toEqual(['xml_doctype']);
  });

  test('columns beyond the last, and rows without numbers', () => {
    const cell = (r: string, text: string) => `<c r="${r}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const header = ['Child Unique ID', 'CIN Closure Date', 'Case Status']
      .map((text, n) => cell(`${'ABC'[n]}1`, text))
      .join('');
    const rows = `<row r="x">${header}${cell('ZZZZZZZZ1', 'x')}${cell('1', 'x')}</row><row r="-7">${cell('A2', '1')}${cell('C2', 'Closed')}</row>`;
    const read = given([
      inMemory('a.xlsx', sheet(Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`))),
    ]);
    expect(read.children.map(({ id, place }) => [id, place.line])).toEqual([['1', 2]]);
  });

  test('a password on a part', () => {
    const zip = Buffer.from(sheet(Buffer.from('<worksheet/>')));
    zip.writeUInt16LE(1, zip.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 8);
    expect(codes(zip)).toEqual(['workbook_locked']);
  });

  test('a directory that points out of the file, or in a circle', () => {
    const zip = sheet(Buffer.from('<worksheet/>'));
    const end = zip.length - 22;
    for (const [at, number] of [
      [16, 0xfffffff0],
      [16, 0],
      [10, 0xffff],
    ] as const) {
      const changed = Buffer.from(zip);
      if (at === 10) changed.writeUInt16LE(number, end + at);
      else changed.writeUInt32LE(number, end + at);
      expect(codes(changed)).toEqual(['workbook_broken']);
    }
  });
});
