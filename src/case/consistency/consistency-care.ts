import { type Day, exactly, LAST_DAY } from '../../calendar/dates.ts';
import { daysInUse } from '../../facts/records/codes.ts';
import { type Diagnostic, error, type Path, warning } from '../../messages/diagnostic.ts';
import { onDay, safe } from '../../messages/safe.ts';
import type { Episode } from '../file/care-schema.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { episodesIn, range } from '../sheet/records.ts';
import { openOn } from '../sheet/unconfirmed.ts';
import { holding, isAfter } from './holding.ts';

/** What a case file says against itself on being looked after, after the rules of the national return. */
export function careConsistency(file: CaseFile, asAt: Day): Diagnostic[] {
  const list = episodesIn(file);
  return holding([
    ...list.flatMap((episode, i) => single(episode, ['looked_after', 'episodes', i], asAt)),
    ...list.flatMap((a, i) =>
      list.slice(i + 1).map((b, n) => pair(a, b, asAt, ['looked_after', 'episodes', i + n + 1])),
    ),
  ]);
}

function single(
  { began: start, ended: end, legal_status: status, placement }: Episode,
  at: Path,
  asAt: Day,
): (Diagnostic | false)[] {
  const [began, ended] = [range(start), range(end)];
  const future = safe`This episode begins after ${onDay(asAt)}, the day of this assessment.`;
  const atHome = safe`A child under section 20 (V2) is not placed with the own parents (P1): correct the legal status or the placement.`;
  const order = safe`This episode ends before it begins: correct one of the two dates.`;
  const years = safe`The national return did not have this placement code at that time: check the code, or the dates.`;
  const use = placement === undefined ? {} : daysInUse(placement);
  const [first, last] = [range(use.from), range(use.to)];
  const outOfUse = isAfter(began, last) || isAfter(first, ended);
  return [
    isAfter(began, ended) && error('episode_ends_before_start', order, [...at, 'ended']),
    isAfter(began, exactly(asAt)) && error('episode_in_future', future, [...at, 'began']),
    status === 'V2' && placement === 'P1' && error('placement_not_allowed', atHome, [...at, 'placement']),
    outOfUse && warning('placement_code_out_of_use', years, [...at, 'placement']),
  ];
}

function pair(a: Episode, b: Episode, asAt: Day, at: Path): Diagnostic | false {
  const bothOpen = [a, b].every((one) => one.ended === undefined && openOn(one, asAt) === undefined);
  if (bothOpen) {
    const says = safe`Two looked-after episodes are open at the same time: end the earlier one.`;
    return error('two_open_episodes', says, at);
  }
  return (
    overlap(a, b, asAt) &&
    error('overlapping_episodes', safe`Two looked-after episodes overlap: correct the dates.`, at)
  );
}

/** Whether two episodes share a day whatever their exact dates are. */
function overlap(a: Episode, b: Episode, asAt: Day): boolean {
  const [startA, startB] = [range(a.began)?.to, range(b.began)?.to];
  const [endA, endB] = [a, b].map((one) =>
    one.ended === undefined ? (openOn(one, asAt) ?? LAST_DAY) : range(one.ended)?.from,
  );
  return Boolean(startA && startB && endA && endB && startA < endB && startB < endA);
}
