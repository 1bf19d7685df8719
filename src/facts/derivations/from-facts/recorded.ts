import { YES } from '../../knowledge.ts';
import { form } from '../form.ts';

export const recorded = form({
  key: 'recorded',
  says: 'Yes where one of the dates is recorded, whether it has come or not. It is never no.',
  schema: ({ z, Id }) => z.strictObject({ recorded: z.array(Id).min(1) }),
  examples: [{ recorded: ['conference_requested'] }],
  inputs: ({ recorded: dates }) => ({ dates, anyIsEnough: true }),
  gives: () => ({ types: ['yes_no'] }),
  isOver: (_, { isYes }) => isYes,
  workOut: ({ recorded: dates }, { daysOf }) => (dates.some(daysOf) ? YES : undefined),
});
