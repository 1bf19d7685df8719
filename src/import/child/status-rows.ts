import type { Day } from '../../calendar/dates.ts';
import type { LegalStatus, Placement } from '../../facts/records/codes.ts';
import type { Row } from '../read/rows.ts';
import type { EpisodeRecord, Found } from '../records.ts';
import { orderIn } from '../values/code.ts';
import { BAD, type Read } from '../values/values.ts';
import { daysOnce, type Gathering, present, type ReadEpisode } from './context.ts';
import { orderHint } from './hints.ts';

/** A status or a placement with the days between which it held. */
interface Held<T> {
  readonly id?: string;
  readonly start: Found<Day>;
  readonly end?: Found<Day>;
  readonly value: Found<T>;
}

/** Gives episodes the legal status and placement that other tables hold; a change within an episode divides it. */
export function splitByStatus(episodes: readonly ReadEpisode[], gathering: Gathering): EpisodeRecord[] {
  const { values } = gathering;
  const [legal, placements] = [gathering.of('legal'), gathering.of('placement')];
  if (legal.length + placements.length === 0) return episodes.map(bare);
  const statuses = legal.flatMap((row) => heldStatus(row, gathering));
  const places = placements.flatMap((row) => heldIn(row, values.placement(row, 'kind'), gathering));
  return episodes.flatMap((episode) => divided(episode, statuses, places, gathering));
}

const bare = ({ row: _, ...episode }: ReadEpisode): EpisodeRecord => episode;

function heldStatus(row: Row, gathering: Gathering): Held<LegalStatus>[] {
  const { values } = gathering;
  const order = orderIn(values.text(row, 'status') ?? '', values.codes);
  if (order === undefined) return heldIn(row, values.status(row, 'status'), gathering);
  orderHint(row, order, gathering);
  return [];
}

function heldIn<T>(row: Row, value: Read<T>, { values }: Gathering): Held<T>[] {
  const [start, end] = [values.day(row, 'start'), values.day(row, 'end')];
  if (value === BAD || !value || start === BAD || !start || end === BAD) return [];
  return [{ ...present('id', values.id(row, 'id')), start, ...present('end', end), value }];
}

const covers = ({ start, end }: Held<unknown>, day: Day): boolean =>
  start.value <= day && (end === undefined || end.value > day);

/** What held on a day: the latest where there are several, and none where the latest differ. */
function heldOn<T>(list: readonly Held<T>[], day: Day): Found<T> | undefined {
  const held = list.filter((one) => covers(one, day));
  const latest = held.reduce((last, { start }) => (start.value > last ? start.value : last), '');
  const [one, ...others] = held.filter(({ start }) => start.value === latest);
  return others.every(({ value }) => value.value === one?.value.value) ? one?.value : undefined;
}

function divided(
  episode: ReadEpisode,
  statuses: readonly Held<LegalStatus>[],
  places: readonly Held<Placement>[],
  { values }: Gathering,
): EpisodeRecord[] {
  const { row, start, end } = episode;
  const placed = places.filter(({ id }) => id !== undefined && id === values.id(row, 'placed'));
  const changes = [...statuses, ...places].map((held) => held.start);
  const inside = changes.filter(({ value }) => value > start.value && (end === undefined || value < end.value));
  const starts = daysOnce([start, ...inside]);
  return starts.map((from, index) => {
    const next = starts[index + 1];
    const status = episode.status ?? heldOn(statuses, from.value);
    const placement = episode.placement ?? heldOn(placed, from.value) ?? heldOn(places, from.value);
    const { reasonNew, reasonEnd, careBegan } = episode;
    return {
      start: from,
      ...(next ? { end: next, reasonEnd: { value: GOES_ON, place: next.place } } : present('end', end)),
      ...present('status', status),
      ...present('placement', placement),
      ...(index === 0 && present('reasonNew', reasonNew)),
      ...(!next && present('reasonEnd', reasonEnd)),
      ...present('careBegan', careBegan),
    };
  });
}

/** The reason of an episode after which care goes on. */
const GOES_ON = 'X1';
