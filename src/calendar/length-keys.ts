import * as z from 'zod';

const length = (unit: string, least = 1) =>
  z
    .int()
    .min(least)
    .max(400)
    .optional()
    .meta({ description: `The length in ${unit}.` });

/** Keys that give a length of time in one unit: `{working_days: 15}`. */
export const LENGTH_KEYS = {
  days: length('days; 0 is the same day', 0),
  weeks: length('weeks'),
  months: length('months'),
  working_days: length('working days: weekends and bank holidays do not count'),
  hours: length('hours, from a time of day where the file has one'),
};
