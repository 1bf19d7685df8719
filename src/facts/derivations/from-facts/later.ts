import { laterRange } from '../../../calendar/lengths.ts';
import { days } from '../../knowledge.ts';
import { form } from '../form.ts';

export const later = form({
  key: 'later',
  says: 'The date that lies so many days, weeks, months or working days after another.',
  schema: ({ z, Id, lengthKeys }) =>
    z.strictObject({
      later: z.strictObject({ than: Id.meta({ description: 'The date from which it is counted.' }), ...lengthKeys }),
    }),
  examples: [
    { later: { than: 'current_plan_began', months: 10 } },
    { later: { than: 'initial_conference', working_days: 10 } },
    { later: { than: 'first_review_conference', weeks: 6 } },
    { later: { than: 'became_looked_after', days: 28 } },
  ],
  inputs: ({ later: { than } }) => ({ dates: [than] }),
  gives: () => ({ types: ['date'] }),
  isOver: () => false,
  isAbsent: ({ later: { than } }, { isAbsent }) => isAbsent(than),
  workOut: ({ later: length }, { daysOf, calendar }) => {
    const start = daysOf(length.than);
    const end = start && laterRange(start, length, calendar);
    return end && days(end);
  },
});
