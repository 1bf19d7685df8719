import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFacts } from '../../../src/case/sheet/read-facts.ts';
import '../../support/chance.ts';
import { bookOf, caseAt, caseFiles } from '../../support/cases.ts';

/** Facts are drawn when they are first asked for, and what could not be worked out is not tried again. */
test.each(caseFiles.filter((_, i) => i % 6 === 0))(
  '%s says the same, in whatever order its facts are drawn',
  (path) => {
    const file = caseAt(path);
    const { scope } = bookOf(file);
    const ids = [...scope.facts.keys()];
    const drawn = (order: readonly string[]) => {
      const { states, isAbsent } = readFacts(file, scope, String(file.as_at));
      const says = new Map(order.map((id) => [id, JSON.stringify([states.get(id)?.known, isAbsent(id)])]));
      return ids.map((id) => `${id} ${says.get(id)}`);
    };
    const inOrder = drawn(ids);
    expect(drawn(ids.toReversed())).toEqual(inOrder);
    const orders = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(orders, (order) => {
        expect(drawn(order)).toEqual(inOrder);
      }),
      { numRuns: 3 },
    );
  },
);
