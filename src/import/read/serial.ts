import { type Day, plusDays } from '../../calendar/dates.ts';

/** From here on the count of days that begins in 1900 has a day too many: it knows a 29 February 1900. */
const AFTER_GAP = 60;
const MINUTES = 24 * 60;

/** The last day that is read: 31 December 2199. */
const LAST_SERIAL = 109_574;

/**
 * The day that a number of a workbook stands for, with the time of day where it has a fraction; undefined where it is
 * none. Workbooks count from 1900 or, where they say so, from 1904.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial);
  if (!(days >= 1 && days <= LAST_SERIAL)) return undefined;
  const day = from1904 ? plusDays('1904-01-01', days) : plusDays(days < AFTER_GAP ? '1899-12-31' : '1899-12-30', days);
  return withTime(day, serial - days);
}

function withTime(day: Day, fraction: number): string {
  if (fraction === 0) return day;
  const minutes = Math.min(MINUTES - 1, Math.max(1, Math.round(fraction * MINUTES)));
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Formats of dates that every workbook has, by number. */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number format shows a number as a date; text in it, and conditions, do not count. */
export function showsDate(id: number, code = ''): boolean {
  if (isDateFormat(id)) return true;
  let until = '';
  for (let at = 0; at < code.length; at++) {
    const sign = code[at] as string;
    if (until !== '') until = sign === until ? '' : until;
    else if (sign === '\\') at++;
    else if (sign === '"') until = '"';
    else if (sign === '[') until = ']';
    else if (/[yd]/i.test(sign)) return true;
  }
  return false;
}
