import { type Day, plusDays, weekday } from './dates.ts';

/** Years for which bank holidays are known, and the days that they fall on. */
export interface Calendar {
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlySet<Day>;
}

/** A calendar that knows no year: nothing can be counted in working days. */
export const NO_CALENDAR: Calendar = { years: new Set(), holidays: new Set() };

/** A calendar from holidays by year, then month and day. */
export function calendarOf(holidays: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Calendar {
  const days = Object.entries(holidays).flatMap(([year, list]) => Object.keys(list).map((day) => `${year}-${day}`));
  return { years: new Set(Object.keys(holidays).map(Number)), holidays: new Set(days) };
}

const isWeekend = (day: Day): boolean => weekday(day) % 6 === 0;

/** Whether a day is a working day; undefined in a year whose bank holidays are not known. */
export function isWorkingDay(day: Day, { years, holidays }: Calendar): boolean | undefined {
  if (isWeekend(day)) return false;
  return years.has(Number(day.slice(0, 4))) ? !holidays.has(day) : undefined;
}

/** A count of working days: the day it ends on, and the bank holidays that were passed over. */
export interface Counted {
  readonly day: Day;
  readonly notCounted: readonly Day[];
}

/** The `n`th working day after a day, which is itself day 0; undefined where the count leaves the known years. */
export function plusWorkingDays(from: Day, n: number, calendar: Calendar): Counted | undefined {
  const notCounted: Day[] = [];
  let day = from;
  for (let left = n; left > 0; ) {
    day = plusDays(day, 1);
    const working = isWorkingDay(day, calendar);
    if (working === undefined) return undefined;
    if (working) left -= 1;
    else if (!isWeekend(day)) notCounted.push(day);
  }
  return { day, notCounted };
}

/** The `n`th working day before a day; undefined where the count leaves the known years. */
export function minusWorkingDays(from: Day, n: number, calendar: Calendar): Day | undefined {
  let day = from;
  for (let left = n; left > 0; ) {
    day = plusDays(day, -1);
    const working = isWorkingDay(day, calendar);
    if (working === undefined) return undefined;
    if (working) left -= 1;
  }
  return day;
}

/** Working days after one day up to and including another; undefined outside the known years, 0 where it is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number | undefined {
  let count = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) {
    const working = isWorkingDay(day, calendar);
    if (working === undefined) return undefined;
    if (working) count += 1;
  }
  return count;
}

/** `2012 to 2028`: the years for which bank holidays are known. */
export function yearsInWords({ years }: Calendar): string {
  const sorted = [...years].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const year of sorted) {
    const last = runs.at(-1);
    if (last?.at(-1) === year - 1) last.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]} to ${run.at(-1)}` : `${run[0]}`)).join(', ') || 'no year';
}
