import { type Day, type DayRange, FIRST_DAY, parseDate } from '../../calendar/dates.ts';
import type { CaseFile, PreviousPlan } from '../../case/file/case-schema.ts';
import { MOST } from '../../logic/span.ts';
import { CATEGORIES } from '../categories.ts';
import { days, join, type Knowledge, meet, NO, options, span, YES } from '../knowledge.ts';

/** Whether every earlier plan is in the list. */
function isWhole({ previous_plans: previous }: CaseFile): boolean {
  return previous?.complete === true || (previous?.count !== undefined && previous.count === previous.plans?.length);
}

/** How many earlier plans there were. */
export function plansCounted(file: CaseFile): Knowledge | undefined {
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
  return { from: began?.from ?? FIRST_DAY, to: asAt };
}

/** A field of the earlier plan that ended last. */
export function lastPlan(
  field: 'began' | 'ended' | 'category',
  { file, asAt }: { readonly file: CaseFile; readonly asAt: Day },
): Knowledge | undefined {
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

/** Whether the child is on a plan, or a field of that plan. */
export function planField(
  field: 'open' | 'began' | 'category',
  { current_plan: plan }: CaseFile,
): Knowledge | undefined {
  if (plan === undefined) return undefined;
  if (field === 'open') return plan === 'none' ? NO : YES;
  return plan === 'none' ? undefined : fieldOf(plan, field);
}
