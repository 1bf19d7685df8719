import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../../../src/facts/categories.ts';
import { LEGAL_STATUSES } from '../../../src/facts/records/codes.ts';
import { recognise } from '../../../src/import/formats/tables.ts';
import { fieldOf, targetOf } from '../../../src/import/map/fields.ts';
import { type FormatMap, MapSchema } from '../../../src/import/map/map-schema.ts';
import { CODES, MAPS } from '../../../src/import/map/maps.built.ts';
import { treeOf } from '../../../src/import/map/tree.ts';

const tables = MAPS.flatMap((map) => Object.entries(map.tables).map(([name, table]) => ({ map, name, table })));

test('every word for a code leads to a code that there is', () => {
  for (const code of Object.values(CODES.category.words)) expect(Object.keys(CATEGORIES)).toContain(code);
  for (const code of Object.values(CODES.status.words)) expect(Object.keys(LEGAL_STATUSES)).toContain(code);
});

describe.each(tables)('$map.name: $name', ({ name, table }) => {
  test('is recognised by all its columns, by those that it needs, and in any order', () => {
    const all = [...Object.keys(table.columns), ...table.unread];
    for (const header of [
      all,
      all.toReversed(),
      table.needs,
      table.needs.map((column) => ` ${column.toUpperCase()} `),
    ]) {
      expect(recognise(header)).toMatchObject({ is: 'table', table: { name } });
    }
  });

  test('is not recognised without one that it needs', () => {
    for (const missing of table.needs) {
      const found = recognise(Object.keys(table.columns).filter((column) => column !== missing));
      expect(found?.is === 'table' && found.table.name === name).toBe(false);
    }
  });

  test('needs only columns that it reads or knows', () => {
    expect(table.needs.filter((column) => !(column in table.columns) && !table.unread.includes(column))).toEqual([]);
  });

  test('reads the id of a child, or of a time in care', () => {
    const ids = Object.values(table.columns).filter((target) =>
      /^(?:child\.id|\w+\.child|care_review\.care)$/.test(target),
    );
    expect(ids).toHaveLength(1);
    for (const target of Object.values(table.columns)) {
      const { table: ours = 'child', field = '' } = targetOf(target) ?? {};
      expect(fieldOf(ours, field)).toBeDefined();
    }
  });
});

test.each(MAPS.flatMap(({ not_read }) => Object.entries(not_read)))('%s is known, and not read', (name, columns) =>
  expect(recognise(columns)).toMatchObject({ is: 'passed', name }),
);

test('a map with a column that is none of ours is refused', () => {
  const [map] = MAPS as [FormatMap];
  const wrong = { ...map, tables: { x: { needs: ['A'], columns: { A: 'plan.begins' } } } };
  expect(MapSchema.safeParse(wrong).success).toBe(false);
  expect(() => treeOf({ A: 'plan.begins' })).toThrow('plan.begins');
  expect(() => treeOf({ A: { is: 'plans' } })).toThrow('plans');
});
