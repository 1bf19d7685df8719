import type { Day } from '../../calendar/dates.ts';
import { safe } from '../../messages/safe.ts';
import type { Row } from '../read/rows.ts';
import type { ChildRecords, Found, Place } from '../records.ts';
import { taken } from '../values/values.ts';
import { daysOnce, Gathering, NOTHING, type Origin, shownDay } from './context.ts';
import { episodesOf } from './episodes.ts';
import { caseHints } from './hints.ts';
import { careReviewsOf, conferencesOf, enquiriesOf, preProceedingsOf, visitsOf } from './meetings.ts';
import { plansOf } from './plans.ts';

/** What the rows of one child say; undefined where none of it can be used. */
export function childIn(id: string, rows: readonly Row[], origin: Origin): ChildRecords | undefined {
  const [first] = rows;
  if (!first) return undefined;
  if (!isId(id)) return noId(first.place(), origin);
  const gathering = new Gathering(origin, first, rows);
  origin.teller.child = id;
  const births = birthsIn(gathering);
  const several = births[1];
  const child = several
    ? refuse(births.length, (births.at(-1) ?? several).place, origin)
    : recordsOf(id, births[0], gathering);
  origin.teller.child = undefined;
  return child;
}

/** Every system numbers children. What has no digit is a word from another column, and a day is a day from another. */
const isId = (id: string): boolean => /\d/.test(id) && !/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(id);

/** What stands in the place of an id may be a name: it is not shown, and nothing under it is used. */
function noId(place: Place, { teller, source }: Origin): undefined {
  const says = safe`This is no id of a child: an id has a digit, and is no date. Nothing under it is used. Look whether columns are swapped.`;
  teller.child = undefined;
  teller.say('error', safe`no_id`, says, place, { refuses: 'child', kind: source.kind });
}

/** The days of birth, each once, without those that cannot be. */
function birthsIn(gathering: Gathering): readonly Found<Day>[] {
  const { source, teller } = gathering;
  const births = daysIn('born', gathering);
  const possible = births.filter(({ value }) => value <= source.dataDate);
  if (possible.length === births.length) return births;
  const says = safe`The date of birth lies after the day of the data. It is left out.`;
  for (const birth of births) {
    if (birth.value > source.dataDate)
      teller.say('error', safe`born_after_data`, says, birth.place, { shown: shownDay(birth) });
  }
  return possible;
}

/** The days that the table of children has in a column, each once. */
function daysIn(field: 'born' | 'expected' | 'died', gathering: Gathering): readonly Found<Day>[] {
  const days: Found<Day>[] = [];
  for (const row of gathering.of('child')) {
    const day = taken(gathering.values.day(row, field));
    if (day) days.push(day);
  }
  return daysOnce(days);
}

/** One id with several dates of birth is several people, or a mistake: nothing under it is used. */
export function refuse(births: number, place: Place, { teller, source }: Origin): undefined {
  const says = safe`This id has ${births} dates of birth, so it does not stand for one child. Nothing under it is used. Correct it in the source.`;
  teller.say('error', safe`birth_dates_differ`, says, place, { refuses: 'child', kind: source.kind });
}

function recordsOf(id: string, born: Found<Day> | undefined, gathering: Gathering): ChildRecords {
  const { first, source, purged, hints } = gathering;
  const isForgotten = isPurged(gathering);
  gathering.born = isForgotten ? undefined : born;
  gathering.died = isForgotten ? undefined : diedIn(gathering);
  const expected = isForgotten ? undefined : expectedIn(gathering);
  const lists = isForgotten ? EMPTY : listsOf(gathering);
  // written out, not spread: there may be hundreds of thousands
  const child: Writable = {
    id,
    source,
    place: first.place(),
    plans: lists.plans,
    conferences: lists.conferences,
    enquiries: lists.enquiries,
    lookedAfterReviews: lists.lookedAfterReviews,
    episodes: lists.episodes,
    visits: lists.visits,
    preProceedings: lists.preProceedings,
    purged,
    hints,
  };
  if (gathering.born) child.born = gathering.born;
  if (expected) child.expected = expected;
  if (gathering.died) child.died = gathering.died;
  return child;
}

type Writable = { -readonly [key in keyof ChildRecords]: ChildRecords[key] };
type Lists = Omit<ChildRecords, 'id' | 'source' | 'place' | 'born' | 'expected' | 'died' | 'purged' | 'hints'>;

function listsOf(gathering: Gathering): Lists {
  const enquiries = enquiriesOf(gathering);
  caseHints(gathering);
  return {
    plans: plansOf(gathering),
    conferences: conferencesOf(gathering, enquiries),
    enquiries,
    lookedAfterReviews: careReviewsOf(gathering),
    episodes: episodesOf(gathering),
    visits: visitsOf(gathering),
    preProceedings: preProceedingsOf(gathering),
  };
}

const EMPTY: Lists = {
  plans: NOTHING,
  conferences: NOTHING,
  enquiries: NOTHING,
  lookedAfterReviews: NOTHING,
  episodes: NOTHING,
  visits: NOTHING,
  preProceedings: NOTHING,
};

/** The whole child is to be forgotten. */
function isPurged(gathering: Gathering): boolean {
  const mark = gathering.of('child').find((row) => gathering.values.mark(row, 'purge')?.value);
  if (mark) gathering.purged.push({ what: 'child', place: mark.place('purge') });
  return mark !== undefined;
}

function diedIn(gathering: Gathering): Found<Day> | undefined {
  const { born, source, teller } = gathering;
  const [died, other] = daysIn('died', gathering);
  if (!died) return undefined;
  if (other) {
    const says = safe`There are two dates of death. Neither is taken.`;
    teller.say('error', safe`death_dates_differ`, says, other.place, { shown: shownDay(other) });
    return undefined;
  }
  if (died.value <= source.dataDate && (!born || born.value <= died.value)) return died;
  const says = safe`The date of death lies before the birth, or after the day of the data. It is left out.`;
  teller.say('error', safe`death_out_of_life`, says, died.place, { shown: shownDay(died) });
  return undefined;
}

/** The expected date of birth; where the child is born, only the birth is taken. */
function expectedIn(gathering: Gathering): Found<Day> | undefined {
  const { born, teller } = gathering;
  const [expected, other] = daysIn('expected', gathering);
  if (!expected) return undefined;
  if (born) {
    const says = safe`The child has a date of birth and an expected one. The date of birth is taken.`;
    teller.say('note', safe`born_and_expected`, says, expected.place);
    return undefined;
  }
  if (!other) return expected;
  const says = safe`There are two expected dates of birth. Neither is taken.`;
  teller.say('error', safe`expected_dates_differ`, says, other.place, { shown: shownDay(other) });
  return undefined;
}
