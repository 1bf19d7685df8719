import * as z from 'zod';
import { isDate, isWhole } from './dates.ts';
import { dateMeant, NO_DATE } from './typed-date.ts';

/** A date to the day, month or year: `2024-02-03`, `2024-02`, `2024`. */
export const DateText = z
  .union([z.string(), z.number()])
  .refine(isDate, {
    error: NO_DATE,
    params: { meant: dateMeant },
  })
  .meta({ title: 'a date', description: 'A date known to the day, month or year: 2024-02-03, 2024-02 or 2024.' });

/** A day, in full. */
export const DayText = DateText.refine(isWhole, {
  error: 'This must be a whole date, such as 2024-02-03.',
}).meta({ title: 'a whole date', description: 'A whole date: 2024-02-03.' });
