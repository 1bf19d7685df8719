import { type Day, plusDays } from '../../calendar/dates.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import type { Row } from '../read/rows.ts';
import type { Found, PlanRecord, ReviewRecord } from '../records.ts';
import { BAD, taken } from '../values/values.ts';
import { type Gathering, NOTHING, present, shownDay } from './context.ts';
import { joinPlans, onceByDay, saySimilar } from './same-plan.ts';

/** What a plan costs whose key dates cannot be relied on: an end that is not known must never look like an open plan. */
const PLAN_LOST = safe`This plan is left out, because it may be open or ended.`;

/** 42 weeks: how long before a birth a plan may begin. */
const BEFORE_BIRTH = 294;

/** The plans of a child, each once, with their reviews. */
export function plansOf(gathering: Gathering): readonly PlanRecord[] {
  const [planRows, reviewRows] = [gathering.of('plan'), gathering.of('review')];
  if (planRows.length + reviewRows.length === 0) return NOTHING;
  const plans = planRows.flatMap((row) => planIn(row, reviewRows, gathering) ?? []);
  if (reviewRows.length > 0) sayStrays(reviewRows, planRows, gathering);
  if (plans.length < 2) return plans;
  const joined = joinPlans(plans, gathering);
  saySimilar(joined, gathering);
  return joined;
}

function planIn(row: Row, reviewRows: readonly Row[], gathering: Gathering): PlanRecord | undefined {
  const { values, purged } = gathering;
  if (row.text('purge') !== undefined && taken(values.flag(row, 'purge'))?.value) {
    purged.push({ what: 'plan', place: row.place(), ...present('start', taken(values.day(row, 'start'))?.value) });
    return undefined;
  }
  const dates = keyDates(row, gathering);
  if (!dates) return undefined;
  const reviews = reviewsFor(row, reviewRows, gathering);
  const early = reviews.find(({ day }) => day.value < dates.start.value)?.day;
  if (early) return lost(gathering, early, safe`review_before_plan`, safe`A review conference lies before the plan.`);
  const [initialCategory, latestCategory] = [values.category(row, 'initial'), values.category(row, 'latest')];
  if (initialCategory === BAD || latestCategory === BAD) unclearCategory(row, gathering);
  return {
    ...present('id', values.id(row, 'id')),
    ...dates,
    ...present('initialCategory', taken(initialCategory)),
    ...present('latestCategory', taken(latestCategory)),
    ...present('otherAuthority', taken(values.flag(row, 'elsewhere'))),
    ...present('plansBefore', taken(values.count(row, 'before'))),
    reviews,
  };
}

function lost({ teller }: Gathering, at: Found<Day>, code: Safe, why: Safe): undefined {
  teller.say('error', code, safe`${why} ${PLAN_LOST}`, at.place, { shown: shownDay(at) });
}

/** Start and end; undefined where they leave open whether the plan is open. */
function keyDates(row: Row, gathering: Gathering): Pick<PlanRecord, 'start' | 'end'> | undefined {
  const { values, source, teller, died } = gathering;
  const [start, end] = [values.day(row, 'start', PLAN_LOST), values.day(row, 'end', PLAN_LOST)];
  if (start === BAD || end === BAD) return undefined;
  if (!start) {
    teller.say('error', safe`plan_without_start`, safe`The plan has no start. ${PLAN_LOST}`, row.place());
    return undefined;
  }
  if (start.value > source.dataDate) {
    return lost(gathering, start, safe`plan_after_data`, safe`The plan starts after the day of the data.`);
  }
  if (died && died.value < start.value) {
    return lost(gathering, start, safe`died_before_plan`, safe`The plan starts after the death of the child.`);
  }
  if (end && end.value < start.value) {
    return lost(gathering, end, safe`plan_ends_before_start`, safe`The plan ends before it starts.`);
  }
  sayLongBefore(start, gathering);
  return end && endsLater(end, gathering) ? { start } : { start, ...present('end', end) };
}

/** An end after the day of the data: on that day the plan was open. */
function endsLater(end: Found<Day>, { source, teller }: Gathering): boolean {
  if (end.value <= source.dataDate) return false;
  const says = safe`The plan ends after the day of the data. The end is left out: on that day the plan was open.`;
  teller.say('warning', safe`plan_end_after_data`, says, end.place, { shown: shownDay(end) });
  return true;
}

function sayLongBefore(start: Found<Day>, { born, teller }: Gathering): void {
  if (!born || start.value >= born.value || start.value >= plusDays(born.value, -BEFORE_BIRTH)) return;
  const says = safe`The plan starts more than 42 weeks before the birth. It is kept. Check both dates.`;
  teller.say('warning', safe`plan_long_before_birth`, says, start.place, { shown: shownDay(start) });
}

function unclearCategory(row: Row, { hints }: Gathering): void {
  const says = safe`The source gives a category of abuse that could not be read.`;
  hints.push({ code: 'category_unclear', says, place: row.place() });
}

/** The reviews of a plan: rows that lie in it or name it, and the latest one that its own row tells. */
function reviewsFor(plan: Row, reviews: readonly Row[], gathering: Gathering): readonly ReviewRecord[] {
  const { values } = gathering;
  const id = reviews.length > 0 ? values.id(plan, 'id') : undefined;
  const own = reviews.filter((row) => row.parent === plan || (id !== undefined && values.id(row, 'plan') === id));
  const records = own.flatMap((row) => reviewIn(row, 'day', gathering) ?? []);
  if (plan.text('review') !== undefined) records.push(...(reviewIn(plan, 'review', gathering) ?? []));
  return onceByDay(records);
}

function reviewIn(row: Row, field: string, { values, source, teller }: Gathering): ReviewRecord[] {
  const day = taken(values.day(row, field));
  if (!day) return [];
  if (day.value > source.dataDate) {
    const says = safe`The review conference lies after the day of the data. It is not taken as held.`;
    teller.say('warning', safe`review_after_data`, says, day.place, { shown: shownDay(day) });
    return [];
  }
  if (row.table !== 'review') return [{ day }];
  const [quorate, continues] = [values.mark(row, 'quorate'), values.mark(row, 'continues')];
  return [{ day, ...present('quorate', quorate), ...present('continues', continues) }];
}

function sayStrays(reviews: readonly Row[], plans: readonly Row[], { values, teller }: Gathering): void {
  const ids = new Set(plans.map((row) => values.id(row, 'id')));
  for (const row of reviews) {
    if (row.parent || ids.has(values.id(row, 'plan'))) continue;
    const says = safe`This review conference names a plan that is not there. It is left out.`;
    teller.say('warning', safe`review_without_plan`, says, row.place());
  }
}
