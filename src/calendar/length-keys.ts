import * as z from 'zod';

const length = z.int().min(1).max(400).optional();

/** Keys that give a length of time in one unit: `{working_days: 15}`. */
export const LENGTH_KEYS = { days: length, weeks: length, months: length, working_days: length };
