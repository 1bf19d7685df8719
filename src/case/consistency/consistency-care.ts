import { type Day, type DayRange, exactly, isExact, LAST_DAY, weekday } from '../../calendar/dates.ts';
import type { Path, Remark } from '../../messages/diagnostic.ts';
import type { Episode, Meeting } from '../file/care-schema.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { episodesIn, range } from '../sheet/care.ts';
import { type Fault, isAfter, remarksOf } from './fault.ts';

/** What a case file says against itself on being looked after and on meetings, after the rules of the national returns. */
export function careConsistency(file: CaseFile, asAt: Day): Remark[] {
  const list = episodesIn(file);
  return remarksOf([
    ...list.flatMap((episode, i) => single(episode, ['looked_after', 'episodes', i], asAt)),
    ...list.flatMap((a, i) => list.slice(i + 1).map((b, n) => pair(a, b, ['looked_after', 'episodes', i + n + 1]))),
    ...(file.meetings?.list ?? []).flatMap((meeting, i) => meetingFaults(meeting, ['meetings', 'list', i], file)),
  ]);
}

function single({ began: start, ended: end, legal_status: status, placement }: Episode, at: Path, asAt: Day): Fault[] {
  const [began, ended] = [range(start), range(end)];
  const future = `This episode begins after ${asAt}, the day of this assessment.`;
  const atHome =
    'A child under section 20 (V2) is not placed with the own parents (P1): correct the legal status or the placement.';
  const order = 'This episode ends before it begins: correct one of the two dates.';
  return [
    [isAfter(began, ended), 'error', 'episode_ends_before_start', order, [...at, 'ended']],
    [isAfter(began, exactly(asAt)), 'error', 'episode_in_future', future, [...at, 'began']],
    [status === 'V2' && placement === 'P1', 'error', 'placement_not_allowed', atHome, [...at, 'placement']],
  ];
}

function pair(a: Episode, b: Episode, at: Path): Fault {
  const bothOpen = a.ended === undefined && b.ended === undefined;
  if (bothOpen) {
    const says = 'Two looked-after episodes are open at the same time: end the earlier one.';
    return [true, 'error', 'two_open_episodes', says, at];
  }
  return [overlap(a, b), 'error', 'overlapping_episodes', 'Two looked-after episodes overlap: correct the dates.', at];
}

/** Whether two episodes share a day whatever their exact dates are. */
function overlap(a: Episode, b: Episode): boolean {
  const [startA, startB] = [range(a.began)?.to, range(b.began)?.to];
  const [endA, endB] = [a, b].map(({ ended }) => (ended === undefined ? LAST_DAY : range(ended)?.from));
  return Boolean(startA && startB && endA && endB && startA < endB && startB < endA);
}

const CONFERENCES = ['initial_conference', 'review_conference', 'transfer_conference', 'combined_meeting'];

function meetingFaults({ kind, date, minutes_sent: sent, decided }: Meeting, at: Path, file: CaseFile): Fault[] {
  const day = range(date);
  const weekend = day !== undefined && isExact(day) && weekday(day.from) % 6 === 0 && CONFERENCES.includes(kind);
  const makesPlan = kind === 'initial_conference' && decided === 'plan_made';
  const other = 'A plan begins on the day of the initial conference that makes it; here the two days differ.';
  const weekendSays = 'This conference falls on a Saturday or Sunday: check the date.';
  const minutes = 'The minutes go out before the meeting: correct one of the two dates.';
  return [
    [weekend, 'warning', 'conference_at_weekend', weekendSays, [...at, 'date']],
    [isAfter(day, range(sent)), 'error', 'minutes_before_meeting', minutes, [...at, 'minutes_sent']],
    [makesPlan && differs(day, file.current_plan), 'warning', 'plan_not_from_conference', other, [...at, 'date']],
  ];
}

function differs(day: DayRange | undefined, plan: CaseFile['current_plan']): boolean {
  const began = plan === undefined || plan === 'none' ? undefined : range(plan.began);
  return isAfter(day, began) || isAfter(began, day);
}
