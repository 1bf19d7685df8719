import type { DayRange } from '../../calendar/dates.ts';
import type { Path, Remark, Severity } from '../../messages/diagnostic.ts';

/** Something that a file may say against itself: whether it does, how much it matters, its code, a sentence, a place. */
export type Fault = readonly [holds: boolean, severity: Severity, code: string, says: string, path: Path];

/** The faults that a file has, as remarks. */
export const remarksOf = (faults: readonly Fault[]): Remark[] =>
  faults.filter(([holds]) => holds).map(([, severity, code, says, path]) => ({ severity, code, says, path }));

/** Whether the first day is certainly later than the second. */
export const isAfter = (a: DayRange | undefined, b: DayRange | undefined): boolean =>
  a !== undefined && b !== undefined && a.from > b.to;

/** Whether the first day is certainly not earlier than the second. */
export const isNotBefore = (a: DayRange | undefined, b: DayRange | undefined): boolean =>
  a !== undefined && b !== undefined && a.from >= b.to;
