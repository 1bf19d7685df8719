import type { DayRange } from '../../calendar/dates.ts';
import { nthBirthday } from '../../facts/derivations/from-records/birthday.ts';
import { dateBeforeChild } from '../../facts/records/child.ts';
import { type Diagnostic, error, warning } from '../../messages/diagnostic.ts';
import { onDay, safe } from '../../messages/safe.ts';
import { dateGiven } from './dates-given.ts';
import type { Listed } from './listed.ts';
import { isAfter, isNotBefore } from './order.ts';

/** What a case file says against itself on the child's birth, age and death: it goes to `found`. */
export function childConsistency(lists: Listed, found: Diagnostic[]): void {
  const { born, died } = lists;
  dates(lists, found);
  beforeBirth(lists, found);
  if (died) afterDeath(lists, died, found);
  else if (born) afterEighteen(lists, nthBirthday(18, born), found);
}

function dates({ file, today, born, expected, died }: Listed, found: Diagnostic[]): void {
  if (isAfter(born, died)) found.push(error('death_before_birth', DIES_FIRST, ['child', 'died']));
  if (isAfter(died, today)) {
    const says = safe`The death is after ${onDay(today.to)}, the day of this assessment.`;
    found.push(error('death_in_future', says, ['child', 'died']));
  }
  if (!born && !died && isAfter(today, expected)) {
    found.push(warning('expected_date_passed', PASSED, ['child', 'expected']));
  }
  const isCared = file.looked_after !== undefined && file.looked_after !== 'none';
  if (!born && expected && isCared) found.push(error('unborn_looked_after', UNBORN, ['looked_after']));
}

const DIES_FIRST = safe`The child dies before being born: correct one of the two.`;

const PASSED = safe`The expected date of delivery has passed: give the date of birth, once the child is born.`;

const UNBORN = safe`An unborn child cannot be looked after.`;

/** A plan may begin before birth, but not before there was a child; a brother's or sister's plan often stands in its place. */
function beforeBirth(lists: Listed, found: Diagnostic[]): void {
  const { plans, episodes, meetings, born } = lists;
  for (const plan of plans) {
    const date = dateBeforeChild(plan, lists);
    if (date) found.push(warning('plan_before_birth', PLAN_BEFORE_BIRTH, [...plan.path, date]));
  }
  for (const { path, began } of episodes) {
    if (isAfter(born, began)) found.push(error('looked_after_before_birth', CARED, [...path, 'began']));
  }
  for (const { path, date, meeting } of meetings) {
    const isEarly = REVIEWS_OF_CARE.includes(meeting.kind) && isAfter(born, date);
    if (isEarly) found.push(error('review_before_birth', REVIEWED, [...path, 'date']));
  }
}

const PLAN_BEFORE_BIRTH = safe`By its dates this plan cannot be this child’s. Is it a brother’s or a sister’s? Correct the dates, or take it out of this list.`;

const CARED = safe`The child is looked after before being born: correct one of the two dates.`;

const REVIEWED = safe`This review is before the birth of the child: check the date.`;

const REVIEWS_OF_CARE: readonly string[] = ['looked_after_review', 'combined_meeting'];

function afterEighteen({ today, plans, episodes, meetings }: Listed, grown: DayRange, found: Diagnostic[]): void {
  const isAdult = isAfter(today, grown);
  for (const { path, began, open } of plans) {
    if (isNotBefore(began, grown)) found.push(error('plan_begins_after_eighteen', STARTS, [...path, 'began']));
    else if (open && isAdult) found.push(warning('plan_after_eighteen', OPEN_PLAN, path));
  }
  for (const { path, began, goesOn } of episodes) {
    if (isNotBefore(began, grown)) found.push(error('looked_after_begins_after_eighteen', BEGINS, [...path, 'began']));
    else if (isAdult && goesOn) found.push(warning('looked_after_after_eighteen', GOES_ON, path));
  }
  for (const { path, date, meeting } of meetings) {
    const isOfAChild = meeting.kind !== 'strategy_discussion' && isNotBefore(date, grown);
    if (isOfAChild) found.push(warning('meeting_after_eighteen', LATE, [...path, 'date']));
  }
}

const STARTS = safe`This plan begins on or after the 18th birthday: correct one of the two dates.`;

const OPEN_PLAN = safe`The child is past the 18th birthday and a plan is still open: record its end.`;

const BEGINS = safe`Nobody becomes looked after on or after the 18th birthday: correct one of the two dates.`;

const GOES_ON = safe`The child is past the 18th birthday and is still given as looked after: record when that ended.`;

const LATE = safe`This meeting is on or after the 18th birthday: check the date.`;

/** Dates of what is held for a living child. */
const OF_A_LIVING_CHILD = [
  'conference_requested',
  'initial_conference',
  'first_review_conference',
  'next_review_conference',
  'transfer_conference',
  'first_looked_after_review',
];

function afterDeath({ file, plans, episodes, meetings }: Listed, died: DayRange, found: Diagnostic[]): void {
  for (const { path, began, open } of plans) {
    if (isAfter(began, died)) found.push(error('plan_after_death', PLANNED, [...path, 'began']));
    else if (open) found.push(warning('plan_after_death', STILL_OPEN, path));
  }
  for (const { path, began, ended, goesOn } of episodes) {
    const isBeyond = isAfter(began, died) || isAfter(ended, died) || goesOn;
    if (isBeyond) found.push(error('looked_after_after_death', STILL_CARED, path));
  }
  for (const { path, date } of meetings) {
    if (isAfter(date, died)) found.push(warning('meeting_after_death', MET, [...path, 'date']));
  }
  for (const id of OF_A_LIVING_CHILD) {
    if (isAfter(dateGiven(file, id), died)) found.push(warning('date_after_death', DATED, ['dates', id]));
  }
}

const PLANNED = safe`This plan begins after the death of the child.`;

const STILL_OPEN = safe`The child has died and a plan is still open: record its end.`;

const STILL_CARED = safe`The child is looked after beyond the day of death.`;

const MET = safe`This meeting is after the death of the child: check the date.`;

const DATED = safe`This is dated after the death of the child: check the date, or take it out.`;
