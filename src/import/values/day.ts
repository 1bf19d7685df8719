import { type Day, parseDate } from '../../calendar/dates.ts';
import { type Safe, safe } from '../../messages/safe.ts';

/** How a return may write its dates. */
export type DateForm = 'iso' | 'day_first';

/** Why a text is not taken for a day, to follow "The date of birth". */
export interface NoDay {
  readonly code: Safe;
  readonly why: Safe;
}

const no = (code: Safe, why: Safe): NoDay => ({ code, why });

const NO_DATE = no(safe`not_a_date`, safe`is not a date in the calendar`);
const MONTH_FIRST = no(safe`month_first`, safe`has the month first, and such dates are not guessed`);
const SHORT_YEAR = no(safe`short_year`, safe`has a year of two digits, and such dates are not guessed`);
const OTHER_FORM = no(safe`other_date_form`, safe`is not written as year, month and day, as this return writes dates`);
const OTHER_YEARS = no(safe`year_out_of_range`, safe`lies outside the years 1900 to 2199`);

/** A day, and whether a time of the day stood beside it that means something. */
export interface ReadDay {
  readonly day: Day;
  readonly hadTime: boolean;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}:\d{2}(?::\d{2})?))?$/;
const TWO_DIGITS = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/;

/** Reads a date as a return writes it. Nothing is guessed: a form that could mean two days is none. */
export function readDay(text: string, forms: readonly DateForm[]): ReadDay | NoDay {
  if (text.length === 10 && text[4] === '-' && parseDate(text)) return { day: text, hadTime: false };
  const iso = ISO.exec(text);
  if (iso) return inCalendar(iso[1] as string, iso[2]);
  if (TWO_DIGITS.test(text)) return SHORT_YEAR;
  const parts = DAY_FIRST.exec(text);
  if (!parts) return NO_DATE;
  const [, day = '', month = '', year = '', time] = parts;
  if (Number(month) > 12 && Number(day) <= 12) return MONTH_FIRST;
  if (!forms.includes('day_first')) return OTHER_FORM;
  return inCalendar(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, time);
}

function inCalendar(day: Day, time: string | undefined): ReadDay | NoDay {
  if (parseDate(day)) return { day, hadTime: time !== undefined && /[1-9]/.test(time) };
  const year = Number(day.slice(0, 4));
  return (year < 1900 || year > 2199) && parseDate(`2000${day.slice(4)}`) ? OTHER_YEARS : NO_DATE;
}
