import { type Day, parseDate } from '../../calendar/dates.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import { BirthBook } from '../child/birth-book.ts';
import { childIn, refuse } from '../child/child.ts';
import type { Origin } from '../child/context.ts';
import type { FormatMap } from '../map/map-schema.ts';
import { FileFault } from '../read/fault.ts';
import type { Row } from '../read/rows.ts';
import type { Reading, ReadOptions } from '../reading.ts';
import type { Found, Place } from '../records.ts';
import { idIn } from '../values/code.ts';
import { NEEDS_DATE, noted, originOf } from './formats.ts';

const DATE_UNFIT = safe`The reference date of this return is no date, or lies in the future. Give the day of the data with --data-date.`;
const NO_CHILDREN = safe`There are no children in this file. Nothing was read.`;
const OTHER_YEAR = safe`The year and the reference date of this return differ. The reference date is taken.`;
const NO_ID = safe`A child has no id. Nothing of this child is read.`;

/** Makes records of the children of one file, one after the other. */
export class ChildStream {
  private ready: Reading[] = [];
  private origin: Origin | undefined;
  private readonly header: Record<string, Found<string>> = {};
  private readonly births = new BirthBook();
  private rows = 0;
  private skipped = 0;

  constructor(
    private readonly file: string,
    private readonly map: FormatMap,
    private readonly options: ReadOptions,
  ) {}

  /** What is ready to be handed over. */
  take(): Reading[] {
    const { ready } = this;
    if (ready.length > 0) this.ready = [];
    return ready;
  }

  get children(): number {
    return this.rows;
  }

  say(reading: Reading): void {
    this.ready.push(reading);
  }

  /** Says why a child is not read. */
  skip(reading: Reading): void {
    this.rows++;
    this.skipped++;
    this.say(reading);
  }

  /** A value that is about the whole file. @throws FileFault where it is another collection */
  about(field: string, value: string, place: Place): void {
    if (field === 'collection' && value.toUpperCase() !== this.map.collection) {
      const says = safe`This is a return of another collection, which is not read.`;
      throw new FileFault(safe`other_collection`, says, place.line, place.column, value);
    }
    this.header[field] = { value, place };
  }

  /** The rows of the next child. @throws FileFault where the day of the data is not known */
  child(rows: readonly Row[], place: Place): void {
    const origin = (this.origin ??= this.begin());
    const [first] = rows;
    const raw = first?.table === 'child' ? first.text('id') : undefined;
    const id = typeof raw === 'string' ? idIn(raw) : undefined;
    if (id === undefined || id === '') {
      this.skip(noted(safe`child_without_id`, NO_ID, place, 'error'));
      return;
    }
    this.rows++;
    const child = childIn(id, rows, origin);
    if (child?.born) this.compareBirth(id, child.born, origin);
    for (const problem of origin.teller.take()) this.say({ type: 'problem', problem });
    if (child) this.say({ type: 'child', child });
  }

  /** The same id again with another date of birth is not the same child. */
  private compareBirth(id: string, born: Found<Day>, origin: Origin): void {
    if (!this.births.differs(id, born.value)) return;
    origin.teller.child = id;
    refuse(2, born.place, origin);
    origin.teller.child = undefined;
  }

  /** The end of the file. @throws FileFault where there was no child in it */
  end(): Reading[] {
    if (this.rows === 0) throw new FileFault(safe`no_children`, NO_CHILDREN);
    const { file, rows, skipped, origin } = this;
    const source = origin ? { source: origin.source } : {};
    return [
      ...this.take(),
      { type: 'file', tally: { file, ...source, used: true, rows, skipped, repeated: 0, notRead: [] } },
    ];
  }

  private begin(): Origin {
    const { collection, date, year } = this.header;
    if (this.map.collection !== undefined && collection === undefined) {
      throw new FileFault(
        safe`other_collection`,
        safe`This file does not say which collection it is, so it is not read.`,
      );
    }
    const dataDate = this.dataDate(date);
    if (year && date && year.value !== date.value.slice(0, 4))
      this.say(noted(safe`year_differs`, OTHER_YEAR, year.place));
    return originOf(this.map, dataDate);
  }

  /** The reference date, where the return has one that can be; else the day that the person gave. */
  private dataDate(date: Found<string> | undefined): Day {
    const { dataDate, today } = this.options;
    const own = date && date.value.length === 10 && parseDate(date.value) ? date.value : undefined;
    if (own !== undefined && own <= today) return own;
    if (dataDate !== undefined && dataDate <= today) return dataDate;
    const [code, says]: [Safe, Safe] = date
      ? [safe`data_date_unfit`, DATE_UNFIT]
      : [safe`data_date_missing`, NEEDS_DATE];
    throw new FileFault(code, says, date?.place.line, date?.place.column);
  }
}
