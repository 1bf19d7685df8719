import { type Day, daysBetween } from '../../calendar/dates.ts';
import type { Meeting } from '../../case/file/care-schema.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import { type Differing, fits, type Offered, type Origin, type Outcome, sourceWith } from './put.ts';
import type { Told, ToldMeeting } from './told.ts';

interface Dated {
  readonly date: string | number;
  readonly source?: string | undefined;
}

/** A list of a case file, and what of it a return tells. */
interface Listed {
  readonly part: 'meetings' | 'visits' | 'pre_proceedings';
  readonly list: readonly Dated[];
  readonly isWhole: boolean;
}

/** What a return has on a day, and what the case file may have on another. */
interface Entry {
  readonly day: Day;
  readonly from: Origin;
  /** What it is called from month to month, without its day. */
  readonly called: string;
  readonly value: object;
  /** Entries of the case file of this kind that no entry of the return is. */
  readonly spare: readonly Dated[];
}

/**
 * Adds what a list does not have. Some days from an entry that no return knows it may be the same with another day: then
 * both are shown, and none is added. A list that a person has called whole takes only what came after it.
 */
class Adding {
  #next: number;
  /** Entries of the case file that stand against one of the return already. */
  readonly #against = new Set<Dated>();

  constructor(
    readonly listed: Listed,
    readonly out: Outcome,
  ) {
    this.#next = listed.list.length;
  }

