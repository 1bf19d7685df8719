import { type DayRange, isExact, weekday } from '../../calendar/dates.ts';
import { type Diagnostic, error, type Path, warning } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { Meeting } from '../file/care-schema.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { range } from '../sheet/records.ts';
import { dateGiven } from './dates-given.ts';
import { holding, isAfter, isNotBefore } from './holding.ts';
import { type ListedPlan, lastEnd, listsEveryPlan } from './listed-plans.ts';

/** What a case file says against itself on meetings: among themselves, and beside the plans. */
export function meetingConsistency(file: CaseFile, plans: readonly ListedPlan[]): Diagnostic[] {
  const listed = (file.meetings?.list ?? []).flatMap((meeting, i) => {
    const at = ['meetings', 'list', i];
    return [...single(meeting, at), ...besidePlans(meeting, at, file, plans)];
  });
  return holding([...listed, ...dates(file)]);
}

const CONFERENCES = ['initial_conference', 'review_conference', 'transfer_conference', 'combined_meeting'];

/** Meetings that belong to a plan that is there already. */
const UNDER_A_PLAN = ['review_conference', 'combined_meeting', 'core_group'];

const WEEKEND = safe`This conference falls on a Saturday or Sunday: check the date.`;

function single({ kind, date, minutes_sent: sent }: Meeting, at: Path): (Diagnostic | false)[] {
  const day = range(date);
  const minutes = safe`The minutes go out before the meeting: correct one of the two dates.`;
  return [
    CONFERENCES.includes(kind) && isWeekend(day) && warning('conference_at_weekend', WEEKEND, [...at, 'date']),
    isAfter(day, range(sent)) && error('minutes_before_meeting', minutes, [...at, 'minutes_sent']),
  ];
}

const isWeekend = (day: DayRange | undefined): boolean =>
  day !== undefined && isExact(day) && [0, 6].includes(weekday(day.from));

function besidePlans(
  { kind, date, held, decided }: Meeting,
  at: Path,
  file: CaseFile,
  plans: readonly ListedPlan[],
): (Diagnostic | false)[] {
  const day = range(date);
  if (!day || held === false) return [];
  const makesPlan = kind === 'initial_conference' && decided === 'plan_made' && isOfThisPlan(day, file);
  const other = safe`A plan begins on the day of the initial conference that makes it; here the two days differ.`;
  const first = safe`A plan begins on this day: its first review, or core group, comes later. Correct one of the two dates.`;
  const none = safe`No plan of this child was in place on this day: correct the date, or the dates of the plans.`;
  const reviews = UNDER_A_PLAN.includes(kind) && !isWithinAPlan(day, plans);
  const onFirst = reviews && isExact(day) && plans.some(({ began }) => began?.from === day.to);
  const outside = reviews && !onFirst && listsEveryPlan(file);
  return [
    makesPlan && differs(day, file) && warning('plan_not_from_conference', other, [...at, 'date']),
    onFirst && error('review_on_first_day', first, [...at, 'date']),
    outside && warning('review_outside_plan', none, [...at, 'date']),
  ];
}

/** An initial conference before the end of an earlier plan belongs to that plan, or to one before it. */
const isOfThisPlan = (day: DayRange, file: CaseFile): boolean => {
  const ended = lastEnd(file);
  return (ended === undefined && (file.previous_plans?.plans ?? []).length === 0) || isNotBefore(day, ended);
};

function differs(day: DayRange, { current_plan: plan }: CaseFile): boolean {
  const began = plan === undefined || plan === 'none' ? undefined : range(plan.began);
  return isAfter(day, began) || isAfter(began, day);
}

/** Whether a day may lie within one of the plans, after its first day. */
const isWithinAPlan = (day: DayRange, plans: readonly ListedPlan[]): boolean =>
  plans.some(({ began, ended }) => !(began && day.to <= began.from) && (ended === undefined || ended.to >= day.from));

function dates(file: CaseFile): (Diagnostic | false)[] {
  const given = (id: string): DayRange | undefined => dateGiven(file, id);
  const [requested, initial] = [given('conference_requested'), given('initial_conference')];
  const [first, next] = [given('first_review_conference'), given('next_review_conference')];
  if (!requested && !initial && !first && !next) return [];
  const ended = lastEnd(file);
  return [
    isWeekend(initial) && warning('conference_at_weekend', WEEKEND, ['dates', 'initial_conference']),
    isWeekend(first) && warning('conference_at_weekend', WEEKEND, ['dates', 'first_review_conference']),
    reviewDate(first, 'first_review_conference', file),
    reviewDate(next, 'next_review_conference', file),
    isAfter(ended, requested) &&
      warning('request_before_end_of_plan', REQUEST_BEFORE, ['dates', 'conference_requested']),
    isAfter(ended, initial) && warning('conference_before_end_of_plan', OF_LAST_PLAN, ['dates', 'initial_conference']),
    isAfter(requested, initial) &&
      warning('conference_before_request', BEFORE_REQUEST, ['dates', 'initial_conference']),
  ];
}

const REQUEST_BEFORE = safe`The request is dated before the last plan ended: is it the request for that plan, or is the child moving with it?`;

const OF_LAST_PLAN = safe`The initial conference is dated before the last plan ended: is it the one that made that plan? Give the one that is sought now, or leave it out.`;

const BEFORE_REQUEST = safe`The initial conference is dated before it was asked for: does it belong to an earlier plan? Correct one of the two dates.`;

function reviewDate(review: DayRange | undefined, id: string, { current_plan: plan }: CaseFile): Diagnostic | false {
  if (!review || plan === undefined || plan === 'none') return false;
  return isNotBefore(range(plan.began), review) && error('review_on_first_day', ON_FIRST_DAY, ['dates', id]);
}

const ON_FIRST_DAY = safe`This review is dated on or before the first day of the plan: correct one of the two dates.`;
