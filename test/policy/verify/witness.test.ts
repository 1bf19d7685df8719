import { expect, test } from 'vitest';
import { project } from '../../../src/assess/case/project.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { readFacts } from '../../../src/case/sheet/read-facts.ts';
import { parseSpan, spanInWords } from '../../../src/logic/span.ts';
import { smallest, spanAsWritten, witnessCase } from '../../../src/policy/verify/witness.ts';
import { policies } from '../../support/packs/policies.ts';

const GRAINS = ['whole', 'between'] as const;

test.each(GRAINS)('every span on a grid of %s numbers is written as a value within it', (grain) => {
  const step = grain === 'whole' ? 2 : 1;
  for (let lo = 0; lo <= 30; lo += step) {
    for (let hi = lo; hi <= 40; hi += step) {
      const read = parseSpan(spanAsWritten({ lo, hi }, grain), grain);
      expect(read && lo <= read.lo && read.hi <= hi, `${lo}-${hi}`).toBe(true);
    }
  }
});

test('a span in words can be written in a case file, but for an exact number of months', () => {
  for (let lo = 0; lo <= 30; lo++) {
    for (let hi = lo + 1; hi <= 40; hi++) expect(parseSpan(spanInWords({ lo, hi }), 'between')).toEqual({ lo, hi });
  }
});

test.each(policies.names())(
  'every value of every fact of %s can stand in a case file and is read as it was meant',
  (name) => {
    const pack = policies.pack(name);
    const { scope } = policies.join([pack]);
    for (const [v, variable] of pack.variables.entries()) {
      for (let region = 0; region < variable.regions; region++) {
        const { text } = witnessCase(pack, new Map([[v, region]]), { id: 'EX-0001', about: 'One fact.' });
        const { file, diagnostics } = readCase(text);
        expect(diagnostics).toEqual([]);
        const sheet = file && readFacts(file, scope, '2026-01-05');
        expect(sheet?.diagnostics).toEqual([]);
        expect(sheet && project(pack, sheet)[v], `${variable.fact} ${region}`).toBe(1 << region);
      }
    }
  },
);

test('the smallest case leaves out what the condition does not need', () => {
  const { diagrams } = policies.pack('repeat-plans');
  const [a, b, c] = [diagrams.test(0, 2, 1), diagrams.test(1, 2, 1), diagrams.test(2, 2, 1)];
  const condition = diagrams.or(diagrams.and(a, diagrams.or(b, c)), diagrams.and(diagrams.not(a), c));
  expect(smallest(diagrams, condition)).toEqual(new Map([[2, 0]]));
  expect(smallest(diagrams, diagrams.no)).toBeUndefined();
});
