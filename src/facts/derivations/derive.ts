import { type Day, type DayRange, daysBetween, doubledMonths, exactly } from '../../calendar/dates.ts';
import { workingDaysBetween } from '../../calendar/working-days.ts';
import { MOST } from '../../logic/span.ts';
import { optionsOf } from '../fact.ts';
import { type Knowledge, NO, options, span, YES } from '../knowledge.ts';
import type { Derive, Fact } from '../vocabulary-schema.ts';
import type { DerivationContext } from './context.ts';
import { combined, isEarlier, lengthAfter, nthBirthday } from './derive-dates.ts';
import { lastPlan, planField, plansCounted } from './derive-plans.ts';
import { careField, childField, meetingField, meetingHeld } from './derive-records.ts';

/** Works a derived fact out; undefined where the case does not hold what it needs. */
export function derive(how: Derive, fact: Fact, context: DerivationContext): Knowledge | undefined {
  const { file, asAt, daysOf } = context;
  if ('count' in how) return plansCounted(file);
  if ('last_plan' in how) return lastPlan(how.last_plan, context);
  if ('current_plan' in how) return planField(how.current_plan, file);
  if ('months' in how) return between(how.months, context, doubledMonths);
  if ('days' in how) return between(how.days, context, (from, to) => 2 * Math.max(0, daysBetween(from, to)));
  if ('working_days' in how) return workingDays(how.working_days, context);
  if ('happened' in how) return happened(how.happened, context) ?? meetingHeld(how, context);
  if ('recorded' in how) return how.recorded.some((other) => daysOf(other)) ? YES : undefined;
  if ('differ' in how) return differ(context.maskOf(how.differ[0]), context.maskOf(how.differ[1]));
  if ('child' in how) return childField(how.child, context);
  if ('birthday' in how) return nthBirthday(how.birthday, file.child?.born);
  if ('care' in how) return careField(how, fact, context);
  if ('meeting' in how) return meetingField(how, fact, context);
  if ('later' in how) return lengthAfter(how.later, context);
  if ('earlier' in how) return isEarlier(daysOf(how.earlier[0]), daysOf(how.earlier[1]));
  if ('by_dates' in how) return byDates(how.by_dates, fact, asAt, daysOf);
  return 'earliest' in how ? combined(how.earliest, 'earliest', daysOf) : combined(how.latest, 'latest', daysOf);
}

interface Between {
  readonly from: string;
  readonly to: readonly string[];
}

type CountDays = (from: Day, to: Day) => number;

function endsOf({ from, to }: Between, { asAt, daysOf, isOpen }: DerivationContext): [DayRange, DayRange] | undefined {
  const start = daysOf(from);
  if (!start) return undefined;
  const sofar = to.some(isOpen) ? { from: start.from, to: asAt } : exactly(asAt);
  return [start, to.map(daysOf).find((range) => range !== undefined) ?? sofar];
}

function between(what: Between, context: DerivationContext, count: CountDays): Knowledge | undefined {
  const ends = endsOf(what, context);
  return ends && span(count(ends[0].to, ends[1].from), count(ends[0].from, ends[1].to));
}

function workingDays(what: Between, context: DerivationContext): Knowledge | undefined {
  const ends = endsOf(what, context);
  if (!ends) return undefined;
  const least = workingDaysBetween(ends[0].to, ends[1].from, context.calendar);
  const most = workingDaysBetween(ends[0].from, ends[1].to, context.calendar);
  return least === undefined || most === undefined ? undefined : span(2 * least, Math.min(2 * most, MOST));
}

function happened(facts: readonly string[], { asAt, daysOf }: DerivationContext): Knowledge | undefined {
  const ranges = facts.map(daysOf);
  if (ranges.some((range) => range && range.to <= asAt)) return YES;
  return ranges.every((range) => range && range.from > asAt) ? NO : undefined;
}

function differ(a: number | undefined, b: number | undefined): Knowledge | undefined {
  if (a === undefined || b === undefined) return undefined;
  if ((a & b) === 0) return YES;
  return a === b && (a & (a - 1)) === 0 ? NO : undefined;
}

function byDates(
  dates: Readonly<Record<string, string>>,
  fact: Fact,
  asAt: Day,
  daysOf: DerivationContext['daysOf'],
): Knowledge | undefined {
  const names = optionsOf(fact);
  const bit = (option: string): number => 1 << names.indexOf(option);
  const ranges = Object.entries(dates).map(([option, date]) => ({ option, day: daysOf(date) }));
  const come = ranges.find(({ day }) => day && day.to <= asAt);
  if (come) return options(bit(come.option));
  const ahead = ranges.filter(({ day }) => day && day.from > asAt);
  const ruledOut = ahead.reduce((mask, { option }) => mask | bit(option), 0);
  return ruledOut === 0 ? undefined : options(((1 << names.length) - 1) & ~ruledOut);
}
