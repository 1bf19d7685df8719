import * as z from 'zod';

const length = (unit: string) =>
  z
    .int()
    .min(1)
    .max(400)
    .optional()
    .meta({ description: `The length in ${unit}.` });

/** Keys that give a length of time in one unit: `{working_days: 15}`. */
export const LENGTH_KEYS = {
  days: length('days'),
  weeks: length('weeks'),
  months: length('months'),
  working_days: length('working days: weekends and bank holidays do not count'),
};
