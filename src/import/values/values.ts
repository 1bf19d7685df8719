import type { Day } from '../../calendar/dates.ts';
import type { LegalStatus, Placement } from '../../facts/records/codes.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import type { Teller } from '../child/teller.ts';
import { type FieldType, fieldOf } from '../map/fields.ts';
import type { Codes, FormatMap } from '../map/map-schema.ts';
import { type Row, Unreadable } from '../read/rows.ts';
import type { Category, Found } from '../records.ts';
import { categoryIn, codeIn, countIn, flagIn, idIn, placementIn, statusIn } from './code.ts';
import { readDay } from './day.ts';
import { shownValue } from './shown.ts';

/** A value that was there and could not be taken: a problem was said. Never to be read as none, which is undefined. */
export const BAD = null;

export type Read<T> = Found<T> | undefined | typeof BAD;

/** The value, where one could be taken. */
export const taken = <T>(read: Read<T>): Found<T> | undefined => (read === BAD ? undefined : read);

/** What comes of a value that cannot be taken. */
const LEFT_OUT = safe`It is left out.`;

/** Reads the values of rows, and says what is wrong with them. */
export class Values {
  constructor(
    private readonly map: Pick<FormatMap, 'dates' | 'blank'>,
    readonly codes: Codes,
    readonly teller: Teller,
  ) {}

  day(row: Row, field: string, cost: Safe = LEFT_OUT): Read<Day> {
    const raw = this.raw(row, field, cost);
    if (typeof raw !== 'string') return raw;
    const read = readDay(raw, this.map.dates);
    if ('why' in read) {
      return this.bad(row, field, read.code, safe`The ${fieldOf(row.table, field).called} ${read.why}. ${cost}`, raw);
    }
    if (this.isBlank(read.day)) return undefined;
    const place = row.place(field);
    if (read.hadTime) this.teller.sayOnce(safe`date_with_time`, WITH_TIME, place);
    return { value: read.day, place };
  }

  category = (row: Row, field: string): Read<Category> =>
    this.coded(row, field, (text) => categoryIn(text, this.codes));
  status = (row: Row, field: string): Read<LegalStatus> => this.coded(row, field, (text) => statusIn(text, this.codes));
  placement = (row: Row, field: string): Read<Placement> => this.coded(row, field, placementIn);
  code = (row: Row, field: string, codes: Iterable<string>, cost?: Safe): Read<string> =>
    this.coded(row, field, (text) => codeIn(text, codes), cost);
  flag = (row: Row, field: string): Read<boolean> => this.coded(row, field, flagIn);
  /** Yes or no where it is plainly one of them, and nothing said where it is something else. */
  mark(row: Row, field: string): Found<boolean> | undefined {
    const value = flagIn(this.text(row, field) ?? '');
    return value === undefined ? undefined : { value, place: row.place(field) };
  }
  count = (row: Row, field: string): Read<number> => this.coded(row, field, countIn);

  id(row: Row, field: string): string | undefined {
    const raw = this.raw(row, field);
    return typeof raw === 'string' ? idIn(raw) : undefined;
  }

  /** The text where there is one. */
  text(row: Row, field: string): string | undefined {
    const raw = row.text(field);
    return typeof raw === 'string' && raw.trim() !== '' && !this.isBlank(raw.trim()) ? raw.trim() : undefined;
  }

  private coded<T>(row: Row, field: string, read: (text: string) => T | undefined, cost = LEFT_OUT): Read<T> {
    const raw = this.raw(row, field, cost);
    if (typeof raw !== 'string') return raw;
    const value = read(raw);
    if (value !== undefined) return { value, place: row.place(field) };
    const { type, called } = fieldOf(row.table, field);
    return this.bad(row, field, CODES_SAID[type] ?? safe`unknown_code`, safe`The ${called} ${WHY[type]}. ${cost}`, raw);
  }

  /** The text of a cell; undefined where it stands for nothing. */
  private raw(row: Row, field: string, cost = LEFT_OUT): string | undefined | typeof BAD {
    const raw = row.text(field);
    if (raw === undefined || raw === '') return undefined;
    if (raw instanceof Unreadable) {
      const says = safe`The ${fieldOf(row.table, field).called} ${raw.why}, so it cannot be read. ${cost}`;
      return this.bad(row, field, safe`unreadable_cell`, says, '');
    }
    const text = raw.trim();
    return text === '' || this.isBlank(text) ? undefined : text;
  }

  private isBlank(text: string): boolean {
    return this.map.blank.includes(text);
  }

  private bad(row: Row, field: string, code: Safe, says: Safe, text: string): typeof BAD {
    const { type } = fieldOf(row.table, field);
    const shown = shownValue(type, text);
    // words that stand for several codes are no mistake of the return
    const severity = GROUPED.includes(type) && shown === undefined && text !== '' ? 'warning' : 'error';
    this.teller.say(severity, code, says, row.place(field), shown === undefined ? {} : { shown });
    return BAD;
  }
}

const WITH_TIME = safe`Some dates have a time of day beside them. The time is not read.`;

const CODES_SAID: Partial<Record<FieldType, Safe>> = { flag: safe`not_yes_or_no`, count: safe`not_a_count` };

const UNKNOWN = safe`is not a code, or a word for one code, that this return has`;

/** What lists of Annex A and tables may tell in words. */
const GROUPED: readonly FieldType[] = ['category', 'status', 'placement'];

/** Why a text is not taken for what it should be, to follow "The legal status". */
const WHY: Readonly<Record<FieldType, Safe>> = {
  id: UNKNOWN,
  day: UNKNOWN,
  category: UNKNOWN,
  status: UNKNOWN,
  placement: UNKNOWN,
  code: UNKNOWN,
  flag: safe`is not yes or no`,
  count: safe`is not a number`,
};
