/** Lengths of time that are counted forward from a date. */
export const LENGTHS = ['days', 'weeks', 'months', 'working_days'] as const;
