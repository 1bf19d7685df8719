import { type Day, type DayRange, plusDays, plusMonths } from '../../../calendar/dates.ts';
import { days } from '../../knowledge.ts';
import { form } from '../form.ts';

export const birthday = form({
  key: 'birthday',
  says: 'The day on which the child is so many years old.',
  schema: ({ z }) => z.strictObject({ birthday: z.int().min(1).max(25) }),
  examples: [{ birthday: 18 }],
  inputs: () => ({ lists: ['child'] }),
  gives: () => ({ types: ['date'], isBirthday: true }),
  isOver: () => true,
  workOut: ({ birthday: years }, { records }) => {
    const born = records.child?.born;
    return born && days(nthBirthday(years, born));
  },
});

/** The day on which a child is so many years old; for a birth on 29 February, 1 March in a common year. */
export function nthBirthday(years: number, born: DayRange): DayRange {
  const aged = (day: Day): Day => {
    const clamped = plusMonths(day, 12 * years);
    return clamped.slice(8) === day.slice(8) ? clamped : plusDays(clamped, 1);
  };
  return { from: aged(born.from), to: aged(born.to) };
}
