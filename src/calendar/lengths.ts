import { type Day, type DayRange, plusDays, plusMonths } from './dates.ts';
import { type Calendar, plusWorkingDays } from './working-days.ts';

/** Units in which a length of time is counted forward from a date. */
export const LENGTHS = ['days', 'weeks', 'months', 'working_days'] as const;

export type Unit = (typeof LENGTHS)[number];

/** A length of time, in one of the units. */
export type Length = Readonly<Partial<Record<Unit, number | undefined>>>;

/** The day so much later; undefined where working days would be counted in years without a list of bank holidays. */
export function later(day: Day, length: Length, calendar: Calendar): Day | undefined {
  if (length.working_days !== undefined) return plusWorkingDays(day, length.working_days, calendar)?.day;
  if (length.months !== undefined) return plusMonths(day, length.months);
  return plusDays(day, length.days ?? 7 * (length.weeks ?? 0));
}

/** The days so much later than an interval. */
export function laterRange(start: DayRange, length: Length, calendar: Calendar): DayRange | undefined {
  const [from, to] = [later(start.from, length, calendar), later(start.to, length, calendar)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
