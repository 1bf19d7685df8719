import * as z from 'zod';
import { error, place } from '../messages/diagnostic.ts';
import { safe } from '../messages/safe.ts';
import type { Source } from '../yaml/read.ts';
import type { ReadResult } from '../yaml/read-result.ts';
import { Words } from '../yaml/text-schema.ts';
import { validate } from '../yaml/validate.ts';
import { type Calendar, calendarOf, NO_CALENDAR } from './working-days.ts';

const Year = z.string().regex(/^(?:19|20|21)\d\d$/, { error: 'A year is written in four figures.' });

const DayOfYear = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, {
  error: 'A day of the year is written as month and day, such as 12-28.',
});

/** Bank holidays by year, version 1: the days beside Saturdays and Sundays on which no working day is counted. */
export const CalendarSchema = z
  .strictObject({
    version: z.literal(1),
    division: Words.meta({ description: 'The part of the country for which the list holds.' }),
    source: Words.meta({ description: 'Where the list is from.' }),
    holidays: z.record(Year, z.record(DayOfYear, Words)).meta({
      description: 'Per year, month and day with the name of the holiday. A year that is missing is not counted.',
    }),
  })
  .meta({ id: 'calendar', title: 'cpplan calendar of bank holidays, version 1' });

/** Reads a calendar of bank holidays; on top of another, it adds years that this one lacks. */
export function readCalendar(source: Source, below: Calendar = NO_CALENDAR): ReadResult<Calendar> {
  const { data, diagnostics } = validate(CalendarSchema, source);
  if (!data) return { data: undefined, diagnostics };
  const faults = Object.keys(data.holidays)
    .filter((year) => below.years.has(Number(year)))
    .map((year) => {
      const says = safe`The bank holidays of this year are known already. Take the year out here, and put days on which your offices are closed into closure-days.yaml.`;
      return place(error('year_twice', says, ['holidays', year], { at: 'key' }), source.locate);
    });
  return { data: together(below, calendarOf(data.holidays)), diagnostics: faults };
}

/** `closure-days.yaml`, version 1: days on which an authority's offices are closed, beside the bank holidays. */
export const ClosuresSchema = z
  .strictObject({
    version: z.literal(1).meta({ description: 'Version of the format.' }),
    source: Words.meta({ description: 'Where the list is from.' }),
    closures: z.record(Year, z.record(DayOfYear, Words)).meta({
      description: 'Per year, month and day with the name of the closure. No working day is counted on it.',
    }),
  })
  .meta({ id: 'closures', title: 'cpplan closure days, version 1' });

/** Reads the closure days of an authority, on top of the bank holidays. */
export function readClosures(source: Source, below: Calendar): ReadResult<Calendar> {
  const { data, diagnostics } = validate(ClosuresSchema, source);
  if (!data) return { data: undefined, diagnostics };
  const faults = Object.keys(data.closures)
    .filter((year) => !below.years.has(Number(year)))
    .map((year) => {
      const says = safe`The bank holidays of this year are not known, so no working days are counted in it. Add them to bank-holidays.yaml first.`;
      return place(error('year_unknown', says, ['closures', year], { at: 'key' }), source.locate);
    });
  return { data: together(below, calendarOf(data.closures)), diagnostics: faults };
}

const together = (below: Calendar, own: Calendar): Calendar => ({
  years: new Set([...below.years, ...own.years]),
  holidays: new Set([...below.holidays, ...own.holidays]),
});
