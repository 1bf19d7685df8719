import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/facts/vocabulary-schema.ts';
import { MOST } from '../../../src/logic/span.ts';
import type { Diagnostic } from '../../../src/messages/diagnostic.ts';
import { inFull } from '../../../src/messages/diagnostic.ts';
import { safe } from '../../../src/messages/safe.ts';
import { type Condition, type Names, readCondition, testsOf } from '../../../src/policy/pack/condition.ts';

const facts: Record<string, Fact> = {
  lamp: { type: 'yes_no', label: safe`the lamp` },
  colour: {
    type: 'choice',
    label: safe`the colour`,
    options: { red: safe`red`, green: safe`green`, blue: safe`blue` },
  },
  count: { type: 'number', label: safe`the count` },
  wait: { type: 'months', label: safe`the wait` },
  day: { type: 'date', label: safe`the day` },
};
const names: Names = {
  facts: new Map(Object.entries(facts)),
  terms: new Set(['bright']),
  outcomes: new Map([['way', new Set(['left', 'right'])]]),
};

function read(value: unknown): { condition: Condition | undefined; faults: string[] } {
  const found: Diagnostic[] = [];
  const condition = readCondition(value, names, ['when'], found);
  return { condition, faults: found.map((one) => `${one.path.join('.')}: ${inFull(one)}`) };
}

describe('a condition', () => {
  test.each<[unknown, Condition]>([
    [{ lamp: 'yes' }, { kind: 'test', fact: 'lamp', test: { options: [0] } }],
    [{ lamp: true }, { kind: 'test', fact: 'lamp', test: { options: [0] } }],
    [{ lamp: false }, { kind: 'test', fact: 'lamp', test: { options: [1] } }],
    [{ colour: ['blue', 'red'] }, { kind: 'test', fact: 'colour', test: { options: [2, 0] } }],
    [{ count: 2 }, { kind: 'test', fact: 'count', test: { spans: [{ lo: 4, hi: 4 }] } }],
    [
      { count: [0, 'at least 3'] },
      {
        kind: 'test',
        fact: 'count',
        test: {
          spans: [
            { lo: 0, hi: 0 },
            { lo: 6, hi: MOST },
          ],
        },
      },
    ],
    [{ wait: 'under 12' }, { kind: 'test', fact: 'wait', test: { spans: [{ lo: 0, hi: 23 }] } }],
    [{ term: 'bright' }, { kind: 'term', term: 'bright' }],
    [{ outcome: 'way.left' }, { kind: 'outcome', question: 'way', outcome: 'left' }],
    [{ not: { term: 'bright' } }, { kind: 'not', of: { kind: 'term', term: 'bright' } }],
    [{ all: [] }, { kind: 'all', of: [] }],
    [{ any: [{ term: 'bright' }] }, { kind: 'any', of: [{ kind: 'term', term: 'bright' }] }],
  ])('%j is read', (value, condition) => {
    expect(read(value)).toEqual({ condition, faults: [] });
  });

  test.each([
    [{ lammp: 'yes' }, 'when.lammp: There is no fact `lammp`. Did you mean `lamp`?'],
    [{ lamp: 'maybe' }, 'when.lamp: `lamp` must be `yes` or `no`. It reads `maybe`.'],
    [
      { colour: 'gren' },
      'when.colour: `colour` must be `red`, `green` or `blue`. It reads `gren`. Did you mean `green`?',
    ],
    [
      { colour: ['red', 'blu'] },
      'when.colour: `colour` must be `red`, `green` or `blue`. It reads `blu`. Did you mean `blue`?',
    ],
    [{ count: 'many' }, /^when\.count: `count` must be a number or a range: write .* It reads `many`\.$/],
    [{ count: 'under 0' }, /^when\.count: .* It reads `under 0`\.$/],
    [{ day: '2026-01-01' }, 'when.day: `day` is a date: test a fact derived from it, such as months since it.'],
    [{ term: 'brigth' }, 'when.term: There is no term `brigth`. Did you mean `bright`?'],
    [
      { outcome: 'wey.left' },
      'when.outcome: There is no question `wey`: write `question.outcome`. Did you mean `way`?',
    ],
    [{ outcome: 'way.lefd' }, 'when.outcome: `way` has no outcome `lefd`. Did you mean `left`?'],
    [{ outcome: 'way' }, 'when.outcome: `way` has no outcome ``.'],
    [{ outcome: 'way.left.over' }, 'when.outcome: `way` has no outcome `left.over`.'],
    [{ lamp: 'yes', count: 1 }, 'when: A condition has one key, not 2: put several under `all` or `any`.'],
    [{}, 'when: A condition has one key, not 0: put several under `all` or `any`.'],
    [['lamp'], 'when: A condition is a group with one key.'],
    ['lamp', 'when: A condition is a group with one key.'],
    [{ all: { lamp: 'yes' } }, 'when.all: `all` takes a list of conditions.'],
    [
      { all: [{ lamp: 'yes' }, { not: { any: [{ lmp: 'yes' }] } }] },
      'when.all.1.not.any.0.lmp: There is no fact `lmp`. Did you mean `lamp`?',
    ],
  ])('%j is refused, at its place', (value, fault) => {
    const faults = [typeof fault === 'string' ? fault : expect.stringMatching(fault)];
    expect(read(value)).toEqual({ condition: undefined, faults });
  });

  test('with several faults names each of them', () => {
    expect(read({ any: [{ lammp: 'yes' }, { term: 'dark' }] }).faults).toHaveLength(2);
  });

  test('gives every test within it, whatever groups it is in', () => {
    const { condition } = read({ all: [{ lamp: 'yes' }, { not: { any: [{ count: 1 }, { term: 'bright' }] } }] });
    expect(condition && testsOf(condition).map(({ fact }) => fact)).toEqual(['lamp', 'count']);
  });
});
