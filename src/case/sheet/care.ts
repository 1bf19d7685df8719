import { type DayRange, FIRST_DAY, parseDate } from '../../calendar/dates.ts';
import type { Episode } from '../file/care-schema.ts';
import type { CaseFile } from '../file/case-schema.ts';

/** An unbroken time of being looked after; short breaks are not part of it. */
export interface Care {
  readonly began: DayRange | undefined;
  /** Absent while it goes on. */
  readonly ended?: DayRange;
  readonly first: Episode;
}

/** A date of a record as an interval. */
export const range = (value: string | number | undefined): DayRange | undefined =>
  value === undefined ? undefined : parseDate(value);

/** Short breaks do not make a child "become looked after" in any of the procedures. */
export const isShortBreak = ({ legal_status: status }: Episode): boolean => status === 'V3' || status === 'V4';

const startOf = (episode: Episode): string => range(episode.began)?.from ?? FIRST_DAY;

/** Episodes in the order of the file. */
export const episodesIn = ({ looked_after: care }: CaseFile): readonly Episode[] =>
  care === undefined || care === 'none' ? [] : care.episodes;

/** Episodes in the order in which they began. */
export const episodesOf = (file: CaseFile): Episode[] =>
  [...episodesIn(file)].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));

/** Whether every episode is known. */
export const allEpisodes = ({ looked_after: care }: CaseFile): boolean =>
  care !== undefined && (care === 'none' || care.complete === true);

/** The episode that goes on today, short breaks among them. */
export const presentEpisode = (file: CaseFile): Episode | undefined =>
  episodesOf(file)
    .filter((episode) => episode.ended === undefined)
    .at(-1);

/** The last time of being looked after, present or past: episodes that follow upon one another are one. */
export function latestCare(file: CaseFile): Care | undefined {
  const counting = episodesOf(file).filter((episode) => !isShortBreak(episode));
  const last = counting.at(-1);
  if (!last) return undefined;
  let at = counting.length - 1;
  while (at > 0 && follows(counting[at - 1] as Episode, counting[at] as Episode)) at -= 1;
  const first = counting[at] as Episode;
  const ended = range(last.ended);
  return { first, began: range(first.began), ...(ended && { ended }) };
}

function follows(before: Episode, after: Episode): boolean {
  const [end, start] = [range(before.ended), range(after.began)];
  return end === undefined || start === undefined || end.to >= start.from;
}
