import { type Knowledge, NO, YES } from '../../knowledge.ts';
import type { DerivationContext } from '../context.ts';
import { form } from '../form.ts';
import { meetingHeld } from '../from-records/meeting.ts';
import { listOf } from '../several.ts';

export const happened = form({
  key: 'happened',
  says: 'Yes once one of the dates has come, no while all of them are ahead. With `meeting`: also yes where a meeting of that kind was held, and no where a complete list has none.',
  schema: ({ z, Id, Kinds, Since }) =>
    z.strictObject({
      happened: z.array(Id).min(1).meta({ description: 'The dates, any of which is enough.' }),
      meeting: Kinds.optional(),
      since: Since,
    }),
  examples: [
    {
      happened: ['first_review_conference'],
      meeting: ['review_conference', 'combined_meeting'],
      since: 'current_plan_began',
    },
  ],
  inputs: ({ happened: dates, meeting, since }) => ({
    dates: [...dates, ...listOf(since)],
    anyIsEnough: true,
    ...(meeting !== undefined && { lists: ['meetings'], meetings: listOf(meeting) }),
  }),
  gives: () => ({ types: ['yes_no'] }),
  isOver: (_, { isYes }) => isYes,
  workOut: ({ happened: dates, meeting, since }, context) =>
    hasCome(dates, context) ?? (meeting === undefined ? undefined : meetingHeld(meeting, since, context)),
});

function hasCome(dates: readonly string[], { asAt, daysOf }: DerivationContext): Knowledge | undefined {
  let come = false;
  let allAhead = true;
  for (const date of dates) {
    const range = daysOf(date);
    come ||= range !== undefined && range.to <= asAt;
    allAhead &&= range !== undefined && range.from > asAt;
  }
  if (come) return YES;
  return allAhead ? NO : undefined;
}
