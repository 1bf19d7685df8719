import { type DayRange, LAST_DAY } from '../../calendar/dates.ts';
import { daysInUse } from '../../facts/records/codes.ts';
import { type Diagnostic, error, warning } from '../../messages/diagnostic.ts';
import { onDay, safe } from '../../messages/safe.ts';
import { range } from '../sheet/records.ts';
import type { Listed, ListedEpisode } from './listed.ts';
import { isAfter } from './order.ts';

/** What a case file says against itself on being looked after, after the rules of the national return: it goes to `found`. */
export function careConsistency({ episodes, today }: Listed, found: Diagnostic[]): void {
  for (const episode of episodes) single(episode, today, found);
  for (let i = 0; i < episodes.length; i++) {
    for (let j = i + 1; j < episodes.length; j++) {
      pair(episodes[i] as ListedEpisode, episodes[j] as ListedEpisode, found);
    }
  }
}

function single({ path, began, ended, episode }: ListedEpisode, today: DayRange, found: Diagnostic[]): void {
  const { legal_status: status, placement } = episode;
  if (isAfter(began, ended)) found.push(error('episode_ends_before_start', BACKWARDS, [...path, 'ended']));
  if (isAfter(began, today)) {
    const says = safe`This episode begins after ${onDay(today.to)}, the day of this assessment.`;
    found.push(error('episode_in_future', says, [...path, 'began']));
  }
  if (status === 'V2' && placement === 'P1') {
    found.push(error('placement_not_allowed', AT_HOME, [...path, 'placement']));
  }
  if (placement === undefined) return;
  const { from, to } = daysInUse(placement);
  if (isAfter(began, range(to)) || isAfter(range(from), ended)) {
    found.push(warning('placement_code_out_of_use', OUT_OF_USE, [...path, 'placement']));
  }
}

const BACKWARDS = safe`This episode ends before it begins: correct one of the two dates.`;

const AT_HOME = safe`A child under section 20 (V2) is not placed with the own parents (P1): correct the legal status or the placement.`;

const OUT_OF_USE = safe`The national return did not have this placement code at that time: check the code, or the dates.`;

function pair(a: ListedEpisode, b: ListedEpisode, found: Diagnostic[]): void {
  if (isOpen(a) && isOpen(b)) found.push(error('two_open_episodes', BOTH_OPEN, b.path));
  else if (beginsBeforeEnd(a, b) && beginsBeforeEnd(b, a)) found.push(error('overlapping_episodes', OVERLAP, b.path));
}

const BOTH_OPEN = safe`Two looked-after episodes are open at the same time: end the earlier one.`;

const OVERLAP = safe`Two looked-after episodes overlap: correct the dates.`;

const isOpen = ({ goesOn, openOn }: ListedEpisode): boolean => goesOn && openOn === undefined;

/** Whether an episode began before another one ended, whatever the exact dates are. */
function beginsBeforeEnd({ began }: ListedEpisode, { goesOn, openOn, ended }: ListedEpisode): boolean {
  const end = goesOn ? (openOn ?? LAST_DAY) : ended?.from;
  return began !== undefined && end !== undefined && began.to < end;
}
