import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Bytes } from '../../../src/import/held/bytes.ts';
import { PackedRecords } from '../../../src/import/held/packed.ts';
import { readReturns } from '../../../src/import/read-returns.ts';
import type { ChildRecords } from '../../../src/import/records.ts';
import { safe } from '../../../src/messages/safe.ts';
import { fixture, NAMES, piece } from '../case/kit.ts';

const PLACE = { file: 'list.xlsx', line: 3, column: 4, sheet: 'List 7', header: safe`start`, within: safe`case 1` };

/** A child with something in every place. */
const FULL: ChildRecords = {
  ...piece('annex_a', '2026-03-31', {
    born: '2016-05-04',
    plans: [{ start: '2025-01-10', otherAuthority: false, plansBefore: 0, reviews: ['2025-04-04'] }],
    episodes: [{ start: '2025-02-10', status: 'C2' }],
    visits: [{ day: '2025-02-10', under: 'plan', seen: false }],
    careReviews: ['2025-03-03'],
  }),
  place: PLACE,
  preProceedings: [{ step: 'started', day: { value: '2025-03-04', place: PLACE } }],
  purged: [{ what: 'plan', place: PLACE }],
  hints: [{ code: 'case_closed', says: safe`The case is closed.`, place: PLACE, day: '2025-05-06' }],
};

test('what is packed comes out as it went in, in whatever order', () => {
  const children: ChildRecords[] = [FULL];
  for (const reading of readReturns(NAMES.map(fixture), { today: '2026-11-20', dataDate: '2026-03-31' }))
    if (reading.type === 'child') children.push(reading.child);
  const packed = new PackedRecords();
  const numbers = children.map((child) => packed.add(child));
  for (const i of [...numbers.keys()].reverse()) expect(packed.at(numbers[i] as number)).toEqual(children[i]);
});

test('every list of a child is one that packing knows', () => {
  const source = readFileSync('src/import/records.ts', 'utf8');
  const lists = [...source.matchAll(/readonly (\w+): readonly /g)].map(([, name]) => name);
  expect(lists.length).toBeGreaterThan(8);
  const packing = readFileSync('src/import/held/packed.ts', 'utf8');
  for (const list of lists) expect(packing, list).toContain(`'${list}',`);
  expect(readdirSync('src/import/held')).toContain('packed.ts');
});

test('texts of any length are found again', () => {
  const bytes = new Bytes();
  const texts = Array.from({ length: 3000 }, (_, i) => (i % 500 === 0 ? 'é'.repeat(700_000 + i) : `${i} ü`));
  const numbers = texts.map((text) => bytes.add(text));
  for (const [i, text] of texts.entries()) if (bytes.at(numbers[i] as number) !== text) throw new Error(`text ${i}`);
});
