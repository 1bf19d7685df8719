import type { Day } from '../../calendar/dates.ts';
import { safe } from '../../messages/safe.ts';
import { fieldOf } from '../map/fields.ts';
import type { Row } from '../read/rows.ts';
import type {
  ConferenceRecord,
  EnquiryRecord,
  Found,
  PreProceedingsRecord,
  PreProceedingsStep,
  VisitRecord,
} from '../records.ts';
import { taken } from '../values/values.ts';
import { daysOnce, type Gathering, NOTHING, present, shownDay, sortedOnce } from './context.ts';

/** A day that is no later than the data; a later one is said, and not taken. */
function heldDay(row: Row, field: string, { values, source, teller }: Gathering): Found<Day> | undefined {
  const day = taken(values.day(row, field));
  if (!day || day.value <= source.dataDate) return day;
  const { called } = fieldOf(row.table, field);
  const says = safe`The ${called} lies after the day of the data. It is not taken as having happened.`;
  teller.say('warning', safe`day_after_data`, says, day.place, { shown: shownDay(day) });
  return undefined;
}

const isPurged = (row: Row, { values, purged }: Gathering): boolean => {
  if (row.text('purge') === undefined || !taken(values.flag(row, 'purge'))?.value) return false;
  purged.push({ what: 'enquiry', place: row.place(), ...present('start', taken(values.day(row, 'start'))?.value) });
  return true;
};

/** Section 47 enquiries, with the conferences to which they led. */
export function enquiriesOf(gathering: Gathering): readonly EnquiryRecord[] {
  const rows = gathering.of('enquiry');
  if (rows.length === 0) return NOTHING;
  const conferences = gathering.of('conference');
  const list = rows.flatMap((row) => (isPurged(row, gathering) ? [] : enquiryIn(row, conferences, gathering)));
  return sortedOnce(list, ({ start }) => start);
}

function enquiryIn(row: Row, conferences: readonly Row[], gathering: Gathering): EnquiryRecord[] {
  const { values, teller } = gathering;
  const start = heldDay(row, 'start', gathering);
  if (!start) return [];
  const end = heldDay(row, 'end', gathering);
  if (end && end.value < start.value) {
    const says = safe`The enquiry ends before it starts. It is left out.`;
    teller.say('error', safe`enquiry_ends_before_start`, says, end.place, { shown: shownDay(end) });
    return [];
  }
  const id = conferences.length > 0 ? values.id(row, 'id') : undefined;
  const led = conferences.find((one) => id !== undefined && values.id(one, 'enquiry') === id);
  const conference = heldDay(row, 'conference', gathering) ?? (led && taken(values.day(led, 'day')));
  const target = taken(values.day(row, 'target')) ?? (led && taken(values.day(led, 'target')));
  return [
    {
      start,
      ...present('end', end),
      ...present('conference', conference),
      ...present('noConference', taken(values.flag(row, 'unneeded'))),
      ...present('target', target),
      ...present('planId', led && values.id(led, 'plan')),
    },
  ];
}

/** Initial conferences, out of enquiries, cases and tables of their own. */
export function conferencesOf(gathering: Gathering, enquiries: readonly EnquiryRecord[]): readonly ConferenceRecord[] {
  // of one day, a transfer that is told first; then what is sure, so that a doubtful one adds nothing
  const own = sortedOnce(
    gathering.of('conference').flatMap((row) => conferenceIn(row, gathering)),
    ({ day }) => day,
  );
  const all = own.toSorted((a, b) => Number(b.kind === 'not_sure') - Number(a.kind === 'not_sure'));
  for (const { conference, planId } of enquiries) {
    if (conference) all.push({ day: conference, kind: 'initial', ...present('planId', planId) });
  }
  for (const row of gathering.of('referral')) {
    const day = heldDay(row, 'conference', gathering);
    if (day) all.push({ day, kind: 'not_sure' });
  }
  if (all.length < 2) return all;
  const once = all.filter(({ day }, index) => all.findIndex((one) => one.day.value === day.value) === index);
  return sortedOnce(once, ({ day }) => day);
}

function conferenceIn(row: Row, gathering: Gathering): ConferenceRecord[] {
  const { values } = gathering;
  const day = heldDay(row, 'day', gathering);
  if (!day) return [];
  const transferIn = taken(values.flag(row, 'transfer'));
  return [
    {
      day,
      kind: transferIn?.value ? 'not_sure' : 'initial',
      ...present('transferIn', transferIn),
      ...present('planId', values.id(row, 'plan')),
    },
  ];
}

/** Statutory visits to the child. */
export function visitsOf(gathering: Gathering): readonly VisitRecord[] {
  const { values } = gathering;
  const list: VisitRecord[] = [];
  for (const row of gathering.of('visit')) {
    const day = heldDay(row, 'day', gathering);
    if (!day) continue;
    const [seen, seenAlone, planId] = [values.mark(row, 'seen'), values.mark(row, 'alone'), values.id(row, 'plan')];
    const marks = { ...present('seen', seen), ...present('seenAlone', seenAlone), ...present('planId', planId) };
    list.push({ day, under: 'plan', ...marks });
  }
  for (const row of gathering.of('episode')) {
    const day = heldDay(row, 'visit', gathering);
    if (day) list.push({ day, under: 'care' });
  }
  return sortedOnce(list, ({ day }) => day);
}

const STEPS: readonly PreProceedingsStep[] = [
  'started',
  'letter_before_proceedings',
  'initial_meeting',
  'step_decision',
  'court_application',
  'care_proceedings_letter',
];

/** Steps of pre-proceedings that have happened. */
export function preProceedingsOf(gathering: Gathering): readonly PreProceedingsRecord[] {
  const list: PreProceedingsRecord[] = [];
  for (const row of gathering.of('steps')) {
    for (const step of STEPS) {
      const day = heldDay(row, step, gathering);
      if (day) list.push({ step, day });
    }
  }
  return sortedOnce(list, ({ day }) => day);
}

/** Looked-after reviews that were held. */
export function careReviewsOf(gathering: Gathering): readonly Found<Day>[] {
  const held: Found<Day>[] = [];
  for (const row of gathering.of('care_review')) {
    const day = gathering.values.mark(row, 'cancelled')?.value ? undefined : heldDay(row, 'day', gathering);
    if (day) held.push(day);
  }
  for (const row of gathering.of('episode')) {
    const day = heldDay(row, 'review', gathering);
    if (day) held.push(day);
  }
  return daysOnce(held);
}
