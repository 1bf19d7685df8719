import * as z from 'zod';
import type { Source } from '../yaml/read.ts';
import type { ReadResult } from '../yaml/read-result.ts';
import { Words } from '../yaml/text-schema.ts';
import { validate } from '../yaml/validate.ts';
import { type Calendar, calendarOf } from './working-days.ts';

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

/** Reads a calendar of bank holidays. */
export function readCalendar(source: Source): ReadResult<Calendar> {
  const { data, diagnostics } = validate(CalendarSchema, source);
  return { data: data && calendarOf(data.holidays), diagnostics };
}
