import type * as z from 'zod';
import type { Form, Inputs } from './form.ts';
import { byDates } from './from-facts/by-dates.ts';
import { differ } from './from-facts/differ.ts';
import { earlier } from './from-facts/earlier.ts';
import { earliest, latest } from './from-facts/earliest-latest.ts';
import { firstKnown } from './from-facts/first-known.ts';
import { happened } from './from-facts/happened.ts';
import { later } from './from-facts/later.ts';
import { daysBetweenDates, months, workingDays } from './from-facts/lengths.ts';
import { recorded } from './from-facts/recorded.ts';
import { shown } from './from-facts/shown.ts';
import { sooner } from './from-facts/sooner.ts';
import { within } from './from-facts/within.ts';
import { lookedAfterOn, onPlanOn } from './from-records/at-a-date.ts';
import { birthday } from './from-records/birthday.ts';
import { care } from './from-records/care.ts';
import { child } from './from-records/child.ts';
import { count } from './from-records/count.ts';
import { currentPlan } from './from-records/current-plan.ts';
import { lastPlan } from './from-records/last-plan.ts';
import { meeting } from './from-records/meeting.ts';
import { inARow, meetingsHeld } from './from-records/meetings-held.ts';
import { pregnancyWeek } from './from-records/pregnancy-week.ts';
import { thePlan } from './from-records/the-plan.ts';
import { lastVisit } from './from-records/visit.ts';

/** Every way of working a fact out, in the order of the reference page. A new one is a file of its own and a line here. */
const TABLE = [
  count,
  lastPlan,
  currentPlan,
  thePlan,
  onPlanOn,
  months,
  happened,
  recorded,
  shown,
  differ,
  child,
  birthday,
  care,
  lookedAfterOn,
  meeting,
  meetingsHeld,
  inARow,
  lastVisit,
  pregnancyWeek,
  workingDays,
  daysBetweenDates,
  later,
  sooner,
  within,
  earliest,
  latest,
  firstKnown,
  earlier,
  byDates,
] as const;

/** What a pack writes under `derive`. */
export type Derive = z.output<ReturnType<(typeof TABLE)[number]['schema']>>;

export const FORMS: readonly Form<Derive>[] = TABLE as readonly unknown[] as readonly Form<Derive>[];

const byKey = new Map(FORMS.map((form) => [form.key, form]));

/** The form of a derivation. */
export function formOf(how: Derive): Form<Derive> {
  for (const key in how) {
    const found = byKey.get(key);
    if (found) return found;
  }
  throw new Error(`no form of derivation has the keys ${Object.keys(how).join(', ')}`);
}

const NONE: Required<Inputs> = {
  dates: [],
  otherDates: [],
  choices: [],
  tested: [],
  ends: [],
  lists: [],
  meetings: [],
  anyIsEnough: false,
  isAssumed: false,
};

const inputs = new WeakMap<Derive, Required<Inputs>>();

/** What has to be known so that a fact can be worked out. */
export function inputsOf(how: Derive): Required<Inputs> {
  let found = inputs.get(how);
  if (!found) inputs.set(how, (found = { ...NONE, ...formOf(how).inputs(how) }));
  return found;
}

/** Every fact that a fact is worked out from. */
export function factsTaken(how: Derive): readonly string[] {
  const { dates, ends, choices, tested } = inputsOf(how);
  return [...dates, ...ends, ...choices, ...tested.map(([fact]) => fact)];
}
