import { type DayRange, plusDays } from '../../../calendar/dates.ts';
import { days, type Knowledge, NO, YES } from '../../knowledge.ts';
import { MEETING_DECISIONS } from '../../records/codes.ts';
import { dateOf, type Found, findMeeting, type Wanted } from '../../records/find-meeting.ts';
import type { Absences, DerivationContext } from '../context.ts';
import { form } from '../form.ts';
import { optionFor } from '../option-for.ts';
import { listOf } from '../several.ts';

type Field = 'date' | 'held' | 'quorate' | 'decided' | 'minutes_sent';

const TYPES = {
  date: ['date'],
  held: ['yes_no'],
  quorate: ['yes_no', 'choice'],
  decided: ['choice'],
  minutes_sent: ['date'],
} as const;

/** What is on record of a quorum; `none` where there was no such meeting. */
const QUORATE = ['yes', 'no', 'none'] as const;

export const meeting = form({
  key: 'pick',
  says: 'From the list of meetings: the first or last held, the fourth and so on, or the next to come. For a choice, `means` gives its option for yes, no, plan_continues, plan_ends and so on, and for `none`: there was no such meeting.',
  schema: ({ z, Kinds, Since, After, Means }) =>
    z.strictObject({
      meeting: Kinds,
      pick: z.union([z.enum(['first', 'last', 'next']), z.int().min(2).max(50)]).meta({
        description: 'Which of the meetings: `4` is the fourth.',
      }),
      since: Since,
      after: After,
      field: z
        .enum(['date', 'held', 'quorate', 'decided', 'minutes_sent'])
        .meta({ description: 'What is wanted of that meeting.' }),
      means: Means,
    }),
  examples: [
    {
      meeting: ['review_conference', 'combined_meeting'],
      pick: 'first',
      since: 'current_plan_began',
      field: 'decided',
      means: { plan_continues: 'kept', plan_ends: 'ended', none: 'not_held' },
    },
    { meeting: ['review_conference', 'combined_meeting'], pick: 2, since: 'current_plan_began', field: 'date' },
    { meeting: 'initial_conference', pick: 'last', after: 'last_plan_ended', field: 'date' },
  ],
  inputs: ({ meeting: kinds, since, after }) => ({
    dates: [...listOf(since).slice(0, 1), ...listOf(after)],
    otherDates: listOf(since).slice(1),
    lists: ['meetings'],
    meetings: listOf(kinds),
  }),
  gives: ({ field, means = {} }) => {
    const known = field === 'quorate' ? QUORATE : MEETING_DECISIONS;
    return { types: TYPES[field], options: Object.values(means), means: { named: Object.keys(means), known } };
  },
  isOver: ({ field }, { isYes }) => field === 'held' && isYes,
  isToCome: ({ pick }) => pick === 'next',
  isAbsent: (how, context) => how.field === 'date' && find(how, context) === 'none',
  workOut: (how, context, options) => {
    const found = find(how, context);
    if (found === undefined) return undefined;
    if (found === 'none') return noMeeting(how, options);
    return how.field === 'date' ? days(dateOf(found, how.pick, context.asAt)) : detail(how, found, options);
  },
});

/** Whether a meeting of some kind has been held, by the list of meetings. */
export function meetingHeld(
  kinds: string | readonly string[],
  since: Since,
  context: DerivationContext,
): Knowledge | undefined {
  const found = find({ meeting: kinds, since, pick: 'first', field: 'held' }, context);
  return found && (found === 'none' ? NO : YES);
}

type Since = string | readonly string[] | undefined;

interface Sought {
  readonly meeting: string | readonly string[];
  readonly pick: Wanted['pick'];
  readonly since?: Since;
  readonly after?: string | undefined;
  readonly field: Field;
}

function find({ meeting, pick, since, after, field }: Sought, context: Absences): Found | 'none' | undefined {
  const isAfterNone = after === undefined || context.isAbsent(after);
  const end = isAfterNone ? undefined : context.daysOf(after);
  if (!isAfterNone && !end) return undefined;
  const dates = listOf(since);
  let start = dates[0] === undefined ? undefined : context.daysOf(dates[0]);
  if (dates.some(context.isAbsent)) return 'none';
  if (dates.length > 0 && !start) return undefined;
  for (let i = 1; i < dates.length; i++) start = later(start, context.daysOf(dates[i] as string));
  if (end) start = later(start, dayAfter(end));
  const wanted = { kinds: listOf(meeting), pick, held: field !== 'date', since: start };
  return findMeeting(context.records, wanted, context.asAt);
}

const dayAfter = ({ from, to }: DayRange): DayRange => ({ from: plusDays(from, 1), to: plusDays(to, 1) });

/** The later of two dates, as well as they are known. */
const later = (a: DayRange | undefined, b: DayRange | undefined): DayRange | undefined =>
  a && b && a.from >= b.from ? a : (b ?? a);

interface Detail {
  readonly field: Field;
  readonly means?: Readonly<Record<string, string>> | undefined;
}

function noMeeting({ field, means }: Detail, options: readonly string[]): Knowledge | undefined {
  if (field === 'held') return NO;
  return means?.none === undefined ? undefined : optionFor('none', means, options);
}

function detail(
  { field, means }: Detail,
  { meeting: found, certain }: Found,
  options: readonly string[],
): Knowledge | undefined {
  if (field === 'held') return YES;
  if (!certain) return undefined;
  if (field === 'minutes_sent') return found.minutesSent && days(found.minutesSent);
  const recorded = field === 'quorate' ? yesOrNo(found.quorate) : found.decided;
  return recorded === undefined ? undefined : optionFor(recorded, means, options);
}

const yesOrNo = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? 'yes' : 'no';
