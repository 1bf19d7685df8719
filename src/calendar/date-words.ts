import { type Day, type DayRange, FIRST_DAY, parseDate } from './dates.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `3 February 2024`. */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

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