  put(entry: Entry): void {
    const { part, list, isWhole } = this.listed;
    const { day, from, called } = entry;
    const near = entry.spare.find((one) => !this.#against.has(one) && isNear(one, entry));
    if (near) this.#against.add(near);
    const offered: Offered = { about: `${called} on ${day}`, told: day, from };
    if (near) this.out.conflict(safe`entry_day_differs`, OTHER_DAY, this.#otherDay(entry, near));
    else if (isWhole && list.some(({ date }) => String(date) >= day))
      this.out.conflict(safe`not_in_list`, WHOLE, {
        ...offered,
        held: 'complete',
        path: [part],
        take: [{ path: [part, 'list', list.length], value: entry.value }],
      });
    else if (this.out.add([part, 'list', this.#next], entry.value, offered)) this.#next += 1;
  }

  #otherDay({ day, from, called, value }: Entry, near: Dated): Differing {
    const { part, list } = this.listed;
    const path: Path = [part, 'list', list.indexOf(near)];
    const source = { path: [...path, 'source'], value: sourceWith(near.source, 'day', from.source) };
    return {
      about: `the day of ${called} on ${near.date}`,
      held: near.date,
      told: day,
      from,
      path: [...path, 'date'],
      take: [{ path: [...path, 'date'], value: day }, source],
      both: [{ path: [part, 'list', list.length], value }],
      record: path,
    };
  }
}

/** Days between an entry and another that may be the same. */
const NEAR = 14;

const isNear = ({ date, source }: Dated, { day, from }: Entry): boolean => {
  const held = range(date);
  if (!held) return false;
  // Out of the same return it is one that was corrected by hand, however far its day was moved
  return source === from.source.label || Math.max(daysBetween(held.to, day), daysBetween(day, held.from)) <= NEAR;
};

const WHOLE = safe`The case file says that its list is whole, and the return has another entry. The case file is kept. Decide which one is right.`;

const OTHER_DAY = safe`The case file and the return have something on different days. The case file is kept. Is it the same, and which day is right?`;

const MEETINGS: Readonly<Record<ToldMeeting['kind'], string>> = {
  initial_conference: 'the initial conference',
  review_conference: 'the review conference',
  looked_after_review: 'the looked-after review',
};

/** Conferences and reviews that were held. */
export function putMeetings({ meetings }: Told, out: Outcome): void {
  const { list = [], complete = false } = out.file?.meetings ?? {};
  const adding = new Adding({ part: 'meetings', list, isWhole: complete }, out);
  for (const meeting of meetings) {
    const { kind, day } = meeting;
    const ofKind = list.filter((one) => one.kind === kind);
    const held = ofKind.find((one) => fits(one.date, day));
    const called = MEETINGS[kind];
    const days = meetings.filter((one) => one.kind === kind).map((one) => one.day);
    if (held) putHeld(meeting, held, ['meetings', 'list', list.indexOf(held)], out);
    else
      adding.put({
        day,
        from: meeting,
        called,
        value: { kind, date: day, source: meeting.source.label },
        spare: spareOf(
          ofKind.filter((one) => one.held !== false),
          days,
        ),
      });
  }
}

/** Entries that are none of those that a return has. */
const spareOf = <T extends Dated>(list: readonly T[], days: readonly Day[]): T[] =>
  list.filter(({ date }) => !days.some((day) => fits(date, day)));

function putHeld(meeting: ToldMeeting, held: Meeting, path: Path, out: Outcome): void {
  if (held.held !== false) return;
  const says = safe`The case file says that a meeting was not held, and the return has it. The case file is kept. Decide which one is right.`;
  out.conflict(safe`meeting_held`, says, {
    about: `whether ${MEETINGS[meeting.kind]} on ${meeting.day} was held`,
    held: 'not held',
    told: `held on ${meeting.day}`,
    from: meeting,
    path,
    take: [
      { path: [...path, 'held'], value: undefined },
      { path: [...path, 'source'], value: sourceWith(held.source, 'that it was held', meeting.source) },
    ],
  });
}

/** Statutory visits. */
export function putVisits({ visits }: Told, out: Outcome): void {
  const { list = [], complete = false } = out.file?.visits ?? {};
  const adding = new Adding({ part: 'visits', list, isWhole: complete }, out);
  for (const visit of visits) {
    const { day, under, source } = visit;
    const isOfKind = (one: (typeof list)[number]): boolean => (one.under ?? under) === under;
    const at = list.findIndex((one) => fits(one.date, day) && isOfKind(one));
    const marks = {
      ...(visit.seen !== undefined && { seen: yesNo(visit.seen) }),
      ...(visit.seenAlone !== undefined && { seen_alone: yesNo(visit.seenAlone) }),
    };
    const days = visits.filter((one) => one.under === under).map((one) => one.day);
    if (at >= 0) putMarks(marks, list[at] as VisitHeld, ['visits', 'list', at], visit, out);
    else
      adding.put({
        day,
        from: visit,
        called: 'the statutory visit',
        value: { date: day, under, ...marks, source: source.label },
        // Visits lie close together: only one out of the same return, with another day since, is this one
        spare: spareOf(list.filter(isOfKind), days).filter((one) => one.source === source.label),
      });
  }
}

const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

interface VisitHeld {
  readonly seen?: boolean | undefined;
  readonly seen_alone?: boolean | undefined;
  readonly source?: string | undefined;
}

/** Whether the child was seen: what is not there is added, what differs is for a person. */
function putMarks(
  marks: Readonly<Record<string, 'yes' | 'no'>>,
  held: VisitHeld,
  path: Path,
  visit: Told['visits'][number],
  out: Outcome,
): void {
  for (const key of ['seen', 'seen_alone'] as const) {
    const [now, was] = [marks[key], held[key]];
    if (now === undefined) continue;
    const at = [...path, key];
    const about = `whether the child was ${key === 'seen' ? 'seen' : 'seen alone'} on ${visit.day}`;
    const offered = { about, told: now, from: visit };
    if (was === undefined) out.add(at, now, offered);
    else if (yesNo(was) !== now) {
      const says = safe`The case file and the return do not agree on whether the child was seen. The case file is kept. Decide which one is right.`;
      const source = { path: [...path, 'source'], value: sourceWith(held.source, 'whether seen', visit.source) };
      const take = [{ path: at, value: now }, source];
      out.conflict(safe`visit_differs`, says, { ...offered, held: yesNo(was), path: at, take, record: path });
    }
  }
}

/** Steps of pre-proceedings. */
export function putSteps({ steps }: Told, out: Outcome): void {
  const { list = [], complete = false } = out.file?.pre_proceedings ?? {};
  const adding = new Adding({ part: 'pre_proceedings', list, isWhole: complete }, out);
  for (const one of steps) {
    const { step, value: day, source } = one;
    const ofStep = list.filter((held) => held.step === step);
    if (ofStep.some(({ date }) => fits(date, day))) continue;
    const days = steps.filter((other) => other.step === step).map(({ value }) => value);
    adding.put({
      day,
      from: one,
      called: `the step of pre-proceedings \`${step}\``,
      value: { step, date: day, source: source.label },
      spare: spareOf(ofStep, days),
    });
  }
}
