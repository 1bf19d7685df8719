import { type Day, exactly, isExact, LAST_DAY } from '../../calendar/dates.ts';
import { type Diagnostic, error, type Path, warning } from '../../messages/diagnostic.ts';
import { onDay, type Safe, safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { holding, isAfter } from './holding.ts';
import type { ListedPlan } from './listed-plans.ts';

/** What the plans of a case file say against one another, after the rules of the national return. */
export function planConsistency(file: CaseFile, plans: readonly ListedPlan[], asAt: Day): Diagnostic[] {
  return holding([
    ...plans.flatMap((plan) => single(plan, asAt)),
    ...plans.flatMap((a, i) => plans.slice(i + 1).flatMap((b) => pair(a, b))),
    counted(file),
  ]);
}

function single({ path, began, ended, open }: ListedPlan, asAt: Day): (Diagnostic | false)[] {
  const at = (key: string): Path => [...path, key];
  const today = exactly(asAt);
  const oneDay = began && ended && isExact(began) && isExact(ended) && began.from === ended.from;
  return [
    isAfter(began, ended) && error('plan_ends_before_start', BACKWARDS, at('ended')),
    oneDay === true && warning('plan_of_no_length', SHORT, at('ended')),
    isAfter(began, today) && error('plan_in_future', beginsAfter(asAt), at('began')),
    isAfter(ended, today) && error('plan_in_future', endsAfter(asAt), at('ended')),
    open && path[0] === 'previous_plans' && warning('previous_plan_open', GOES_ON, at('ended')),
  ];
}

const BACKWARDS = safe`This plan ends before it begins: correct one of the two dates.`;

const SHORT = safe`This plan begins and ends on the same day: check both dates.`;

const GOES_ON = safe`An earlier plan is marked open: a plan that goes on belongs under \`current_plan\`.`;

const beginsAfter = (asAt: Day): Safe => safe`This plan begins after ${onDay(asAt)}, the day of this assessment.`;

const endsAfter = (asAt: Day): Safe =>
  safe`This plan ends after ${onDay(asAt)}, the day of this assessment: is it the current plan?`;

function pair(a: ListedPlan, b: ListedPlan): (Diagnostic | false)[] {
  if (!certainlyOverlap(a, b)) return [];
  const both = a.open && b.open;
  const code = both ? 'two_open_plans' : 'overlapping_plans';
  const what = both ? safe`Two plans are open at the same time` : safe`Two plans overlap`;
  const unnamed = safe`${what}, and it is not given in which authority each was: correct the dates, or give both authorities.`;
  const moved = safe`${what} in two authorities. After a move both may be right for a short time: confirm the transfer.`;
  if (a.authority === undefined || b.authority === undefined) return [error(code, unnamed, b.path)];
  if (a.authority !== b.authority) return [warning(code, moved, b.path)];
  return [error(code, safe`${what} in one authority: correct the dates.`, b.path)];
}

/** Whether the plans share a day whatever their exact dates are. */
function certainlyOverlap(a: ListedPlan, b: ListedPlan): boolean {
  if (a.open && b.open) return true;
  const [startA, startB] = [a.began?.to, b.began?.to];
  const [endA, endB] = [a, b].map(({ open, ended }) => (open ? LAST_DAY : ended?.from));
  return Boolean(startA && startB && endA && endB && startA < endB && startB < endA);
}

function counted({ previous_plans: previous }: CaseFile): Diagnostic | false {
  const { count, complete } = previous ?? {};
  const listed = previous?.plans?.length ?? 0;
  const differs = count !== undefined && (count < listed || (complete === true && count !== listed));
  const says = safe`\`count\` is not the number of plans that are listed: correct one of the two.`;
  return differs && error('plan_count', says, ['previous_plans', 'count']);
}
