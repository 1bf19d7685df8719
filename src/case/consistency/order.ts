import type { DayRange } from '../../calendar/dates.ts';

/** Whether the first day is certainly later than the second. */
export const isAfter = (a: DayRange | undefined, b: DayRange | undefined): boolean =>
  a !== undefined && b !== undefined && a.from > b.to;

/** Whether the first day is certainly not earlier than the second. */
export const isNotBefore = (a: DayRange | undefined, b: DayRange | undefined): boolean =>
  a !== undefined && b !== undefined && a.from >= b.to;
