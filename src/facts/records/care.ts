import type { DayRange } from '../../calendar/dates.ts';
import type { CaseRecords, Episode } from './case-records.ts';

/** An unbroken time of being looked after; short breaks are not part of it. */
export interface Care {
  readonly began: DayRange | undefined;
  /** Absent while it goes on. */
  readonly ended: DayRange | undefined;
  readonly first: Episode;
}

/** Short breaks do not make a child "become looked after" in any of the procedures. */
export const isShortBreak = ({ legalStatus }: Episode): boolean => legalStatus === 'V3' || legalStatus === 'V4';

/** The episode that is known to go on today, short breaks among them. */
export function presentEpisode({ lookedAfter }: CaseRecords): Episode | undefined {
  const open = lookedAfter?.episodes.findLast((episode) => episode.ended === undefined);
  return open?.openOn === undefined ? open : undefined;
}

/** The last time of being looked after, present or past: episodes that follow upon one another are one. */
export function latestCare({ lookedAfter }: CaseRecords): Care | undefined {
  if (!lookedAfter) return undefined;
  const counting = lookedAfter.episodes.filter((episode) => !isShortBreak(episode));
  const last = counting.at(-1);
  if (!last) return undefined;
  let at = counting.length - 1;
  while (at > 0 && followsOn(counting[at - 1] as Episode, counting[at] as Episode)) at -= 1;
  const first = counting[at] as Episode;
  return { first, began: first.began, ended: last.ended };
}

/** Whether an episode follows upon another without a day between. */
export const followsOn = ({ ended }: Episode, { began }: Episode): boolean =>
  ended === undefined || began === undefined || ended.to >= began.from;
