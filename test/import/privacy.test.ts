import { describe, expect, test } from 'vitest';
import { type Put, workbookOf } from '../../scripts/returns/workbook.ts';
import { foldedHeader } from '../../src/import/formats/tables.ts';
import { MAPS } from '../../src/import/map/maps.built.ts';
import { everything, given, inMemory } from '../support/returns.ts';

/** What no output may hold: names, addresses, numbers of persons, free text. */
const MARKS = ['Plantedname', 'ZZ9 9ZZ', '9990000001', 'A999000000001', 'W-PLANTED'];
const planted = (n: number): string => MARKS[n % MARKS.length] as string;

const seenIn = (name: string, content: string | Buffer): string[] => {
  const read = everything(given([inMemory(name, content)]));
  return MARKS.filter((mark) => read.includes(mark));
};

const tables = MAPS.flatMap((map) => Object.entries(map.tables).map(([name, table]) => ({ map, name, table })));

/** Columns that a return has beside those that are read. */
const OTHERS = ['UPN', 'First name', 'Allocated Worker', 'PL_POST', 'NHS number', 'Notes'];

describe.each(tables)('$name', ({ table }) => {
  const headers = [...Object.keys(table.columns), ...table.unread, ...OTHERS];
  const wanted = new Set(Object.keys(table.columns).map(foldedHeader));
  const isId = (header: string): boolean =>
    /\.(?:child|id|plan|enquiry|care|placed)$/.test(table.columns[header] ?? '');

  test('says and gives nothing of the columns beside those that are read', () => {
    const row = headers.map((header, n) => (wanted.has(foldedHeader(header)) ? '1' : planted(n)));
    expect(seenIn('a.csv', [headers, row].map((cells) => cells.join(',')).join('\n'))).toEqual([]);
  });

  test('says and gives nothing of a person that stands in the wrong column', () => {
    for (const shift of MARKS.keys()) {
      const row = headers.map((header, n) => (isId(header) ? '1' : planted(n + shift)));
      expect(seenIn('a.csv', [headers, row].map((cells) => cells.join(',')).join('\n'))).toEqual([]);
      const cells: Put[] = row;
      expect(seenIn('a.xlsx', workbookOf([{ name: 'x', rows: [headers, cells] }]))).toEqual([]);
    }
  });
});

describe('elements and keys beside those that are read', () => {
  test('of the census', () => {
    const about = MARKS.map((mark, n) => `<Free${n}>${mark}</Free${n}><UPN>${mark}<Deep>${mark}</Deep></UPN>`).join('');
    const text = `<Message><Header>${about}<CollectionDetails><Collection>CIN</Collection><ReferenceDate>2026-03-31</ReferenceDate>${about}</CollectionDetails></Header><Children>${about}
      <Child>${about}<ChildIdentifiers><LAchildID>EX-1</LAchildID>${about}</ChildIdentifiers><CINdetails>${about}
      <ChildProtectionPlans><CPPstartDate>2025-01-06</CPPstartDate>${about}</ChildProtectionPlans></CINdetails></Child></Children></Message>`;
    expect(seenIn('a.xml', text)).toEqual([]);
    expect(seenIn('a.xml', text.replaceAll('</Free0>', `</Free0>${MARKS.join(' ')}`))).toEqual([]);
    expect(seenIn('a.xml', text.slice(0, -40))).toEqual([]);
  });

  test('of daily data', () => {
    const free = Object.fromEntries(MARKS.map((mark, n) => [`free_${n}`, mark]));
    const details = { ...free, first_name: MARKS[0], date_of_birth: MARKS[0] };
    const plan = { ...free, start_date: MARKS[1], end_date: MARKS[2] };
    const child = {
      la_child_id: 'EX-1',
      ...free,
      child_details: details,
      social_care_episodes: [{ ...free, child_protection_plans: [plan] }],
    };
    expect(seenIn('a.json', JSON.stringify([child]))).toEqual([]);
    expect(seenIn('a.json', JSON.stringify([child]).slice(0, -9))).toEqual([]);
    expect(seenIn('a.json', `[{"la_child_id":"1"},{"a":${MARKS[0]}}]`)).toEqual([]);
  });
});

test('the headers of a table of something else are not told', () => {
  expect(seenIn('a.csv', `${MARKS.join(',')}\n1,2,3,4,5`)).toEqual([]);
  expect(seenIn('a.csv', `CHILD,DECOM,${MARKS.join(',')}\n`)).toEqual([]);
});
