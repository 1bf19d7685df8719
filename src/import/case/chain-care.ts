import type { Day } from '../../calendar/dates.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import type { ChildRecords, EpisodeRecord, Found, Source } from '../records.ts';
import { compare, distinct, given, type Remark, sides, type ToldEpisode } from './told.ts';

/** An episode with what tells whether care went on before and after it. */
interface Row extends ToldEpisode {
  readonly began: Day;
  readonly isFirst: boolean;
  readonly careBegan?: Day | undefined;
  /** The code for why it ended; X1 where care went on. */
  readonly reasonEnd?: string | undefined;
}

/** The episodes of care that the sources tell, in order, with a row where care began before the first or went on after the last. */
export function chainCare(pieces: readonly ChildRecords[], remarks: Remark[]): ToldEpisode[] {
  const rows = chained(pieces, remarks);
  return times(rows).flatMap((time, i, all) => wholeTime(time, i === all.length - 1));
}

interface Piece {
  readonly episode: EpisodeRecord;
  readonly source: Source;
}

/** Rows with the same start are one episode; of several with one start in one source, the first is the first in every source. */
function chained(pieces: readonly ChildRecords[], remarks: Remark[]): Row[] {
  const groups = new Map<string, Piece[]>();
  for (const { episodes, source } of pieces) {
    const seen = new Map<Day, number>();
    for (const episode of upTo(source, episodes, remarks)) {
      const start = episode.start.value;
      const nth = seen.get(start) ?? 0;
      seen.set(start, nth + 1);
      const key = `${start} ${nth}`;
      groups.set(key, [...(groups.get(key) ?? []), { episode, source }]);
    }
  }
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => chainedRow(group, remarks));
}

/** Episodes as they were on the day of the data: what begins later is left out, and what ends later was open. */
function upTo({ dataDate }: Source, episodes: readonly EpisodeRecord[], remarks: Remark[]): EpisodeRecord[] {
  return episodes.flatMap(({ end, reasonEnd, ...episode }): EpisodeRecord[] => {
    const { value, place } = episode.start;
    if (value > dataDate) {
      const says = safe`A legal status or a placement starts after the day of the data. It is left out. Is the day of the data right?`;
      remarks.push({ kind: 'question', code: safe`episode_after_data`, says, shown: `\`${value}\`.`, place });
      return [];
    }
    if (end && end.value > dataDate) return [episode];
    return [{ ...episode, ...(end && { end }), ...(reasonEnd && { reasonEnd }) }];
  });
}

function chainedRow(group: readonly Piece[], remarks: Remark[]): Row {
  const dates = [...new Set(group.map(({ source }) => source.dataDate))].sort(compare);
  let row: Row | undefined;
  for (const date of dates) {
    const now = onDate(
      group.filter(({ source }) => source.dataDate === date),
      remarks,
    );
    row = row ? later(row, now, remarks) : now;
  }
  return row as Row;
}

function onDate(group: readonly Piece[], remarks: Remark[]): Row {
  const [first] = group as readonly [Piece];
  const pick = <T extends string>(of: (one: EpisodeRecord) => Found<T> | undefined, what: Safe): T | undefined =>
    oneOf(group, of, what, remarks);
  const isOpen = group.some(({ episode }) => episode.end === undefined);
  const ended = pick(({ end }) => end, safe`the end of an episode of care`);
  const status = pick(({ status: code }) => code, safe`the legal status of an episode of care`);
  const placement = pick(({ placement: code }) => code, safe`the placement of an episode of care`);
  const careBegan = group.map(({ episode }) => episode.careBegan?.value).find((day) => day !== undefined);
  return {
    began: first.episode.start.value,
    ...(isOpen ? { openOn: first.source.dataDate } : ended !== undefined && { ended }),
    ...(status && { status }),
    ...(placement && { placement }),
    isFirst: group.some(({ episode }) => episode.reasonNew?.value === 'S'),
    careBegan,
    reasonEnd: group.map(({ episode }) => episode.reasonEnd?.value).find((code) => code !== undefined),
    source: first.source,
    place: first.episode.start.place,
  };
}

