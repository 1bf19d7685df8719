import type { Diagnostic } from '../../messages/diagnostic.ts';
import { type Safe, safe } from '../../messages/safe.ts';

/** The checks of the national return that mean the same as ours. */
const NATIONAL: Readonly<Record<string, Safe>> = {
  review_on_first_day: safe`8841`,
  plan_of_no_length: safe`8840`,
  plan_ends_before_start: safe`8925`,
  two_open_plans: safe`8935`,
  overlapping_plans: safe`8940`,
  plan_after_death: safe`8915`,
};

/** A diagnostic with the number of the national check that it fails, too. */
export function withNational(diagnostic: Diagnostic): Diagnostic {
  const number = NATIONAL[diagnostic.code];
  return number ? { ...diagnostic, says: safe`${diagnostic.says} National check ${number}.` } : diagnostic;
}
