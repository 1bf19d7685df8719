import { days } from '../../knowledge.ts';
import { form } from '../form.ts';

export const firstKnown = form({
  key: 'first_known',
  says: 'The first of several dates that is known, in the order in which they are named.',
  schema: ({ z, Id }) => z.strictObject({ first_known: z.array(Id).min(2) }),
  examples: [{ first_known: ['conference_requested', 'initial_conference'] }],
  inputs: ({ first_known: dates }) => ({ dates, anyIsEnough: true }),
  gives: () => ({ types: ['date'] }),
  isOver: () => false,
  isAbsent: ({ first_known: dates }, { isAbsent }) => dates.every(isAbsent),
  workOut: ({ first_known: dates }, { daysOf }) => {
    const found = dates.map(daysOf).find((range) => range !== undefined);
    return found && days(found);
  },
});
