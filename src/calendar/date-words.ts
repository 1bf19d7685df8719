import { type Day, type DayRange, FIRST_DAY, parseDate, weekday } from './dates.ts';

const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `3 February 2024`. */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** `Sat 3 Feb 2024`, for tables. */
export const shortDay = (day: Day): string =>
  `${DAYS[weekday(day)]?.slice(0, 3)} ${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]?.slice(0, 3)} ${day.slice(0, 4)}`;

/** `Saturday 3 February 2024`. */
export const dayNamed = (day: Day): string => `${DAYS[weekday(day)]} ${dayInWords(day)}`;

/** `3 February 2024`, `February 2024`, `2024`, `3 February 2024 or earlier`, or `between … and …`. */
export function rangeInWords({ from, to }: DayRange): string {
  const isAllOf = (text: string): boolean => {
    const whole = parseDate(text);
    return whole?.from === from && whole.to === to;
  };
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === to) return dayInWords(from);
  if (from === FIRST_DAY) return `${dayInWords(to)} or earlier`;
  if (isAllOf(year)) return year;
  if (isAllOf(month)) return dayInWords(from).split(' ').slice(1).join(' ');
  return `between ${dayInWords(from)} and ${dayInWords(to)}`;
}
