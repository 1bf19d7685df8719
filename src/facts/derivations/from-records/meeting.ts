import { type DayRange, plusDays } from '../../../calendar/dates.ts';
import { days, type Knowledge, NO, YES } from '../../knowledge.ts';
import { MEETING_DECISIONS } from '../../records/codes.ts';
import { dateOf, type Found, findMeeting, type Wanted } from '../../records/find-meeting.ts';
import type { Absences, DerivationContext } from '../context.ts';
import { form } from '../form.ts';
import { optionFor } from '../option-for.ts';

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
    dates: [...(since === undefined ? [] : [since].flat().slice(0, 1)), ...(after === undefined ? [] : [after])],
    otherDates: since === undefined ? [] : [since].flat().slice(1),
    lists: ['meetings'],
    meetings: [kinds].flat(),
  }),
  gives: ({ field, means = {} }) => {
    const known = field === 'quorate' ? QUORATE : MEETING_DECISIONS;
    return { types: TYPES[field], options: Object.values(means), means: { named: Object.keys(means), known } };
  },
  isOver: ({ field }, { isYes }) => field === 'held' && isYes,
  isToCome: ({ pick }) => pick === 'next',
  isAbsent: (how, context) => how.field === 'date' && find(how, context)?.found === 'none',
  workOut: (how, context, options) => {
    const search = find(how, context);
    if (search?.found === undefined) return undefined;
    const { found, wanted } = search;
    if (found === 'none') return noMeeting(how, options);
    return how.field === 'date' ? days(dateOf(found, wanted, context.asAt)) : detail(how, found, options);
  },
});

/** Whether a meeting of some kind has been held, by the list of meetings. */
export function meetingHeld(
  kinds: string | readonly string[],
  since: Since,
  context: DerivationContext,
): Knowledge | undefined {
  const found = find({ meeting: kinds, since, pick: 'first', field: 'held' }, context)?.found;
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

interface Search {
  readonly wanted: Wanted;
  readonly found: Found | 'none' | undefined;
}

function find(sought: Sought, context: Absences): Search | undefined {
  const { meeting: kinds, pick, since, after, field } = sought;
  const end = after === undefined || context.isAbsent(after) ? undefined : context.daysOf(after);
  if (after !== undefined && !end && !context.isAbsent(after)) return undefined;
  const [first, ...others] = since === undefined ? [] : [since].flat();
  const start = first === undefined ? undefined : context.daysOf(first);
  const wanted = { kinds: [kinds].flat(), pick, held: field !== 'date' };
  if ([first, ...others].some((date) => date !== undefined && context.isAbsent(date))) return { wanted, found: 'none' };
  if (first !== undefined && !start) return undefined;
  const starts = [start, ...others.map(context.daysOf), end && dayAfter(end)].filter((day) => day !== undefined);
  const from = starts.length === 0 ? undefined : starts.reduce(later);
  return {
    wanted: { ...wanted, since: from },
    found: findMeeting(context.records, { ...wanted, since: from }, context.asAt),
  };
}

const dayAfter = ({ from, to }: DayRange): DayRange => ({ from: plusDays(from, 1), to: plusDays(to, 1) });

/** The later of two dates, as well as they are known. */
const later = (a: DayRange, b: DayRange): DayRange => (a.from < b.from ? b : a);

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
