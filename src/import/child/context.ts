import type { Day } from '../../calendar/dates.ts';
import type { TableName } from '../map/fields.ts';
import type { FormatMap } from '../map/map-schema.ts';
import type { Row } from '../read/rows.ts';
import type { EpisodeRecord, Found, Hint, PurgeRecord, Source } from '../records.ts';
import type { Values } from '../values/values.ts';
import type { Teller } from './teller.ts';

/** What the rows of one source are read with. */
export interface Origin {
  readonly source: Source;
  readonly map: FormatMap;
  readonly values: Values;
  readonly teller: Teller;
}

/** The rows of one child by their tables, and what is gathered beside the records. */
export class Gathering implements Origin {
  readonly source: Source;
  readonly map: FormatMap;
  readonly values: Values;
  readonly teller: Teller;
  readonly hints: Hint[] = [];
  readonly purged: PurgeRecord[] = [];
  born: Found<Day> | undefined;
  died: Found<Day> | undefined;
  private readonly tables = new Map<TableName, Row[]>();

  constructor(
    { source, map, values, teller }: Origin,
    readonly first: Row,
    rows: readonly Row[],
  ) {
    [this.source, this.map, this.values, this.teller] = [source, map, values, teller];
    for (const row of rows) {
      const same = this.tables.get(row.table);
      if (same) same.push(row);
      else this.tables.set(row.table, [row]);
    }
  }

  /** The rows of a table. */
  of(table: TableName): readonly Row[] {
    return this.tables.get(table) ?? NOTHING;
  }
}

/** A list without anything in it: most children have most of their lists empty. */
export const NOTHING: readonly never[] = [];

/** An episode with the row that it is from, whose ids other rows name. */
export type ReadEpisode = EpisodeRecord & { readonly row: Row };

/** What a record says, without its places: the same for two records that say the same. */
const saying = (record: unknown): string =>
  JSON.stringify(record, (key, value) => (key === 'place' || key === 'row' ? undefined : value));

/** Records in the order of their days, and of what they say: in which order a return has them is no matter. */
export function inOrder<T>(records: readonly T[], dayOf: (record: T) => Found<Day>): readonly T[] {
  if (records.length < 2) return records;
  return records.toSorted((a, b) => compare(dayOf(a).value, dayOf(b).value) || compare(saying(a), saying(b)));
}

/** The same, with each record once. */
export function sortedOnce<T>(records: readonly T[], dayOf: (record: T) => Found<Day>): readonly T[] {
  if (records.length < 2) return records;
  const sorted = inOrder(records, dayOf);
  return sorted.filter((record, index) => {
    const before = sorted[index - 1];
    return !before || dayOf(before).value !== dayOf(record).value || saying(before) !== saying(record);
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each day once, in order. */
export const daysOnce = (list: readonly Found<Day>[]): readonly Found<Day>[] => sortedOnce(list, (day) => day);

/** A key with its value, or nothing where there is none. */
export const present = <K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [key in K]: T });

/** A day that was read, as it is shown beside a sentence. */
export const shownDay = ({ value }: Found<Day>): string => `\`${value}\`.`;
