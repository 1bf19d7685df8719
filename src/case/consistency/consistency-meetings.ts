import { type DayRange, isExact, weekday } from '../../calendar/dates.ts';
import { type Diagnostic, error, warning } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import { dateGiven } from './dates-given.ts';
import { type Listed, type ListedMeeting, lastEnd, listsEveryPlan } from './listed.ts';
import { isAfter, isNotBefore } from './order.ts';

/** What a case file says against itself on meetings, among themselves and beside the plans: it goes to `found`. */
export function meetingConsistency(lists: Listed, found: Diagnostic[]): void {
  for (const meeting of lists.meetings) {
    single(meeting, found);
    besidePlans(meeting, lists, found);
  }
  dates(lists, found);
}

const CONFERENCES = ['initial_conference', 'review_conference', 'transfer_conference', 'combined_meeting'];

/** Meetings that belong to a plan that is there already. */
const UNDER_A_PLAN = ['review_conference', 'combined_meeting', 'core_group'];

const WEEKEND = safe`This conference falls on a Saturday or Sunday: check the date.`;

function single({ path, date, sent, meeting: { kind } }: ListedMeeting, found: Diagnostic[]): void {
  if (CONFERENCES.includes(kind) && isWeekend(date)) {
    found.push(warning('conference_at_weekend', WEEKEND, [...path, 'date']));
  }
  if (isAfter(date, sent)) found.push(error('minutes_before_meeting', MINUTES, [...path, 'minutes_sent']));
}

const MINUTES = safe`The minutes go out before the meeting: correct one of the two dates.`;

const isWeekend = (day: DayRange | undefined): boolean =>
  day !== undefined && isExact(day) && [0, 6].includes(weekday(day.from));

function besidePlans({ path, date, meeting }: ListedMeeting, lists: Listed, found: Diagnostic[]): void {
  const { kind, held, decided } = meeting;
  if (!date || held === false) return;
  const at = [...path, 'date'];
  const makesPlan = kind === 'initial_conference' && decided === 'plan_made' && isOfThisPlan(date, lists);
  if (makesPlan && differs(date, lists)) found.push(warning('plan_not_from_conference', OTHER_DAY, at));
  if (!UNDER_A_PLAN.includes(kind) || isWithinAPlan(date, lists)) return;
  const isOnFirst = isExact(date) && lists.plans.some(({ began }) => began?.from === date.to);
  if (isOnFirst) found.push(error('review_on_first_day', FIRST_DAY, at));
  else if (listsEveryPlan(lists.file)) found.push(warning('review_outside_plan', NO_PLAN, at));
}

const OTHER_DAY = safe`A plan begins on the day of the initial conference that makes it; here the two days differ.`;

const FIRST_DAY = safe`A plan begins on this day: its first review, or core group, comes later. Correct one of the two dates.`;

const NO_PLAN = safe`No plan of this child was in place on this day: correct the date, or the dates of the plans.`;

/** An initial conference before the end of an earlier plan belongs to that plan, or to one before it. */
const isOfThisPlan = (day: DayRange, { previous }: Listed): boolean =>
  previous.length === 0 || isNotBefore(day, lastEnd(previous));

const differs = (day: DayRange, { current }: Listed): boolean =>
  isAfter(day, current?.began) || isAfter(current?.began, day);

/** Whether a day may lie within one of the plans, after its first day. */
const isWithinAPlan = (day: DayRange, { plans }: Listed): boolean =>
  plans.some(({ began, ended }) => !(began && day.to <= began.from) && (ended === undefined || ended.to >= day.from));

function dates({ file, previous, current }: Listed, found: Diagnostic[]): void {
  const [requested, initial] = [dateGiven(file, 'conference_requested'), dateGiven(file, 'initial_conference')];
  const [first, next] = [dateGiven(file, 'first_review_conference'), dateGiven(file, 'next_review_conference')];
  if (!requested && !initial && !first && !next) return;
  const say = (diagnostic: Diagnostic): number => found.push(diagnostic);
  if (isWeekend(initial)) say(warning('conference_at_weekend', WEEKEND, ['dates', 'initial_conference']));
  if (isWeekend(first)) say(warning('conference_at_weekend', WEEKEND, ['dates', 'first_review_conference']));
  const isOnFirst = (review: DayRange | undefined): boolean => isNotBefore(current?.began, review);
  if (isOnFirst(first)) say(error('review_on_first_day', ON_FIRST_DAY, ['dates', 'first_review_conference']));
  if (isOnFirst(next)) say(error('review_on_first_day', ON_FIRST_DAY, ['dates', 'next_review_conference']));
  const ended = lastEnd(previous);
  if (isAfter(ended, requested)) {
    say(warning('request_before_end_of_plan', REQUEST_BEFORE, ['dates', 'conference_requested']));
  }
  if (isAfter(ended, initial)) {
    say(warning('conference_before_end_of_plan', OF_LAST_PLAN, ['dates', 'initial_conference']));
  }
  if (isAfter(requested, initial)) {
    say(warning('conference_before_request', BEFORE_REQUEST, ['dates', 'initial_conference']));
  }
}

const REQUEST_BEFORE = safe`The request is dated before the last plan ended: is it the request for that plan, or is the child moving with it?`;

const OF_LAST_PLAN = safe`The initial conference is dated before the last plan ended: is it the one that made that plan? Give the one that is sought now, or leave it out.`;

const BEFORE_REQUEST = safe`The initial conference is dated before it was asked for: does it belong to an earlier plan? Correct one of the two dates.`;

const ON_FIRST_DAY = safe`This review is dated on or before the first day of the plan: correct one of the two dates.`;
