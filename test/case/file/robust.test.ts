import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { assess } from '../../../src/assess/case/assess.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { readText } from '../../../src/files/read-text.ts';
import { place } from '../../../src/messages/diagnostic.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { caseFiles } from '../../support/cases.ts';
import { repeatBook } from '../../support/packs/policies.ts';

/** Reads and assesses a text; gives the places of whatever is said against it. */
function look(text: string): { line: number; column: number; says: string }[] {
  const { file, diagnostics, source } = readCase(text);
  const found = file ? assess(file, repeatBook, '2026-05-21').diagnostics : [];
  return [...diagnostics, ...found.map((one) => place(one, source.locate))];
}

function isSaidWell(text: string): void {
  const lines = text.split('\n').length;
  for (const { line, column, says } of look(text)) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(says).toMatch(/^[\S].*[.?](?: \[[\w., -]+\])?$/s);
  }
}

const values = caseFiles.map((path) => readYaml(readText(path)).value as Record<string, unknown>);

/** Every way to a value within a value. */
function waysIn(value: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, inner]) => waysIn(inner, [...way, key]))];
}

function replaced(value: unknown, [step, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (step === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[step] = replaced(copy[step], rest, by);
  return copy;
}

describe('whatever a case file holds, there is a sentence with a place, and never an exception', () => {
  test('for a text of any kind', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), isSaidWell), { numRuns: 200 });
  });

  test('for values of any kind under the keys of a case file', () => {
    const keys = [
      'child',
      'previous_plans',
      'current_plan',
      'dates',
      'answers',
      'analysis',
      'checklists',
      'records',
      'expect',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        isSaidWell(stringify({ version: 1, case: 'EX-1', [key]: value }, { aliasDuplicateObjects: false }));
      }),
      { numRuns: 200 },
    );
  });

  test('for a worked case in which any one value is another', () => {
    const others = fc.oneof(
      fc.constantFrom(
        '2026-02-30',
        '0000-00-00',
        'yes',
        '~',
        'at least 2',
        'at least 9999',
        'open',
        'none',
        '',
        '1e9',
        ' ',
      ),
      fc.constantFrom({ unknown: 'awaited' }, { unknown: 'disputed', accounts: [] }, { value: {} }, [[]], -1, 1e21),
      fc.jsonValue(),
    );
    const changed = fc
      .constantFrom(...values)
      .chain((value) =>
        fc.tuple(fc.constantFrom(...waysIn(value)), others).map(([way, other]) => replaced(value, way, other)),
      );
    fc.assert(
      fc.property(changed, (value) => isSaidWell(stringify(value, { aliasDuplicateObjects: false }))),
      { numRuns: 300 },
    );
  });
});
