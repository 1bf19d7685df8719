import { type Day, type DayRange, exactly } from '../../calendar/dates.ts';
import { nthBirthday } from '../../facts/derivations/from-records/birthday.ts';
import { dateBeforeChild } from '../../facts/records/child.ts';
import { type Diagnostic, error, type Path, warning } from '../../messages/diagnostic.ts';
import { onDay, type Safe, safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { episodesIn, range } from '../sheet/records.ts';
import { dateGiven } from './dates-given.ts';
import { holding, isAfter, isNotBefore } from './holding.ts';
import type { ListedPlan } from './listed-plans.ts';

/** What a case file says against itself on the child's birth, age and death. */
export function childConsistency(file: CaseFile, plans: readonly ListedPlan[], asAt: Day): Diagnostic[] {
  if (!file.child) return [];
  const [born, died] = [range(file.child?.born), range(file.child?.died)];
  const grown = born && nthBirthday(18, born);
  return holding([
    ...dates(file, asAt),
    ...beforeBirth(file, plans, born),
    ...(grown && !died ? afterEighteen(file, plans, grown, asAt) : []),
    ...(died ? afterDeath(file, plans, died) : []),
  ]);
}

const CHILD = (key: string): Path => ['child', key];

function dates({ child, looked_after: care }: CaseFile, asAt: Day): (Diagnostic | false)[] {
  const now = exactly(asAt);
  const [born, died, expected] = [range(child?.born), range(child?.died), range(child?.expected)];
  const unborn = !born && expected !== undefined && care !== undefined && care !== 'none';
  const late = safe`The expected date of delivery has passed: give the date of birth, once the child is born.`;
  const before = safe`The child dies before being born: correct one of the two.`;
  const future = (): Safe => safe`The death is after ${onDay(asAt)}, the day of this assessment.`;
  return [
    isAfter(born, died) && error('death_before_birth', before, CHILD('died')),
    isAfter(died, now) && error('death_in_future', future(), CHILD('died')),
    !born && !died && isAfter(now, expected) && warning('expected_date_passed', late, CHILD('expected')),
    unborn && error('unborn_looked_after', safe`An unborn child cannot be looked after.`, ['looked_after']),
  ];
}

/** A plan may begin before birth, but not before there was a child; a brother's or sister's plan often stands in its place. */
function beforeBirth(file: CaseFile, plans: readonly ListedPlan[], born: DayRange | undefined): (Diagnostic | false)[] {
  const cared = safe`The child is looked after before being born: correct one of the two dates.`;
  const reviewed = safe`This review is before the birth of the child: check the date.`;
  return [
    ...plans.map((plan): Diagnostic | false => {
      const date = dateBeforeChild(plan, { born, expected: range(file.child?.expected) });
      return date !== undefined && warning('plan_before_birth', PLAN_BEFORE_BIRTH, [...plan.path, date]);
    }),
    ...episodesIn(file).map(({ began }, i): Diagnostic | false => {
      const at = ['looked_after', 'episodes', i, 'began'];
      return isAfter(born, range(began)) && error('looked_after_before_birth', cared, at);
    }),
    ...(file.meetings?.list ?? []).map(({ kind, date }, i): Diagnostic | false => {
      const early = REVIEWS_OF_CARE.includes(kind) && isAfter(born, range(date));
      return early && error('review_before_birth', reviewed, ['meetings', 'list', i, 'date']);
    }),
  ];
}

const PLAN_BEFORE_BIRTH = safe`By its dates this plan cannot be this child’s. Is it a brother’s or a sister’s? Correct the dates, or take it out of this list.`;

const REVIEWS_OF_CARE: readonly string[] = ['looked_after_review', 'combined_meeting'];

function afterEighteen(
  file: CaseFile,
  plans: readonly ListedPlan[],
  grown: DayRange,
  asAt: Day,
): (Diagnostic | false)[] {
  const isAdult = isAfter(exactly(asAt), grown);
  const open = safe`The child is past the 18th birthday and a plan is still open: record its end.`;
  const starts = safe`This plan begins on or after the 18th birthday: correct one of the two dates.`;
  const begins = safe`Nobody becomes looked after on or after the 18th birthday: correct one of the two dates.`;
  const goesOn = safe`The child is past the 18th birthday and is still given as looked after: record when that ended.`;
  const late = safe`This meeting is on or after the 18th birthday: check the date.`;
  return [
    ...plans.flatMap(({ path, began, open: isOpen }): (Diagnostic | false)[] => {
      const adultPlan = isNotBefore(began, grown);
      return [
        adultPlan && error('plan_begins_after_eighteen', starts, [...path, 'began']),
        isOpen && isAdult && !adultPlan && warning('plan_after_eighteen', open, path),
      ];
    }),
    ...episodesIn(file).flatMap(({ began, ended }, i): (Diagnostic | false)[] => {
      const at = ['looked_after', 'episodes', i];
      const adult = isNotBefore(range(began), grown);
      return [
        adult && error('looked_after_begins_after_eighteen', begins, [...at, 'began']),
        isAdult && ended === undefined && !adult && warning('looked_after_after_eighteen', goesOn, at),
      ];
    }),
    ...(file.meetings?.list ?? []).map(({ kind, date }, i): Diagnostic | false => {
      const isOfAChild = kind !== 'strategy_discussion' && isNotBefore(range(date), grown);
      return isOfAChild && warning('meeting_after_eighteen', late, ['meetings', 'list', i, 'date']);
    }),
  ];
}

/** Dates of what is held for a living child. */
const OF_A_LIVING_CHILD = [
  'conference_requested',
  'initial_conference',
  'first_review_conference',
  'next_review_conference',
  'transfer_conference',
  'first_looked_after_review',
];

function afterDeath(file: CaseFile, plans: readonly ListedPlan[], died: DayRange): (Diagnostic | false)[] {
  const open = safe`The child has died and a plan is still open: record its end.`;
  const starts = safe`This plan begins after the death of the child.`;
  const cared = safe`The child is looked after beyond the day of death.`;
  const met = safe`This meeting is after the death of the child: check the date.`;
  const later = safe`This is dated after the death of the child: check the date, or take it out.`;
  return [
    ...plans.flatMap(({ path, began, open: isOpen }): (Diagnostic | false)[] => {
      const after = isAfter(began, died);
      return [
        after && error('plan_after_death', starts, [...path, 'began']),
        isOpen && !after && warning('plan_after_death', open, path),
      ];
    }),
    ...episodesIn(file).map(({ began, ended }, i): Diagnostic | false => {
      const goesOn = isAfter(range(began), died) || isAfter(range(ended), died) || ended === undefined;
      return goesOn && error('looked_after_after_death', cared, ['looked_after', 'episodes', i]);
    }),
    ...(file.meetings?.list ?? []).map(({ date }, i): Diagnostic | false => {
      return isAfter(range(date), died) && warning('meeting_after_death', met, ['meetings', 'list', i, 'date']);
    }),
    ...OF_A_LIVING_CHILD.map((id): Diagnostic | false => {
      return isAfter(dateGiven(file, id), died) && warning('date_after_death', later, ['dates', id]);
    }),
  ];
}
