import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, surely, type Truth } from '../../../src/assess/case/evaluate.ts';
import type { FactSheet, FactState } from '../../../src/case/sheet/fact-sheet.ts';
import { type Knowledge, options } from '../../../src/facts/knowledge.ts';
import { truth } from '../../../src/logic/walks.ts';
import type { CompiledPack, CompiledRule } from '../../../src/policy/compile/compiled.ts';
import type { Condition } from '../../../src/policy/pack/condition.ts';
import { termOf } from '../../../src/policy/pack/pack.ts';
import { compiled, freePackTexts, knowledgeOf } from '../../support/packs/random-pack.ts';

/** What is known of each variable of a pack, as a case would hold it. */
function sheetOf({ variables }: CompiledPack, known: readonly (number | undefined)[]): FactSheet {
  const states = variables.map(({ fact, spans }, v): [string, FactState] => {
    const mask = known[v];
    return [fact, { known: mask === undefined ? undefined : spans ? spanned(spans, mask) : options(mask) }];
  });
  return { states: new Map(states), isAbsent: () => false, diagnostics: [] };
}

/** The least span that holds the regions of a mask. */
function spanned(spans: readonly { lo: number; hi: number }[], mask: number): Knowledge {
  const inside = spans.filter((_, region) => mask & (1 << region));
  return { kind: 'span', span: { lo: inside[0]?.lo ?? 0, hi: inside.at(-1)?.hi ?? 0 } };
}

const situations = freePackTexts
  .map(compiled)
  .chain((pack) => fc.record({ pack: fc.constant(pack), known: knowledgeOf(pack) }));

/** Opens terms; what rests on an outcome stays unknown here. */
const opening = (pack: CompiledPack, sheet: FactSheet) => {
  const open = (closed: Condition): Truth =>
    closed.kind === 'term' ? holds(termOf(pack.pack, closed.term).means, sheet, open) : undefined;
  return open;
};

const rulesOf = ({ questions }: CompiledPack): CompiledRule[] => questions.flatMap(({ rules }) => [...rules]);

describe('a condition valued part by part', () => {
  test('is never true or false where its diagram says otherwise: at worst it is unknown', () => {
    fc.assert(
      fc.property(situations, ({ pack, known }) => {
        const sheet = sheetOf(pack, known);
        for (const { rule, meets } of rulesOf(pack)) {
          const value = holds(rule.when, sheet, opening(pack, sheet));
          if (value !== undefined) expect(truth(meets, known)).toBe(value);
        }
      }),
    );
  });

  test('is sure to hold, or sure to fail, just where its value says so', () => {
    fc.assert(
      fc.property(situations, ({ pack, known }) => {
        const sheet = sheetOf(pack, known);
        for (const { rule } of rulesOf(pack)) {
          const value = holds(rule.when, sheet);
          expect([surely(rule.when, sheet), surely(rule.when, sheet, false)]).toEqual([
            value === true,
            value === false,
          ]);
        }
      }),
    );
  });

  test('may be unknown where every completion agrees: that is what the diagrams are for', () => {
    const lit: Condition = { kind: 'test', fact: 'lamp', test: { options: [0] } };
    const always: Condition = { kind: 'any', of: [lit, { kind: 'not', of: lit }] };
    expect(holds(always, { states: new Map(), isAbsent: () => false, diagnostics: [] })).toBeUndefined();
  });
});
