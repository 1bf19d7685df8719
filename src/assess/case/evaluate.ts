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
      return joined(condition.of, false, sheet, open);
    case 'any':
      return joined(condition.of, true, sheet, open);
    case 'not':
      return negate(holds(condition.of, sheet, open));
    case 'test':
      return testHolds(condition.test, sheet.states.get(condition.fact)?.known);
    default:
      return open?.(condition);
  }
}

/**
 * Whether a condition holds for certain, or with `wanted` false whether it fails for certain: what `holds` says, without
 * looking further once that is settled.
 */
export function surely(condition: Condition, sheet: FactSheet, wanted = true): boolean {
  switch (condition.kind) {
    case 'test':
      return testHolds(condition.test, sheet.states.get(condition.fact)?.known) === wanted;
    case 'not':
      return surely(condition.of, sheet, !wanted);
    case 'all':
    case 'any': {
      const isSure = (part: Condition): boolean => surely(part, sheet, wanted);
      return (condition.kind === 'all') === wanted ? condition.of.every(isSure) : condition.of.some(isSure);
    }
    default:
      return false;
  }
}

export const negate = (value: Truth): Truth => (value === undefined ? undefined : !value);

/** What decides settles it as soon as one part is so, and the others are not looked at: false for all of them, true for any. */
function joined(
  parts: readonly Condition[],
  decides: boolean,
  sheet: FactSheet,
  open: ((closed: Condition) => Truth) | undefined,
): Truth {
  let value: Truth = !decides;
  for (const part of parts) {
    const one = holds(part, sheet, open);
    if (one === decides) return decides;
    if (one === undefined) value = undefined;
  }
  return value;
}
