import fc from 'fast-check';
import { expect, test } from 'vitest';
import { episodesCsv } from '../../scripts/returns/generate.ts';
import { given, inMemory, values } from '../support/returns.ts';

const [head = '', ...rows] = [...episodesCsv(24)].join('').trim().split('\n');
const reviews = rows.slice(0, 9).map((row, n) => `${row.split(',')[0]},0${1 + n}/02/2026`);

test('in whatever order rows and files come, and in however many files, the records are the same', () => {
  const whole = values(
    given([inMemory('a.csv', [head, ...rows].join('\n')), inMemory('b.csv', ['CHILD,REVIEW', ...reviews].join('\n'))]),
  );
  expect(whole).toHaveLength(8);
  const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length });
  const files = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 });
  fc.assert(
    fc.property(shuffled, files, fc.nat(rows.length), (order, names, cut) => {
      const contents: Record<string, string> = {
        a: [head, ...order.slice(0, cut)].join('\n'),
        b: [head, ...order.slice(cut), ...order.slice(0, 1)].join('\n'),
        c: ['CHILD,REVIEW', ...reviews.toReversed()].join('\n'),
      };
      expect(values(given(names.map((name) => inMemory(name, contents[name] ?? ''))))).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});
