import { type Fit, fitting, MISFIT } from '../../yaml/shape.ts';
import type { CaseFile } from './case-schema.ts';
import { CASE_SHAPE } from './case-shape.built.ts';
import * as rules from './rules.ts';

let take: Fit | undefined;

/**
 * The case file that a value is; nothing where it is none, or where the schema has to be asked. Ten times quicker
 * than the schema, and needs none of its code.
 */
export function caseOfShape(value: unknown): CaseFile | undefined {
  take ??= fitting(CASE_SHAPE, rules);
  const fitted = take(value);
  return fitted === MISFIT ? undefined : (fitted as CaseFile);
}
