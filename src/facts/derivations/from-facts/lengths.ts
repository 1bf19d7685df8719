import { type Day, type DayRange, daysBetween, doubledMonths, exactly } from '../../../calendar/dates.ts';
import { workingDaysBetween } from '../../../calendar/working-days.ts';
import { MOST } from '../../../logic/span.ts';
import { type Knowledge, span } from '../../knowledge.ts';
import type { DerivationContext } from '../context.ts';
import { form, type Inputs, type SoFar } from '../form.ts';

const ENDS =
  'It is counted to the first date after `to` that is known, or else to the day of the assessment. It is not known where that day comes before the first.';

export const months = form({
  key: 'months',
  says: `Full months after a date. ${ENDS}`,
  schema: ({ z, Between }) => z.strictObject({ months: Between }),
  examples: [{ months: { from: 'last_plan_ended', to: ['conference_requested'] } }],
  inputs: ({ months: what }) => inputs(what),
  gives: () => ({ types: ['months'] }),
  isOver: ({ months: what }, soFar) => isOver(what, soFar),
  time: ({ months: what }) => ({ ...what, unit: 'months' }),
  workOut: ({ months: what }, context) => between(what, context, doubledMonths),
});

export const daysBetweenDates = form({
  key: 'days',
  says: `Days after a date. ${ENDS}`,
  schema: ({ z, Between }) => z.strictObject({ days: Between }),
  examples: [{ days: { from: 'conference_requested', to: ['initial_conference'] } }],
  inputs: ({ days: what }) => inputs(what),
  gives: () => ({ types: ['number'] }),
  isOver: ({ days: what }, soFar) => isOver(what, soFar),
  time: ({ days: what }) => ({ ...what, unit: 'days' }),
  workOut: ({ days: what }, context) => between(what, context, (from, to) => 2 * Math.max(0, daysBetween(from, to))),
});

export const workingDays = form({
  key: 'working_days',
  says: `Working days after a date: weekends and bank holidays do not count. ${ENDS}`,
  schema: ({ z, Between }) => z.strictObject({ working_days: Between }),
  examples: [{ working_days: { from: 'became_looked_after', to: ['first_looked_after_review'] } }],
  inputs: ({ working_days: what }) => inputs(what),
  gives: () => ({ types: ['number'] }),
  isOver: ({ working_days: what }, soFar) => isOver(what, soFar),
  time: ({ working_days: what }) => ({ ...what, unit: 'working_days' }),
  workOut: ({ working_days: what }, context) => workingDaysIn(what, context),
});

interface Between {
  readonly from: string;
  readonly to: readonly string[];
}

const inputs = ({ from, to }: Between): Inputs => ({ dates: [from], ends: to });

const isOver = ({ to }: Between, { isAhead }: SoFar): boolean => !to.some(isAhead);

function endsOf({ from, to }: Between, { asAt, daysOf, isOpen }: DerivationContext): [DayRange, DayRange] | undefined {
  const start = daysOf(from);
  if (!start) return undefined;
  const sofar = to.some(isOpen) ? { from: start.from, to: asAt } : exactly(asAt);
  const end = to.map(daysOf).find((range) => range !== undefined) ?? sofar;
  return end.to < start.from ? undefined : [start, end];
}

type Count = (from: Day, to: Day) => number;

function between(what: Between, context: DerivationContext, count: Count): Knowledge | undefined {
  const ends = endsOf(what, context);
  return ends && span(count(ends[0].to, ends[1].from), count(ends[0].from, ends[1].to));
}

function workingDaysIn(what: Between, context: DerivationContext): Knowledge | undefined {
  const ends = endsOf(what, context);
  if (!ends) return undefined;
  const least = workingDaysBetween(ends[0].to, ends[1].from, context.calendar);
  const most = workingDaysBetween(ends[0].from, ends[1].to, context.calendar);
  return least === undefined || most === undefined ? undefined : span(2 * least, Math.min(2 * most, MOST));
}
