import { describe, expect, test } from 'vitest';
import { workbookOf } from '../../../scripts/returns/workbook.ts';
import { given, inMemory, values } from '../../support/returns.ts';

const HEADER = `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
0900502,1,14/02/2010,WBRI,UN1,1,08/03/2026
900601,2,04/04/2009,WBRI,UN1,,`;

const EPISODES = `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
900601,14/08/2025,T,C2,N3,K3,PR3,,X1,,,,
900601,15/02/2025,S,V2,N3,U4,PR0,14/08/2025,X1,CLOSE,,,
0900502,01/06/2024,S,C1,N1,P1,PR0,02/03/2026,E4A,,,,`;

const REVIEWS = `CHILD,DOB,REVIEW,REVIEW_CODE
900601,04/04/2009,12/03/2025,PN1
900601,04/04/2009,12/03/2025,PN1
0900502,14/02/2010,28/06/2024,PN3`;

const TABLES = { 'a.csv': EPISODES, 'b.csv': HEADER, 'c.csv': REVIEWS };
const files = Object.entries(TABLES).map(([name, text]) => inMemory(name, text));

const CHILDREN = [
  {
    id: '0900502',
    born: '2010-02-14',
    lookedAfterReviews: ['2024-06-28'],
    episodes: [
      { start: '2024-06-01', end: '2026-03-02', status: 'C1', placement: 'P1', reasonNew: 'S', reasonEnd: 'E4A' },
    ],
    hints: [
      { code: 'returned_home', says: 'Care ended and the child went home, as the care plan said.', day: '2026-03-02' },
    ],
  },
  {
    id: '900601',
    born: '2009-04-04',
    lookedAfterReviews: ['2025-03-12'],
    episodes: [
      { start: '2025-02-15', end: '2025-08-14', status: 'V2', placement: 'U4', reasonNew: 'S', reasonEnd: 'X1' },
      { start: '2025-08-14', status: 'C2', placement: 'K3', reasonNew: 'T', reasonEnd: 'X1' },
    ],
  },
];

describe('SSDA903', () => {
  test('as a set of CSV files: a child out of all its tables, and a row that is there twice taken once', () => {
    const set = given(files);
    expect(values(set)).toEqual(CHILDREN);
    expect(set.files.map(({ rows, repeated }) => [rows, repeated])).toEqual([
      [3, 0],
      [2, 0],
      [3, 1],
    ]);
    expect(set.problems.map(({ code }) => code)).toEqual(['open_with_x1']);
  });

  test('as a workbook, one sheet a table, with dates as texts', () => {
    const sheets = Object.entries(TABLES).map(([name, text]) => ({
      name,
      rows: text.split('\n').map((row) => row.split(',')),
    }));
    expect(values(given([inMemory('903.xlsx', workbookOf(sheets))]))).toEqual(CHILDREN);
  });

  test('as XML', () => {
    const episode =
      '<EPISODE><DECOM>2024-06-01</DECOM><RNE>S</RNE><LS>C1</LS><PL>P1</PL><DEC>2026-03-02</DEC><REC>E4A</REC></EPISODE>';
    const review = '<AREVIEW><REVIEW>28/06/2024</REVIEW></AREVIEW>';
    const child = `<CHILD><HEADER><CHILDID>0900502</CHILDID><DOB>2010-02-14</DOB>${review}</HEADER>${episode}</CHILD>`;
    expect(values(given([inMemory('903.xml', `<EXPSSDA903>${child}</EXPSSDA903>`)]))).toEqual(CHILDREN.slice(0, 1));
  });

  test.each([';', '\t'])('with %j between its cells', (delimiter) => {
    const other = Object.values(TABLES).map((text, index) => inMemory(`${index}.csv`, text.replaceAll(',', delimiter)));
    expect(values(given(other))).toEqual(CHILDREN);
  });

  test('with its columns in another order, and some that are strange', () => {
    const turned = EPISODES.split('\n').map((row, index) =>
      [...row.split(',').reverse(), index === 0 ? 'STRANGE' : 'x'].join(','),
    );
    const { children, problems } = given([inMemory('a.csv', turned.join('\n')), ...files.slice(1)]);
    expect(values({ children, problems, files: [] })).toEqual(CHILDREN);
    expect(problems.map(({ code }) => code)).toEqual(['unknown_columns', 'open_with_x1']);
  });

  test('is refused without the day of its data', () => {
    const { children, problems, files: read } = given(files, null);
    expect(children).toEqual([]);
    expect(problems.map(({ code, refuses }) => [code, refuses])).toEqual(
      files.map(() => ['data_date_missing', 'file']),
    );
    expect(read.every(({ used }) => !used)).toBe(true);
  });

  test('has tables that are known and not read', () => {
    const { problems, files: read } = given([
      inMemory('uasc.csv', 'CHILD,SEX,DOB,DUC\n900601,1,04/04/2009,04/04/2027'),
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['table_not_read']);
    expect(read.map(({ notRead }) => notRead)).toEqual([['UASC']]);
  });
});

describe('episodes that do not fit together', () => {
  const head = 'CHILD,DECOM,RNE,LS,PLACE,DEC,REC';
  const said = (...rows: string[]) => {
    const read = given([inMemory('a.csv', [head, ...rows].join('\n'))]);
    return {
      codes: read.problems.map(({ code }) => code),
      starts: read.children[0]?.episodes.map(({ start }) => start.value),
    };
  };

  test.each([
    ['an end with a reason but no day', ['1,01/02/2025,S,C2,U4,,E4A'], ['end_without_day'], []],
    [
      'an end with an unknown reason and no day',
      ['1,01/02/2025,S,C2,U4,,E99'],
      ['end_without_day', 'unknown_code'],
      [],
    ],
    ['an end that is no date', ['1,01/02/2025,S,C2,U4,oops,X1'], ['not_a_date'], []],
    ['an end before the start', ['1,01/02/2025,S,C2,U4,31/01/2025,X1'], ['episode_ends_before_start'], []],
    ['a start after the data', ['1,01/04/2026,S,C2,U4,,'], ['episode_after_data'], []],
    [
      'an overlap',
      ['1,01/02/2025,S,C2,U4,01/06/2025,X1', '1,01/05/2025,P,C2,U6,,'],
      ['episodes_overlap'],
      ['2025-02-01', '2025-05-01'],
    ],
    [
      'an open one before another',
      ['1,01/02/2025,S,C2,U4,,', '1,01/05/2025,P,C2,U6,,'],
      ['open_before_later'],
      ['2025-02-01', '2025-05-01'],
    ],
    ['section 20 with a parent', ['1,01/02/2025,S,V2,P1,,'], ['v2_with_p1'], ['2025-02-01']],
    ['an unknown placement', ['1,01/02/2025,S,C2,K9,,'], ['unknown_code'], ['2025-02-01']],
  ])('%s', (_, rows, codes, starts) => expect(said(...rows)).toEqual({ codes, starts }));
});
