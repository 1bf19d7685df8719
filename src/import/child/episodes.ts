import type { Day } from '../../calendar/dates.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import type { Row } from '../read/rows.ts';
import type { EpisodeRecord, Found } from '../records.ts';
import { BAD, type Read, taken } from '../values/values.ts';
import { type Gathering, NOTHING, present, type ReadEpisode, shownDay, sortedOnce } from './context.ts';
import { endingHint } from './hints.ts';
import { splitByStatus } from './status-rows.ts';

/** What an episode costs whose dates cannot be relied on. */
const EPISODE_LOST = safe`This episode is left out, because it may be open or ended.`;

/** The episodes of care of a child, each once. What lies oddly beside another is kept, and said. */
export function episodesOf(gathering: Gathering): readonly EpisodeRecord[] {
  const rows = gathering.of('episode');
  if (rows.length + gathering.of('legal').length === 0) return NOTHING;
  const read = rows.flatMap((row) => episodeIn(row, gathering));
  const once = sortedOnce(splitByStatus(read, gathering), ({ start }) => start);
  sayNeighbours(once, gathering);
  return once;
}

function episodeIn(row: Row, gathering: Gathering): ReadEpisode[] {
  const { values, purged, map } = gathering;
  if (row.text('purge') !== undefined && taken(values.flag(row, 'purge'))?.value) {
    purged.push({ what: 'placement', place: row.place(), ...present('start', taken(values.day(row, 'start'))?.value) });
    return [];
  }
  const careBegan = taken(values.day(row, 'care_began'));
  const dates = datesOf(row, careBegan, gathering);
  if (!dates) return [];
  const [status, placement] = [values.status(row, 'status'), values.placement(row, 'placement')];
  sayUnsure(row, status, placement, gathering);
  const reasonNew = taken(values.code(row, 'new', values.codes.beginning));
  return [
    {
      row,
      ...dates,
      ...present('status', taken(status)),
      ...present('placement', taken(placement)),
      ...present('reasonNew', reasonNew),
      ...present('careBegan', careBegan),
      ...(map.present_only && { presentOnly: true }),
    },
  ];
}

type Dates = Pick<EpisodeRecord, 'start' | 'end' | 'reasonEnd'>;

/** Start, end and the reason for it; undefined where they leave open whether the episode goes on. */
function datesOf(row: Row, careBegan: Found<Day> | undefined, gathering: Gathering): Dates | undefined {
  const { values, source } = gathering;
  const [start, end] = [startOf(row, careBegan, gathering), values.day(row, 'end', EPISODE_LOST)];
  if (start === BAD || end === BAD) return undefined;
  if (!start) return lost(gathering, row, safe`episode_without_start`, safe`The episode has no start.`);
  if (start.value > source.dataDate) {
    return lost(gathering, row, safe`episode_after_data`, safe`The episode starts after the day of the data.`, start);
  }
  if (end && end.value < start.value) {
    return lost(gathering, row, safe`episode_ends_before_start`, safe`The episode ends before it starts.`, end);
  }
  const reason = values.code(row, 'ends', Object.keys(values.codes.ending));
  if (end) return { start, ...ended(end, reason, gathering) };
  return isOpen(row, reason, gathering) ? { start, ...present('reasonEnd', taken(reason)) } : undefined;
}

/** The start of an episode; in a list that tells the latest status and placement, the later start of these. */
function startOf(row: Row, careBegan: Found<Day> | undefined, { values, map }: Gathering): Read<Day> {
  if (!map.present_only) return values.day(row, 'start', EPISODE_LOST);
  const starts = [values.day(row, 'status_start', EPISODE_LOST), values.day(row, 'placement_start', EPISODE_LOST)];
  if (starts.includes(BAD)) return BAD;
  return starts.reduce((latest, one) => {
    const [a, b] = [taken(latest), taken(one)];
    return a && b ? (b.value > a.value ? b : a) : (a ?? b);
  }, careBegan);
}

function lost({ teller }: Gathering, row: Row, code: Safe, why: Safe, at?: Found<Day>): undefined {
  const shown = at ? { shown: shownDay(at) } : {};
  teller.say('error', code, safe`${why} ${EPISODE_LOST}`, at?.place ?? row.place(), shown);
}

function ended(end: Found<Day>, reason: Read<string>, gathering: Gathering): Omit<Dates, 'start'> {
  const { source, teller } = gathering;
  if (end.value <= source.dataDate) {
    const known = taken(reason);
    if (known) endingHint(known, end.value, gathering);
    return { end, ...present('reasonEnd', known) };
  }
  const says = safe`The episode ends after the day of the data. The end is left out: on that day it was open.`;
  teller.say('warning', safe`episode_end_after_data`, says, end.place, { shown: shownDay(end) });
  return {};
}

/** Without an end an episode is open, unless a reason says that care ended. */
function isOpen(row: Row, reason: Read<string>, gathering: Gathering): boolean {
  const { teller } = gathering;
  if (reason !== undefined && (reason === BAD || reason.value !== 'X1')) {
    lost(
      gathering,
      row,
      safe`end_without_day`,
      safe`A reason says that care ended, but there is no day on which it did.`,
    );
    return false;
  }
  if (reason) {
    const says = safe`Some episodes have X1, and no end. They are taken as open on the day of the data.`;
    teller.sayOnce(safe`open_with_x1`, says, row.place('ends'));
  }
  return true;
}

function sayUnsure(row: Row, status: Read<unknown>, placement: Read<unknown>, { hints, teller }: Gathering): void {
  if (status === BAD) hints.push({ code: 'status_group', says: NO_STATUS, place: row.place('status') });
  if (placement === BAD) hints.push({ code: 'placement_group', says: NO_PLACEMENT, place: row.place('placement') });
  if (isFound(status, 'V2') && isFound(placement, 'P1')) {
    const says = safe`A child under section 20 is placed with a parent. The national check calls this an error. It is kept as recorded.`;
    teller.say('warning', safe`v2_with_p1`, says, row.place('placement'));
  }
}

const isFound = (read: Read<unknown>, value: string): boolean => read !== BAD && read?.value === value;

const NO_STATUS = safe`The source gives a legal status that could not be read as one code.`;
const NO_PLACEMENT = safe`The source gives a placement that could not be read as one code.`;

function sayNeighbours(episodes: readonly EpisodeRecord[], { teller }: Gathering): void {
  for (const [index, { start }] of episodes.entries()) {
    const before = episodes[index - 1];
    if (!before) continue;
    if (!before.end) {
      const says = safe`An earlier episode has no end. Both are kept. Check the return.`;
      teller.say('warning', safe`open_before_later`, says, start.place, { shown: shownDay(start) });
    } else if (before.end.value > start.value) {
      const says = safe`This episode starts before the one before it ended. Both are kept. Check the return.`;
      teller.say('warning', safe`episodes_overlap`, says, start.place, { shown: shownDay(start) });
    }
  }
}
