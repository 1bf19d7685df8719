import { type Day, type DayRange, parseDate, plusDays, plusMonths } from '../../calendar/dates.ts';
import { type Calendar, plusWorkingDays } from '../../calendar/working-days.ts';
import { days, type Knowledge, NO, YES } from '../knowledge.ts';
import type { DerivationContext } from './context.ts';

/** A length of time, in one of the units. */
export interface Length {
  readonly days?: number | undefined;
  readonly weeks?: number | undefined;
  readonly months?: number | undefined;
  readonly working_days?: number | undefined;
}

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

/** The date that lies a length of time after another. */
export function lengthAfter(
  how: Length & { readonly than: string },
  context: DerivationContext,
): Knowledge | undefined {
  const start = context.daysOf(how.than);
  const end = start && laterRange(start, how, context.calendar);
  return end && days(end);
}

/** The day on which a child is so many years old; for a birth on 29 February, 1 March in a common year. */
export function nthBirthday(years: number, born: string | number | undefined): Knowledge | undefined {
  const birth = born === undefined ? undefined : parseDate(born);
  const aged = (day: Day): Day => {
    const clamped = plusMonths(day, 12 * years);
    return clamped.slice(8) === day.slice(8) ? clamped : plusDays(clamped, 1);
  };
  return birth && days({ from: aged(birth.from), to: aged(birth.to) });
}

/** Whether one day is before another. */
export function isEarlier(a: DayRange | undefined, b: DayRange | undefined): Knowledge | undefined {
  if (!a || !b) return undefined;
  if (a.to < b.from) return YES;
  return a.from >= b.to ? NO : undefined;
}

/** The earliest, or the latest, of dates that are all known. */
export function combined(
  facts: readonly string[],
  which: 'earliest' | 'latest',
  daysOf: DerivationContext['daysOf'],
): Knowledge | undefined {
  const ranges = facts.map(daysOf).filter((range) => range !== undefined);
  if (ranges.length < facts.length) return undefined;
  const pick = (list: readonly Day[]): Day => list.reduce((a, b) => (a < b === (which === 'earliest') ? a : b));
  return days({ from: pick(ranges.map(({ from }) => from)), to: pick(ranges.map(({ to }) => to)) });
}
