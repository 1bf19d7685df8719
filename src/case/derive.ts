import { MOST } from '../logic/span.ts';
import type { Derive } from '../policy/vocabulary-schema.ts';
import { CATEGORIES } from './categories.ts';
import { type Day, type DayRange, doubledMonths, exactly, parseDate } from './dates.ts';
import { days, join, type Knowledge, meet, NO, options, span, YES } from './knowledge.ts';
import type { CaseFile, PreviousPlan } from './schema.ts';

/** What derivations may look at: the case, the day, and other facts. */
export interface Sight {
  readonly file: CaseFile;
  readonly asAt: Day;
  readonly daysOf: (fact: string) => DayRange | undefined;
  readonly maskOf: (fact: string) => number | undefined;
  /** Whether a date exists, or may exist, that nobody here can give. */
  readonly isOpen: (fact: string) => boolean;
}

/** Works a derived fact out; undefined where the case does not hold what it needs. */
export function derive(how: Derive, sight: Sight): Knowledge | undefined {
  if ('count' in how) return countPlans(sight.file);
  if ('last_plan' in how) return lastPlan(how.last_plan, sight);
  if ('current_plan' in how) return currentPlan(how.current_plan, sight.file);
  if ('months' in how) return monthsBetween(how.months.from, how.months.to, sight);
  if ('happened' in how) return happened(how.happened, sight);
  if ('recorded' in how) return how.recorded.some((fact) => sight.daysOf(fact)) ? YES : undefined;
  return differ(sight.maskOf(how.differ[0]), sight.maskOf(how.differ[1]));
}

/** Whether every earlier plan is in the list. */
function isWhole({ previous_plans: previous }: CaseFile): boolean {
  return previous?.complete === true || (previous?.count !== undefined && previous.count === previous.plans?.length);
}

function countPlans(file: CaseFile): Knowledge | undefined {
  const previous = file.previous_plans;
  if (!previous) return undefined;
  const least = 2 * (previous.plans?.length ?? 0);
  const listed = span(least, previous.complete ? least : MOST);
  if (previous.count === undefined) return listed;
  const counted = span(2 * previous.count, 2 * previous.count);
  return meet(counted, listed) ?? join(counted, listed);
}

/** When a plan ended, as an interval; a plan without an end ended at some time up to the day. */
function endOf(plan: PreviousPlan, asAt: Day): DayRange {
  const ended = plan.ended === undefined || plan.ended === 'open' ? undefined : parseDate(plan.ended);
  if (ended) return ended;
  const began = plan.began === undefined ? undefined : parseDate(plan.began);
  return { from: began?.from ?? '1900-01-01', to: asAt };
}

function lastPlan(field: 'began' | 'ended' | 'category', { file, asAt }: Sight): Knowledge | undefined {
  const plans = file.previous_plans?.plans ?? [];
  if (plans.length === 0) return undefined;
  const ends = plans.map((plan) => endOf(plan, asAt));
  const latest = (pick: (range: DayRange) => Day): Day => ends.map(pick).reduce((a, b) => (a > b ? a : b));
  const from = latest((range) => range.from);
  if (field === 'ended') {
    return days({
      from,
      to: isWhole(file) ? latest((range) => range.to) : [asAt, from].reduce((a, b) => (a > b ? a : b)),
    });
  }
  if (!isWhole(file)) return undefined;
  const last = plans.filter((_, i) => (ends[i] as DayRange).to >= from);
  return last.length === 1 ? fieldOf(last[0] as PreviousPlan, field) : undefined;
}

function fieldOf(
  plan: { began?: string | number | undefined; category?: string | undefined },
  field: 'began' | 'category',
): Knowledge | undefined {
  if (field === 'category') {
    return plan.category === undefined ? undefined : options(1 << Object.keys(CATEGORIES).indexOf(plan.category));
  }
  const began = plan.began === undefined ? undefined : parseDate(plan.began);
  return began && days(began);
}

function currentPlan(field: 'open' | 'began' | 'category', { current_plan: plan }: CaseFile): Knowledge | undefined {
  if (plan === undefined) return undefined;
  if (field === 'open') return plan === 'none' ? NO : YES;
  return plan === 'none' ? undefined : fieldOf(plan, field);
}

function monthsBetween(from: string, to: readonly string[], { asAt, daysOf, isOpen }: Sight): Knowledge | undefined {
  const start = daysOf(from);
  if (!start) return undefined;
  const sofar = to.some(isOpen) ? { from: start.from, to: asAt } : exactly(asAt);
  const end = to.map(daysOf).find((range) => range !== undefined) ?? sofar;
  return span(doubledMonths(start.to, end.from), doubledMonths(start.from, end.to));
}

function happened(facts: readonly string[], { asAt, daysOf }: Sight): Knowledge | undefined {
  const ranges = facts.map(daysOf);
  if (ranges.some((range) => range && range.to <= asAt)) return YES;
  return ranges.every((range) => range && range.from > asAt) ? NO : undefined;
}

function differ(a: number | undefined, b: number | undefined): Knowledge | undefined {
  if (a === undefined || b === undefined) return undefined;
  if ((a & b) === 0) return YES;
  return a === b && (a & (a - 1)) === 0 ? NO : undefined;
}
