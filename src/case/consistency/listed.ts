import { type Day, type DayRange, exactly, LAST_DAY } from '../../calendar/dates.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { Episode, Meeting } from '../file/care-schema.ts';
import type { CaseFile, PreviousPlan } from '../file/case-schema.ts';
import { episodesIn, range } from '../sheet/records.ts';
import { openOn, planOpenOn } from '../sheet/unconfirmed.ts';

/** A plan of a case file as an interval, with where it stands in the file. */
export interface ListedPlan {
  readonly path: Path;
  readonly authority: string | undefined;
  readonly began: DayRange | undefined;
  readonly ended: DayRange | undefined;
  readonly open: boolean;
}

/** An episode of being looked after, likewise. */
export interface ListedEpisode {
  readonly path: Path;
  readonly episode: Episode;
  readonly began: DayRange | undefined;
  readonly ended: DayRange | undefined;
  /** It has no end in the file. */
  readonly goesOn: boolean;
  /** Of one that has no end: the last day on which it is known to go on, where nobody has confirmed that it does. */
  readonly openOn: Day | undefined;
}

/** A meeting, likewise. */
export interface ListedMeeting {
  readonly path: Path;
  readonly meeting: Meeting;
  readonly date: DayRange | undefined;
  /** When its minutes were sent. */
  readonly sent: DayRange | undefined;
}

/** What a case file lists, every date read once: each is compared with many. */
export interface Listed {
  readonly file: CaseFile;
  readonly today: DayRange;
  readonly born: DayRange | undefined;
  readonly expected: DayRange | undefined;
  readonly died: DayRange | undefined;
  readonly previous: readonly ListedPlan[];
  /** The present plan: where nobody has confirmed that it goes on, it may have ended. */
  readonly current: ListedPlan | undefined;
  /** Earlier plans first, then the present one. */
  readonly plans: readonly ListedPlan[];
  readonly episodes: readonly ListedEpisode[];
  readonly meetings: readonly ListedMeeting[];
}

export function listed(file: CaseFile, asAt: Day): Listed {
  const { child, previous_plans: before, meetings } = file;
  const previous = before?.plans?.map(earlierPlan) ?? [];
  const current = presentPlan(file, asAt);
  return {
    file,
    today: exactly(asAt),
    born: range(child?.born),
    expected: range(child?.expected),
    died: range(child?.died),
    previous,
    current,
    plans: current ? [...previous, current] : previous,
    episodes: episodesIn(file).map((episode, i) => listedEpisode(episode, i, asAt)),
    meetings: meetings?.list.map(listedMeeting) ?? [],
  };
}

const earlierPlan = ({ authority, began, ended }: PreviousPlan, i: number): ListedPlan => ({
  path: ['previous_plans', 'plans', i],
  authority,
  began: range(began),
  ended: ended === 'open' ? undefined : range(ended),
  open: ended === 'open',
});

function presentPlan(file: CaseFile, asAt: Day): ListedPlan | undefined {
  const { current_plan: plan } = file;
  if (!plan || plan === 'none') return undefined;
  const last = planOpenOn(file, asAt);
  const ended = last === undefined ? undefined : { from: last, to: LAST_DAY };
  return { path: ['current_plan'], authority: plan.authority, began: range(plan.began), ended, open: !ended };
}

const listedEpisode = (episode: Episode, i: number, asAt: Day): ListedEpisode => ({
  path: ['looked_after', 'episodes', i],
  episode,
  began: range(episode.began),
  ended: range(episode.ended),
  goesOn: episode.ended === undefined,
  openOn: openOn(episode, asAt),
});

const listedMeeting = (meeting: Meeting, i: number): ListedMeeting => ({
  path: ['meetings', 'list', i],
  meeting,
  date: range(meeting.date),
  sent: range(meeting.minutes_sent),
});

/** Whether a case file lists every plan that the child has had and has. */
export function listsEveryPlan({ previous_plans: previous, current_plan: current }: CaseFile): boolean {
  const count = previous?.plans?.length ?? 0;
  return current !== undefined && (previous?.complete === true || previous?.count === count);
}

/** The day by which every earlier plan had certainly ended; undefined where one has no end in the file, or there is none. */
export function lastEnd(previous: readonly ListedPlan[]): DayRange | undefined {
  let last = previous[0]?.ended;
  for (const { ended } of previous) {
    if (!last || !ended) return undefined;
    last = { from: ended.from > last.from ? ended.from : last.from, to: ended.to > last.to ? ended.to : last.to };
  }
  return last;
}
