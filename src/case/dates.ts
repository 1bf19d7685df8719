/** A calendar day as `YYYY-MM-DD`; days compare as text. */
export type Day = string;

/** A date as well as it is known: the first and the last day that it can be. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A day far enough away to stand for "no limit known". */
export const FIRST_DAY: Day = '1900-01-01';
export const LAST_DAY: Day = '2199-12-31';

const two = (n: number): string => String(n).padStart(2, '0');

const DAY_MS = 86_400_000;

/** Days are counted in UTC, so that the time zone of the machine changes nothing. */
const toTime = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const fromTime = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** Months since the beginning of the calendar. */
const monthOf = (day: Day): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;

const lengthOfMonth = (month: number): number =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

/** The calendar day of a `Date` in local time. */
export const fromDate = (date: Date): Day =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** Reads `2024-02-03`, `2024-02` or `2024`; undefined where there is no such date between 1900 and 2199. */
export function parseDate(value: string | number): DayRange | undefined {
  const parts = PARTIAL.exec(String(value));
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  const lastOfMonth = lengthOfMonth(12 * year + month - 1);
  if (day < 1 || day > lastOfMonth) return undefined;
  const from = `${year}-${two(month)}-${two(day)}`;
  if (parts[3]) return { from, to: from };
  return { from, to: parts[2] ? `${year}-${two(month)}-${lastOfMonth}` : `${year}-12-31` };
}

/** A day that is known exactly. */
export const exactly = (day: Day): DayRange => ({ from: day, to: day });

/** Whether only one day is possible. */
export const isExact = (range: DayRange): boolean => range.from === range.to;

/** The day `n` months later: the corresponding date, or the month's last day where there is none. */
export function plusMonths(day: Day, n: number): Day {
  const month = monthOf(day) + n;
  const date = Math.min(Number(day.slice(8)), lengthOfMonth(month));
  return fromTime(Date.UTC(Math.floor(month / 12), month % 12, date));
}

/** The day `n` days later. */
export const plusDays = (day: Day, n: number): Day => fromTime(toTime(day) + n * DAY_MS);

/** Days from one day to another; negative where the second is the earlier. */
export const daysBetween = (from: Day, to: Day): number => (toTime(to) - toTime(from)) / DAY_MS;

/** 0 (Sunday) to 6 (Saturday). */
export const weekday = (day: Day): number => new Date(toTime(day)).getUTCDay();

/**
 * Months from one day to another on a grid of halves, doubled: `2n` when the second day is exactly the
 * corresponding date `n` months on, `2n + 1` when it lies between `n` and `n + 1` months. So "up to three
 * months" and "under twelve months" are both exact at the boundary. Not below 0.
 * From 29 February 2024 twelve months are reached on 28 February 2025 (clamped to the month's end).
 */
export function doubledMonths(from: Day, to: Day): number {
  if (to <= from) return 0;
  let n = monthOf(to) - monthOf(from);
  if (plusMonths(from, n) > to) n -= 1;
  return 2 * n + (plusMonths(from, n) === to ? 0 : 1);
}