function oneOf<T extends string>(
  group: readonly Piece[],
  of: (one: EpisodeRecord) => Found<T> | undefined,
  what: Safe,
  remarks: Remark[],
): T | undefined {
  const values = distinct(
    group.flatMap(({ episode, source }) => {
      const found = of(episode);
      return found ? [given(found, source)] : [];
    }),
  );
  if (values.length > 1) {
    const says = safe`Sources do not agree on ${what}. None is chosen. Correct the source that is wrong.`;
    const place = values.at(-1)?.place;
    remarks.push({ kind: 'conflict', code: safe`sources_differ`, says, shown: sides(values), ...(place && { place }) });
  }
  return values.length === 1 ? values[0]?.value : undefined;
}

/** A later source ends an episode, and corrects it; what it does not say stays. */
function later(before: Row, now: Row, remarks: Remark[]): Row {
  const [status, placement] = [now.status ?? before.status, now.placement ?? before.placement];
  if (before.ended !== undefined && now.ended !== before.ended) {
    const says = safe`A later return differs on the end of an episode of care. The later return is followed. Check which one is right.`;
    const shown = `It was \`${before.ended}\` (${before.source.label}); now \`${now.ended ?? 'open'}\` (${now.source.label}).`;
    remarks.push({ kind: 'question', code: safe`end_changed`, says, shown, place: now.place });
  }
  const isSame =
    now.ended === before.ended &&
    now.openOn === before.openOn &&
    status === before.status &&
    placement === before.placement;
  const { source, place } = isSame ? before : now;
  return {
    ...now,
    ...(status && { status }),
    ...(placement && { placement }),
    isFirst: now.isFirst || before.isFirst,
    careBegan: now.careBegan ?? before.careBegan,
    reasonEnd: now.reasonEnd ?? before.reasonEnd,
    source,
    place,
  };
}

/** Unbroken times of care: a gap, or a reason that says that care ended, begins a new one. */
function times(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [];
  for (const row of rows) {
    const last = found.at(-1)?.at(-1);
    const goesOn = last && (last.ended === undefined || last.ended >= row.began) && !endsCare(last) && !row.isFirst;
    if (goesOn) found.at(-1)?.push(row);
    else found.push([row]);
  }
  return found;
}

const endsCare = ({ reasonEnd }: Row): boolean => reasonEnd !== undefined && reasonEnd !== 'X1';

const isShortBreak = ({ status }: Row): boolean => status === 'V3' || status === 'V4';

/**
 * Where the first row is not the beginning of care, care went on before it, from a day and under a status that are not
 * known; where the last row says that care went on, the next row is missing. Short breaks are not care that goes on.
 */
function wholeTime(time: readonly Row[], isLast: boolean): ToldEpisode[] {
  const [first, last] = [time[0], time.at(-1)] as [Row, Row];
  const { source, place } = first;
  const isCare = !time.every(isShortBreak);
  const isKnown = first.isFirst || (first.careBegan !== undefined && first.careBegan >= first.began);
  const since = first.careBegan === undefined ? {} : { began: first.careBegan };
  const before: ToldEpisode[] = isCare && !isKnown ? [{ ...since, ended: first.began, source, place }] : [];
  const isCut = isLast && last.ended !== undefined && last.reasonEnd === 'X1' && !isShortBreak(last);
  const end = last.ended as Day;
  const after: ToldEpisode[] = isCut ? [{ began: end, openOn: end, source: last.source, place: last.place }] : [];
  return [...before, ...time.map(bare), ...after];
}

const bare = ({ isFirst: _, careBegan: __, reasonEnd: ___, ...episode }: Row): ToldEpisode => episode;
