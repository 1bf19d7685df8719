import { type DayRange, plusDays } from '../../../calendar/dates.ts';
import { days } from '../../knowledge.ts';
import { form } from '../form.ts';

/** Weeks from which the expected date is counted. */
const TERM = 40;

export const pregnancyWeek = form({
  key: 'pregnancy_week',
  says: 'The day on which a pregnancy has lasted so many full weeks, counted back from the expected date (40 weeks). It stays the same after the birth, where the file keeps the expected date.',
  schema: ({ z }) => z.strictObject({ pregnancy_week: z.int().min(1).max(42) }),
  examples: [{ pregnancy_week: 24 }],
  inputs: () => ({ lists: ['child'] }),
  gives: () => ({ types: ['date'] }),
  isOver: () => true,
  workOut: ({ pregnancy_week: week }, { records: { child } }) => {
    const expected = child?.expected;
    return expected && days(shifted(expected, 7 * (week - TERM)));
  },
});

const shifted = ({ from, to }: DayRange, by: number): DayRange => ({ from: plusDays(from, by), to: plusDays(to, by) });
