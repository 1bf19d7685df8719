import { type Day, type DayRange, plusDays, plusMonths } from './dates.ts';
import { type Calendar, minusWorkingDays, plusWorkingDays } from './working-days.ts';

/** Units in which a length of time is counted from a date. */
export const LENGTHS = ['days', 'weeks', 'months', 'working_days', 'hours'] as const;

export type Unit = (typeof LENGTHS)[number];

/** A length of time, in one of the units. */
export type Length = Readonly<Partial<Record<Unit, number | undefined>>>;

/** The day so much later; undefined where working days would be counted in years without a list of bank holidays. */
export function later(day: Day, length: Length, calendar: Calendar): Day | undefined {
  if (length.working_days !== undefined) return plusWorkingDays(day, length.working_days, calendar)?.day;
  if (length.months !== undefined) return plusMonths(day, length.months);
  return plusDays(day, daysIn(length));
}

/** The day so much earlier; undefined as above. */
function sooner(day: Day, length: Length, calendar: Calendar): Day | undefined {
  if (length.working_days !== undefined) return minusWorkingDays(day, length.working_days, calendar);
  if (length.months !== undefined) return plusMonths(day, -length.months);
  return plusDays(day, -daysIn(length));
}

/** Hours that are no whole days reach into the next day. */
const daysIn = ({ days, weeks = 0, hours }: Length): number =>
  hours === undefined ? (days ?? 7 * weeks) : Math.ceil(hours / 24);

/** The days so much earlier than an interval. */
export function soonerRange(end: DayRange, length: Length, calendar: Calendar): DayRange | undefined {
  const [from, to] = [sooner(end.from, length, calendar), sooner(end.to, length, calendar)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The days so much later than an interval. */
export function laterRange(start: DayRange, length: Length, calendar: Calendar): DayRange | undefined {
  const [from, to] = [later(start.from, length, calendar), later(start.to, length, calendar)];
  if (from === undefined || to === undefined) return undefined;
  const isPart = length.hours !== undefined && length.hours % 24 > 0;
  return { from: isPart ? plusDays(from, -1) : from, to };
}
