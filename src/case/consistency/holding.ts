import type { DayRange } from '../../calendar/dates.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';

/** What a file says against itself, each where it does. */
export const holding = (list: readonly (Diagnostic | false)[]): Diagnostic[] => list.filter((one) => one !== false);

/** Whether the first day is certainly later than the second. */
export const isAfter = (a: DayRange | undefined, b: DayRange | undefined): boolean =>
  a !== undefined && b !== undefined && a.from > b.to;

/** Whether the first day is certainly not earlier than the second. */
export const isNotBefore = (a: DayRange | undefined, b: DayRange | undefined): boolean =>
  a !== undefined && b !== undefined && a.from >= b.to;
