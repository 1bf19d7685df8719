import { type DayRange, isExact, LAST_DAY } from '../../calendar/dates.ts';
import { type Diagnostic, error, warning } from '../../messages/diagnostic.ts';
import { onDay, type Safe, safe } from '../../messages/safe.ts';
import type { Listed, ListedPlan } from './listed.ts';
import { isAfter } from './order.ts';

/** What the plans of a case file say against one another, after the rules of the national return: it goes to `found`. */
export function planConsistency({ file, plans, today }: Listed, found: Diagnostic[]): void {
  for (const plan of plans) single(plan, today, found);
  for (let i = 0; i < plans.length; i++) {
    for (let j = i + 1; j < plans.length; j++) pair(plans[i] as ListedPlan, plans[j] as ListedPlan, found);
  }
  const { count, complete, plans: list = [] } = file.previous_plans ?? {};
  const differs = count !== undefined && (count < list.length || (complete === true && count !== list.length));
  if (differs) found.push(error('plan_count', COUNT, ['previous_plans', 'count']));
}

const COUNT = safe`\`count\` is not the number of plans that are listed: correct one of the two.`;

function single({ path, began, ended, open }: ListedPlan, today: DayRange, found: Diagnostic[]): void {
  if (isAfter(began, ended)) found.push(error('plan_ends_before_start', BACKWARDS, [...path, 'ended']));
  const oneDay = began && ended && isExact(began) && isExact(ended) && began.from === ended.from;
  if (oneDay) found.push(warning('plan_of_no_length', SHORT, [...path, 'ended']));
  if (isAfter(began, today)) found.push(error('plan_in_future', beginsAfter(today), [...path, 'began']));
  if (isAfter(ended, today)) found.push(error('plan_in_future', endsAfter(today), [...path, 'ended']));
  if (open && path[0] === 'previous_plans') found.push(warning('previous_plan_open', GOES_ON, [...path, 'ended']));
}

const BACKWARDS = safe`This plan ends before it begins: correct one of the two dates.`;

const SHORT = safe`This plan begins and ends on the same day: check both dates.`;

const GOES_ON = safe`An earlier plan is marked open: a plan that goes on belongs under \`current_plan\`.`;

const beginsAfter = ({ to }: DayRange): Safe => safe`This plan begins after ${onDay(to)}, the day of this assessment.`;

const endsAfter = ({ to }: DayRange): Safe =>
  safe`This plan ends after ${onDay(to)}, the day of this assessment: is it the current plan?`;

function pair(a: ListedPlan, b: ListedPlan, found: Diagnostic[]): void {
  const both = a.open && b.open;
  if (!both && !(beginsBeforeEnd(a, b) && beginsBeforeEnd(b, a))) return;
  const code = both ? 'two_open_plans' : 'overlapping_plans';
  const what = both ? safe`Two plans are open at the same time` : safe`Two plans overlap`;
  const unnamed = safe`${what}, and it is not given in which authority each was: correct the dates, or give both authorities.`;
  const moved = safe`${what} in two authorities. After a move both may be right for a short time: confirm the transfer.`;
  if (a.authority === undefined || b.authority === undefined) found.push(error(code, unnamed, b.path));
  else if (a.authority !== b.authority) found.push(warning(code, moved, b.path));
  else found.push(error(code, safe`${what} in one authority: correct the dates.`, b.path));
}

/** Whether a plan began before another one ended, whatever the exact dates are. */
function beginsBeforeEnd({ began }: ListedPlan, { open, ended }: ListedPlan): boolean {
  const end = open ? LAST_DAY : ended?.from;
  return began !== undefined && end !== undefined && began.to < end;
}
