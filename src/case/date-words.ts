import type { Day, DayRange } from './dates.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `3 February 2024`. */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** `3 February 2024`, `February 2024`, `2024`, or `between … and …`. */
export function rangeInWords({ from, to }: DayRange): string {
  if (from === to) return dayInWords(from);
  const [first, last] = [from.slice(8) === '01', to.slice(5)];
  if (from.slice(0, 4) === to.slice(0, 4) && from.slice(5) === '01-01' && last === '12-31') return from.slice(0, 4);
  if (first && from.slice(0, 7) === to.slice(0, 7)) return dayInWords(from).split(' ').slice(1).join(' ');
  return `between ${dayInWords(from)} and ${dayInWords(to)}`;
}
