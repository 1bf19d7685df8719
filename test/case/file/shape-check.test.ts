import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaseSchema } from '../../../src/case/file/case-schema.ts';
import { CASE_SHAPE } from '../../../src/case/file/case-shape.built.ts';
import { caseOfShape } from '../../../src/case/file/shape-check.ts';
import { readText } from '../../../src/files/read-text.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import type { Shape } from '../../../src/yaml/shape.ts';
import { caseFiles } from '../../support/cases.ts';

const values = caseFiles.map((path) => readYaml(readText(path)).value).filter((value) => value !== undefined);

describe('the quick look at a case file', () => {
  test('takes every file that the schema takes, and makes the same of it', () => {
    for (const value of values) agree(value);
  });

  test('and no other, whatever is done to a file', () => {
    const odd = fc.constantFrom(
      null,
      '',
      'yes',
      'no',
      'open',
      true,
      false,
      0,
      1,
      -1,
      1.5,
      51,
      2026,
      '2026-02-30',
      '2026-02',
      '2026-02-03',
      'NEG',
      [],
      {},
      ['x'],
      { value: 1 },
      { unknown: 'disputed' },
      { unknown: 'awaited' },
    );
    const steps = fc.array(fc.tuple(fc.nat(), odd, fc.constantFrom('set', 'drop', 'add')), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom(...values), steps, (value, changes) => {
        const changed = structuredClone(value);
        for (const [place, by, how] of changes) change(changed, place, structuredClone(by), how);
        agree(changed);
      }),
      { numRuns: 3000 },
    );
  });

  test('knows every rule of the schema: none is left for it to ask about', () => {
    expect(asked(CASE_SHAPE, 'case')).toEqual([]);
  });
});

function agree(value: unknown): void {
  const { success, data } = CaseSchema.safeParse(value);
  expect(caseOfShape(value)).toEqual(success ? data : undefined);
}

/** Sets, drops or adds something at one of the places of a value. */
function change(value: unknown, place: number, by: unknown, how: string): void {
  const places = placesOf(value);
  const [holder, key] = places[place % places.length] ?? [];
  if (!holder || key === undefined) return;
  if (how === 'add' && Array.isArray(holder)) holder.push(by);
  else if (how === 'add') holder[`${key}_more`] = by;
  else if (how === 'drop' && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (how === 'drop') delete holder[key];
  else holder[key] = by;
}

type Holder = Record<string, unknown>;

function placesOf(value: unknown): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key): [Holder, string][] => [[holder, key], ...placesOf(holder[key])]);
}

/** The places of a shape at which only the schema can tell. */
function asked(shape: Shape, at: string): string[] {
  if (shape.is === 'ask') return [at];
  if (shape.is === 'any') return shape.of.flatMap((one, i) => asked(one, `${at}|${i}`));
  if (shape.is === 'list') return asked(shape.of, `${at}[]`);
  if (shape.is === 'map') return [...asked(shape.keys, `${at} key`), ...asked(shape.of, `${at}.*`)];
  if (shape.is === 'group') return Object.entries(shape.keys).flatMap(([key, below]) => asked(below, `${at}.${key}`));
  return [];
}
