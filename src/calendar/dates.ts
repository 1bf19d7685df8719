/** A calendar day as `YYYY-MM-DD`; days compare as text. */
export type Day = string;

/** A date as well as it is known: the first and the last day that it can be. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** A day far enough away to stand for "no limit known". */
export const FIRST_DAY: Day = '1900-01-01';
export const LAST_DAY: Day = '2199-12-31';

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

const DAY_MS = 86_400_000;

/** Days are counted in UTC, so that the time zone of the machine changes nothing. */
const toTime = (day: Day): number => Date.UTC(digits(day, 0, 4), digits(day, 5, 2) - 1, digits(day, 8, 2));
const fromTime = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** Months since the beginning of the calendar. */
const monthOf = (day: Day): number => 12 * digits(day, 0, 4) + digits(day, 5, 2) - 1;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOfMonth(month: number): number {
  const [year, inYear] = [Math.floor(month / 12), month % 12];
  const leap = inYear === 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (LENGTHS[inYear] as number) + (leap ? 1 : 0);
}

/** The calendar day of a `Date` in local time. */
export const fromDate = (date: Date): Day =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The number that `length` digits from `start` stand for; NaN where there is anything but digits. */
function digits(text: string, start: number, length: number): number {
  let number = 0;
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    number = digit >= 0 && digit <= 9 ? 10 * number + digit : Number.NaN;
  }
  return number;
}

/** Whether a text has as many characters as a date to the year, month or day, with dashes where they belong. */
const hasForm = (text: string): boolean =>
  text.length === 4 || ((text.length === 7 || (text.length === 10 && text[7] === '-')) && text[4] === '-');

/** Reads `2024-02-03`, `2024-02` or `2024`; undefined where there is no such date between 1900 and 2199. */
export function parseDate(value: string | number): DayRange | undefined {
  const text = typeof value === 'string' ? value : String(value);
  if (!hasForm(text)) return undefined;
  const year = digits(text, 0, 4);
  const month = text.length > 4 ? digits(text, 5, 2) : 1;
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12)) return undefined;
  const last = lengthOfMonth(12 * year + month - 1);
  if (text.length === 4) return { from: `${text}-01-01`, to: `${text}-12-31` };
  if (text.length === 7) return { from: `${text}-01`, to: `${text}-${last}` };
  const day = digits(text, 8, 2);
  return day >= 1 && day <= last ? { from: text, to: text } : undefined;
}

/** A day that is known exactly. */
export const exactly = (day: Day): DayRange => ({ from: day, to: day });

/** Whether only one day is possible. */
export const isExact = (range: DayRange): boolean => range.from === range.to;

/** The day `n` months later: the corresponding date, or the month's last day where there is none. */
export function plusMonths(day: Day, n: number): Day {
  const month = monthOf(day) + n;
  const date = Math.min(digits(day, 8, 2), lengthOfMonth(month));
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-${two(date)}`;
}

/** The day `n` days later. */
export function plusDays(day: Day, n: number): Day {
  const date = digits(day, 8, 2) + n;
  // Most often in the same month, and every month has 28 days
  return date >= 1 && date <= 28 ? day.slice(0, 8) + two(date) : fromTime(toTime(day) + n * DAY_MS);
}

/** Days from one day to another; negative where the second is the earlier. */
export const daysBetween = (from: Day, to: Day): number => (toTime(to) - toTime(from)) / DAY_MS;

/** 0 (Sunday) to 6 (Saturday). */
export const weekday = (day: Day): number => (((toTime(day) / DAY_MS + THURSDAY) % 7) + 7) % 7;

/** The first day that UTC counts. */
const THURSDAY = 4;

/**
 * Months from one day to another on a grid of halves, doubled: `2n` when the second day is exactly the
 * corresponding date `n` months on, `2n + 1` when it lies between `n` and `n + 1` months. So "up to three
 * months" and "under twelve months" are both exact at the boundary. Not below 0.
 * From 29 February 2024 twelve months are reached on 28 February 2025 (clamped to the month's end).
 */
export function doubledMonths(from: Day, to: Day): number {
  if (to <= from) return 0;
  const n = monthOf(to) - monthOf(from);
  const corresponding = plusMonths(from, n);
  if (corresponding <= to) return 2 * n + (corresponding === to ? 0 : 1);
  return 2 * (n - 1) + 1;
}

/** Whether something written is a date to the day, month or year. */
export const isDate = (value: string | number): boolean => parseDate(value) !== undefined;

/** Whether a date is written in full. */
export const isWhole = (value: string | number): boolean => typeof value === 'string' && value.length === 10;
