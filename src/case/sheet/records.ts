import { type Day, type DayRange, FIRST_DAY, parseDate } from '../../calendar/dates.ts';
import type { CaseRecords, Episode, Plan } from '../../facts/records/case-records.ts';
import { dateBeforeChild } from '../../facts/records/child.ts';
import type { Episode as FileEpisode } from '../file/care-schema.ts';
import type { CaseFile, PreviousPlan } from '../file/case-schema.ts';
import { childDate } from '../file/entry-value.ts';
import { openOn, planOpenOn } from './unconfirmed.ts';

/** A date of a record as an interval, be it plain or with where it is from. */
export function range(date: Parameters<typeof childDate>[0]): DayRange | undefined {
  const value = childDate(date);
  return value === undefined ? undefined : parseDate(value);
}

/** Episodes of being looked after, in the order of the file. */
export const episodesIn = ({ looked_after: care }: CaseFile): readonly FileEpisode[] =>
  care === undefined || care === 'none' ? [] : care.episodes;

/** What a case file has on record, its dates as intervals. */
export function recordsOf(file: CaseFile, asAt: Day): CaseRecords {
  const child = childOf(file);
  return {
    child,
    previousPlans: previousPlansOf(file, child),
    currentPlan: currentPlanOf(file, asAt),
    lookedAfter: lookedAfterOf(file, asAt),
    meetings: meetingsOf(file),
    visits: visitsOf(file),
  };
}

const childOf = ({ child }: CaseFile): CaseRecords['child'] =>
  child && { born: range(child.born), expected: range(child.expected), died: range(child.died) };

function previousPlansOf(
  { previous_plans: previous }: CaseFile,
  child: CaseRecords['child'],
): CaseRecords['previousPlans'] {
  if (!previous) return undefined;
  const plans = (previous.plans ?? []).map(earlierPlan);
  const own = plans.filter((plan) => !dateBeforeChild(plan, child));
  return {
    // A count that the list reaches says as much as `complete`
    complete: previous.complete === true || previous.count === plans.length,
    count: previous.count,
    plans: own,
    doubted: plans.length - own.length,
  };
}

const earlierPlan = ({ began, ended, category }: PreviousPlan): Plan => ({
  began: range(began),
  ended: ended === 'open' ? undefined : range(ended),
  isOpen: ended === 'open',
  category,
});

function currentPlanOf(file: CaseFile, asAt: Day): CaseRecords['currentPlan'] {
  const { current_plan: plan } = file;
  if (plan === undefined || plan === 'none') return plan;
  return { began: range(plan.began), category: plan.category, ...onlyTo(planOpenOn(file, asAt)) };
}

const onlyTo = (day: Day | undefined): { readonly openOn?: Day } => (day === undefined ? {} : { openOn: day });

function lookedAfterOf({ looked_after: care }: CaseFile, asAt: Day): CaseRecords['lookedAfter'] {
  if (care === undefined) return undefined;
  if (care === 'none') return { complete: true, episodes: [] };
  const episodes = care.episodes.map((episode): Episode => {
    const { began, ended, legal_status: legalStatus, placement } = episode;
    return { began: range(began), ended: range(ended), legalStatus, placement, ...onlyTo(openOn(episode, asAt)) };
  });
  // An episode of which only the end is known stands before the one that begins on that day
  const placeOf = ({ began, ended }: Episode): string => (began ? `${began.from}+` : (ended?.from ?? FIRST_DAY));
  return { complete: care.complete === true, episodes: episodes.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)) };
}

function meetingsOf({ meetings }: CaseFile): CaseRecords['meetings'] {
  if (!meetings) return undefined;
  const list = meetings.list.flatMap(({ kind, date, held, quorate, decided, minutes_sent: sent }) => {
    const day = parseDate(date);
    return day ? [{ kind, date: day, held, quorate, decided, minutesSent: range(sent) }] : [];
  });
  return { complete: meetings.complete === true, list };
}

function visitsOf({ visits }: CaseFile): CaseRecords['visits'] {
  if (!visits) return undefined;
  const list = visits.list.flatMap(({ date, seen, seen_alone: seenAlone }) => {
    const day = parseDate(date);
    return day ? [{ date: day, seen, seenAlone }] : [];
  });
  return { complete: visits.complete === true, list };
}
