import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import type { Condition } from '../../policy/pack/condition.ts';
import { testHolds } from '../../policy/pack/test-holds.ts';

/** True, false, or undefined for unknown. */
export type Truth = boolean | undefined;

/**
 * Three-valued value of a condition, part by part (after Kleene): for showing a condition's parts, and for
 * conditions outside packs. Diagrams are exact; this may say unknown where every completion agrees.
 * Terms and outcomes are opened by `open`.
 */
export function holds(condition: Condition, sheet: FactSheet, open?: (closed: Condition) => Truth): Truth {
  switch (condition.kind) {
    case 'all':
      return every(condition.of, (part) => holds(part, sheet, open));
    case 'any':
      return negate(every(condition.of, (part) => negate(holds(part, sheet, open))));
    case 'not':
      return negate(holds(condition.of, sheet, open));
    case 'test':
      return testHolds(condition.test, sheet.states.get(condition.fact)?.known);
    default:
      return open?.(condition);
  }
}

export const negate = (value: Truth): Truth => (value === undefined ? undefined : !value);

/** False as soon as one part is: the others are not looked at. */
function every(parts: readonly Condition[], value: (part: Condition) => Truth): Truth {
  let all: Truth = true;
  for (const part of parts) {
    const one = value(part);
    if (one === false) return false;
    if (one === undefined) all = undefined;
  }
  return all;
}
