import { rangeInWords } from './date-words.ts';
import { type Day, parseDate } from './dates.ts';

/** A date as it stands in a case file: `2024-02-03`, `2024-02`, or 2024. */
export type StoredDate = string | number;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** How a date may be typed. */
export const DATE_FORMS = '3/2/2024, 3 Feb 2024, Feb 2024 or 2024';

/**
 * Reads a date as people in England type it: day first, and only a month or a year where that is all that is
 * known. Years of two digits lie at most ten years after the day of the assessment. Else a sentence on what is wrong.
 */
export function readTypedDate(typed: string, asAt: Day): StoredDate | { readonly problem: string } {
  const parts = partsOf(bare(typed));
  if (!parts) return { problem: `This is not a date that can be read. Type it like ${DATE_FORMS}.` };
  const [year, month, day] = [fullYear(parts.year, asAt), parts.month, parts.day];
  if (month !== undefined && (month < 1 || month > 12)) {
    return { problem: `There is no month ${month}. The day comes first: type it like ${DATE_FORMS}.` };
  }
  if (month === undefined) return inCalendar(year, String(year));
  const two = (n: number): string => String(n).padStart(2, '0');
  const stored = day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
  return inCalendar(stored, day === undefined ? stored : `${day} ${capital(MONTHS[month - 1] as string)} ${year}`);
}

/** Without ordinal endings, commas and `of`. */
const bare = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/,|\bof\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function inCalendar(stored: StoredDate, words: string): StoredDate | { problem: string } {
  return parseDate(stored) ? stored : { problem: `There is no ${words} in the calendar. Check the date.` };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

interface Parts {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
}

function partsOf(text: string): Parts | undefined {
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (iso) return parts(iso[1], iso[2], iso[3]);
  const bareFigures = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (bareFigures) return parts(bareFigures[3], bareFigures[2], bareFigures[1]);
  const figures = /^(?:(\d{1,2})(?: ?[-/.] ?| ))?(\d{1,2})(?: ?[-/.] ?| )(\d{4}|\d{2})$/.exec(text);
  if (figures && (figures[1] || figures[3]?.length === 4)) return parts(figures[3], figures[2], figures[1]);
  const named = /^(?:(\d{1,2})[\s/.-]*)?([a-z]{3,9})\.?[\s/.-]*(\d{4}|\d{2})$/.exec(text);
  if (named) return withName(named[3], named[2], named[1]);
  const monthFirst = /^([a-z]{3,9})\.?\s*(\d{1,2})\s+(\d{4})$/.exec(text);
  return monthFirst ? withName(monthFirst[3], monthFirst[1], monthFirst[2]) : undefined;
}

function parts(year: string | undefined, month: string | undefined, day: string | undefined): Parts {
  return { year: year as string, ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
}

function withName(year: string | undefined, name = '', day: string | undefined): Parts | undefined {
  const month = MONTHS.findIndex((full) => full.startsWith(name));
  return month < 0 ? undefined : parts(year, String(month + 1), day);
}

function fullYear(year: string, asAt: Day): number {
  if (year.length === 4) return Number(year);
  const inThisCentury = 2000 + Number(year);
  return inThisCentury <= Number(asAt.slice(0, 4)) + 10 ? inThisCentury : inThisCentury - 100;
}

/** What is said of a date in a case file that is none. */
export const NO_DATE = 'This is not a date in the calendar: write 2024-02-03, 2024-02 or 2024.';

/** The day that settles the century of a year of two figures where nothing else does: up to 2040. */
const LATE = '2030-01-01';

/** How a case file has the date that a person typed in another form, as a sentence; nothing where that is not clear. */
export function dateMeant(typed: unknown): string {
  const stored = typeof typed === 'string' ? readTypedDate(typed, LATE) : undefined;
  if (stored === undefined || typeof stored === 'object') return '';
  return ` Write \`${stored}\` for ${storedInWords(stored)}.`;
}

/** A stored date in words, to be echoed back. */
export function storedInWords(stored: StoredDate): string {
  const range = parseDate(stored);
  return range ? rangeInWords(range) : String(stored);
}
