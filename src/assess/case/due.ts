import { dayInWords } from '../../calendar/date-words.ts';
import { type Day, type DayRange, exactly, isExact, plusDays } from '../../calendar/dates.ts';
import { LENGTHS, laterRange, soonerRange, type Unit } from '../../calendar/lengths.ts';
import { type Calendar, plusWorkingDays, yearsInWords } from '../../calendar/working-days.ts';
import { provenanceOf } from '../../case/file/entry-value.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { anchorsOf, isMeasured } from '../../policy/pack/anchors.ts';
import type { Due } from '../../policy/pack/pack-schema.ts';

/** The last day for a requirement, and how it was counted. */
export interface DueDate {
  /** Absent where it cannot be counted: `counted` then says why. */
  readonly range: DayRange | undefined;
  /** The time of day on the last day, where it is counted in hours from a time of day. */
  readonly until?: Moment | undefined;
  readonly counted: () => string | undefined;
}

/** What a fact of type date is known to be. */
export function daysOf(sheet: FactSheet, fact: string): DayRange | undefined {
  const known = sheet.states.get(fact)?.known;
  return known?.kind === 'days' ? known.days : undefined;
}

/** The last day for a requirement, as well as it is known; undefined where the date it is counted from is not. */
export function dueDate(due: Due | undefined, sheet: FactSheet, calendar: Calendar): DueDate | undefined {
  if (!due) return undefined;
  const anchor = firstKnown(anchorsOf(due), sheet);
  if (!anchor) return undefined;
  if (due.before) return isMeasured(due) ? countedBack(due, anchor, calendar) : { range: anchor, counted: nothing };
  const until = untilOf(due, sheet);
  return until ? untilThe(until, due) : countedFrom(due, anchor, calendar);
}

const nothing = (): undefined => undefined;

const countedBack = (due: Due, from: DayRange, calendar: Calendar): DueDate => {
  return { range: soonerRange(from, due, calendar), counted: () => beforeInWords(due, from, calendar) };
};

const untilThe = (until: Moment, due: Due): DueDate => {
  return { range: exactly(until.day), until, counted: () => hoursInWords(due, until) };
};

function firstKnown(facts: readonly string[], sheet: FactSheet): DayRange | undefined {
  for (const fact of facts) {
    const range = daysOf(sheet, fact);
    if (range) return range;
  }
  return undefined;
}

/** The last day that is so much later than a date. */
export const countedFrom = (due: Due, from: DayRange, calendar: Calendar): DueDate => {
  return { range: laterRange(from, due, calendar), counted: () => inWords(due, from, calendar) };
};

/** A moment: a day with the time of day. */
export interface Moment {
  readonly day: Day;
  readonly time: string;
}

/** The last moment, where something is counted in hours from a day whose time of day the file has. */
function untilOf({ after, hours }: Due, sheet: FactSheet): Moment | undefined {
  if (hours === undefined) return undefined;
  const from = [after ?? []].flat().find((fact) => daysOf(sheet, fact) !== undefined);
  const start = from === undefined ? undefined : daysOf(sheet, from);
  const time = from === undefined ? undefined : timeOf(sheet, from);
  if (!start || time === undefined || !isExact(start)) return undefined;
  const minutes = 60 * (Number(time.slice(0, 2)) + hours) + Number(time.slice(3));
  const two = (n: number): string => String(n).padStart(2, '0');
  return {
    day: plusDays(start.from, Math.floor(minutes / MINUTES_A_DAY)),
    time: `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`,
  };
}

const MINUTES_A_DAY = 1440;

/** The time of day that a case file gives with a value. */
export const timeOf = (sheet: FactSheet, fact: string): string | undefined =>
  provenanceOf(sheet.states.get(fact)?.entry).time;

const hoursInWords = ({ hours }: Due, { day, time }: Moment): string =>
  `${hours} hours: until ${time} on ${dayInWords(day)}`;

function beforeInWords(due: Due, anchor: DayRange, calendar: Calendar): string | undefined {
  if (!isExact(anchor)) return undefined;
  const unit = LENGTHS.find((name) => due[name] !== undefined);
  const n = unit && due[unit];
  if (!unit || n === undefined) return undefined;
  const start = `${amount(n, unit)} before ${dayInWords(anchor.from)}`;
  return soonerRange(anchor, due, calendar) ? start : `${start}${NO_HOLIDAYS(calendar)}`;
}

const amount = (n: number, unit: Unit): string => {
  const name = unit.replace('_', ' ');
  return `${n} ${n === 1 ? name.slice(0, -1) : name}`;
};

const NO_HOLIDAYS = (calendar: Calendar): string =>
  ` cannot be counted: bank holidays are known for ${yearsInWords(calendar)} only. Count it by hand`;

/** `10 working days after 14 December 2026; 25 and 28 December not counted`. */
function inWords(due: Due, anchor: DayRange, calendar: Calendar): string | undefined {
  if (!isExact(anchor)) return undefined;
  const unit = LENGTHS.find((name) => due[name] !== undefined);
  const n = unit && due[unit];
  if (!unit || n === undefined) return undefined;
  if (unit === 'days' && n === 0) return `the same day as ${dayInWords(anchor.from)}`;
  const start = `${amount(n, unit)} after ${dayInWords(anchor.from)}`;
  return unit === 'working_days' ? `${start}${passedOver(anchor.from, n, calendar)}` : start;
}

function passedOver(from: Day, n: number, calendar: Calendar): string {
  const count = plusWorkingDays(from, n, calendar);
  if (!count) {
    return NO_HOLIDAYS(calendar);
  }
  return count.notCounted.length === 0 ? '' : `; ${daysInWords(count.notCounted)} not counted`;
}

/** `25 and 28 December`, `29 December and 1 January`. */
function daysInWords(days: readonly Day[]): string {
  const parts = days.map((day) => {
    const [date = '', month = ''] = dayInWords(day).split(' ');
    return { date, month };
  });
  const shown = parts.map(({ date, month }, i) => (parts[i + 1]?.month === month ? date : `${date} ${month}`));
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
