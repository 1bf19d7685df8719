import { soonerRange } from '../../../calendar/lengths.ts';
import { days } from '../../knowledge.ts';
import { form } from '../form.ts';

export const sooner = form({
  key: 'sooner',
  says: 'The date that lies so many days, weeks, months or working days before another. It stays the same once that date has passed.',
  schema: ({ z, Id, lengthKeys }) =>
    z.strictObject({
      sooner: z.strictObject({ than: Id.meta({ description: 'The date before which it is counted.' }), ...lengthKeys }),
    }),
  examples: [
    { sooner: { than: 'first_review_conference', weeks: 2 } },
    { sooner: { than: 'initial_conference', working_days: 2 } },
    { sooner: { than: 'current_plan_began', months: 1 } },
    { sooner: { than: 'became_looked_after', days: 3 } },
  ],
  inputs: ({ sooner: { than } }) => ({ dates: [than] }),
  gives: () => ({ types: ['date'] }),
  isOver: () => false,
  isAbsent: ({ sooner: { than } }, { isAbsent }) => isAbsent(than),
  workOut: ({ sooner: length }, { daysOf, calendar }) => {
    const end = daysOf(length.than);
    const start = end && soonerRange(end, length, calendar);
    return start && days(start);
  },
});
