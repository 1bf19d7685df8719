import { type Day, type DayRange, LAST_DAY, parseDate, weekday } from '../../calendar/dates.ts';
import type { Path, Remark, Severity } from '../../messages/diagnostic.ts';
import type { CaseFile, PreviousPlan } from '../file/case-schema.ts';
import { entryValue } from '../file/entry-value.ts';
import { careConsistency } from './consistency-care.ts';
import { childConsistency } from './consistency-child.ts';
import { recordConsistency } from './consistency-records.ts';

/** A plan as an interval, with where it stands in the file. */
interface Stretch {
  readonly path: Path;
  readonly authority: string | undefined;
  readonly began: DayRange | undefined;
  readonly ended: DayRange | undefined;
  readonly open: boolean;
}

const range = (value: string | number | undefined): DayRange | undefined =>
  value === undefined ? undefined : parseDate(value);

/** What the dates and records of a case file say against one another, after the rules of the national return. */
export function consistency(file: CaseFile, asAt: Day): Remark[] {
  const remarks: Remark[] = [];
  const say = (severity: Severity, code: string, says: string, path: Path): void => {
    remarks.push({ code, severity, says, path });
  };
  const plans = stretches(file);
  for (const plan of plans) planDates(plan, asAt, say);
  for (const [i, a] of plans.entries()) for (const b of plans.slice(i + 1)) pairOfPlans(a, b, say);
  counted(file, say);
  weekends(file, say);
  return [
    ...remarks,
    ...childConsistency(file, asAt),
    ...careConsistency(file, asAt),
    ...recordConsistency(file, asAt),
  ];
}

type Say = (severity: Severity, code: string, says: string, path: Path) => void;

function stretches(file: CaseFile): Stretch[] {
  const previous = (file.previous_plans?.plans ?? []).map((plan: PreviousPlan, i) => ({
    path: ['previous_plans', 'plans', i],
    authority: plan.authority,
    began: range(plan.began),
    ended: plan.ended === 'open' ? undefined : range(plan.ended),
    open: plan.ended === 'open',
  }));
  const current = file.current_plan;
  if (!current || current === 'none') return previous;
  const open = {
    path: ['current_plan'],
    authority: current.authority,
    began: range(current.began),
    ended: undefined,
    open: true,
  };
  return [...previous, open];
}

function planDates({ path, began, ended, open }: Stretch, asAt: Day, say: Say): void {
  const at = (key: string): Path => [...path, key];
  if (began && ended && ended.to < began.from) {
    say(
      'error',
      'plan_ends_before_start',
      'This plan ends before it begins: correct one of the two dates.',
      at('ended'),
    );
  } else if (began && ended && ended.from === ended.to && began.from === ended.from && began.to === ended.to) {
    say('warning', 'plan_of_no_length', 'This plan begins and ends on the same day: check both dates.', at('ended'));
  }
  if (began && began.from > asAt)
    say('error', 'plan_in_future', `This plan begins after ${asAt}, the day of this assessment.`, at('began'));
  if (ended && ended.from > asAt)
    say(
      'error',
      'plan_in_future',
      `This plan ends after ${asAt}, the day of this assessment: is it the current plan?`,
      at('ended'),
    );
  if (open && path[0] === 'previous_plans') {
    say(
      'warning',
      'previous_plan_open',
      'An earlier plan is marked open: a plan that goes on belongs under `current_plan`.',
      at('ended'),
    );
  }
}

function pairOfPlans(a: Stretch, b: Stretch, say: Say): void {
  if (!certainlyOverlap(a, b)) return;
  const given = a.authority !== undefined && b.authority !== undefined;
  const both = a.open && b.open;
  const code = both ? 'two_open_plans' : 'overlapping_plans';
  const what = both ? 'Two plans are open at the same time' : 'Two plans overlap';
  if (!given) {
    const says = `${what}, and it is not given in which authority each was: correct the dates, or give both authorities.`;
    say('error', code, says, b.path);
  } else if (a.authority === b.authority) {
    say('error', code, `${what} in one authority: correct the dates.`, b.path);
  } else {
    say(
      'warning',
      code,
      `${what} in two authorities. After a move both may be right for a short time: confirm the transfer.`,
      b.path,
    );
  }
}

/** Whether the plans share a day whatever their exact dates are. */
function certainlyOverlap(a: Stretch, b: Stretch): boolean {
  if (a.open && b.open) return true;
  const [start, end] = [(s: Stretch) => s.began?.to, (s: Stretch) => (s.open ? LAST_DAY : s.ended?.from)];
  const [startA, startB, endA, endB] = [start(a), start(b), end(a), end(b)];
  if (!startA || !startB || !endA || !endB) return false;
  return startA < endB && startB < endA;
}

function counted({ previous_plans: previous }: CaseFile, say: Say): void {
  const listed = previous?.plans?.length ?? 0;
  if (previous?.count === undefined) return;
  if (previous.count < listed || (previous.complete && previous.count !== listed)) {
    say('error', 'plan_count', '`count` is not the number of plans that are listed: correct one of the two.', [
      'previous_plans',
      'count',
    ]);
  }
}

const CONFERENCES = ['initial_conference', 'first_review_conference'];

function weekends({ dates }: CaseFile, say: Say): void {
  for (const id of CONFERENCES) {
    const value = dates?.[id] === undefined ? undefined : entryValue(dates[id]);
    const day = range(typeof value === 'boolean' ? undefined : value);
    if (day && day.from === day.to && [0, 6].includes(weekday(day.from))) {
      say('warning', 'conference_at_weekend', 'This conference falls on a Saturday or Sunday: check the date.', [
        'dates',
        id,
      ]);
    }
  }
}
