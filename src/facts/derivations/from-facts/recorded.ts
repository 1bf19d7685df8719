import { NO, YES } from '../../knowledge.ts';
import { form } from '../form.ts';

export const recorded = form({
  key: 'recorded',
  says: 'Yes where one of the dates is recorded, whether it has come or not. It is no only where the records show that there is none of them, such as a meeting that a complete list does not have.',
  schema: ({ z, Id }) => z.strictObject({ recorded: z.array(Id).min(1) }),
  examples: [{ recorded: ['conference_requested'] }],
  inputs: ({ recorded: dates }) => ({ dates, anyIsEnough: true }),
  gives: () => ({ types: ['yes_no'] }),
  isOfTheDay: true,
  isOver: ({ recorded: dates }, { isYes, isAhead }) => isYes && !dates.some(isAhead),
  workOut: ({ recorded: dates }, { daysOf, isAbsent }) => {
    if (dates.some(daysOf)) return YES;
    return dates.every(isAbsent) ? NO : undefined;
  },
});
