import { MOST } from '../../../logic/span.ts';
import { NO, span, YES } from '../../knowledge.ts';
import type { Meeting } from '../../records/case-records.ts';
import type { DerivationContext } from '../context.ts';
import { form } from '../form.ts';
import { listOf } from '../several.ts';

export const meetingsHeld = form({
  key: 'meetings_held',
  says: 'How many meetings of a kind have been held. A list that is not marked complete gives the least number.',
  schema: ({ z, Kinds, Since }) => z.strictObject({ meetings_held: Kinds, since: Since }),
  examples: [{ meetings_held: ['review_conference', 'combined_meeting'], since: 'current_plan_began' }],
  inputs: ({ meetings_held: kinds, since }) => inputs(kinds, since),
  gives: () => ({ types: ['number'] }),
  isOver: () => false,
  workOut: ({ meetings_held: kinds, since }, context) => {
    const held = heldIn(kinds, since, context);
    if (!held) return undefined;
    return span(2 * held.surely.length, held.isWhole ? 2 * (held.surely.length + held.perhaps) : MOST);
  },
});

export const inARow = form({
  key: 'in_a_row',
  says: 'Whether so many meetings of a kind, one after the other up to the last one held, had the same decision, or no quorum. No where one of them had not, or fewer were held by a list marked complete.',
  schema: ({ z, Kinds, Since }) =>
    z.strictObject({
      in_a_row: z.int().min(2).max(20).meta({ description: 'How many, up to the last one held.' }),
      meetings: Kinds,
      since: Since,
      with: z.enum(['plan_made', 'plan_continues', 'plan_ends', 'none', 'not_quorate']).meta({
        description: 'What each of them decided, or `not_quorate`.',
      }),
    }),
  examples: [{ in_a_row: 2, meetings: 'review_conference', since: 'current_plan_began', with: 'plan_continues' }],
  inputs: ({ meetings: kinds, since }) => inputs(kinds, since),
  gives: () => ({ types: ['yes_no'] }),
  isOver: () => false,
  workOut: ({ in_a_row: times, meetings: kinds, since, with: wanted }, context) => {
    const held = heldIn(kinds, since, context);
    if (!held?.isWhole || held.perhaps > 0) return undefined;
    const last = held.surely.slice(-times);
    const told = last.map((meeting) => has(meeting, wanted));
    if (last.length < times || told.includes(false)) return NO;
    return told.includes(undefined) ? undefined : YES;
  },
});

type Since = string | readonly string[] | undefined;

const inputs = (kinds: string | readonly string[], since: Since) => {
  const dates = listOf(since);
  return {
    dates: dates.slice(0, 1),
    otherDates: dates.slice(1),
    lists: ['meetings'] as const,
    meetings: listOf(kinds),
  };
};

interface Held {
  /** Those surely held in that time, earliest first. */
  readonly surely: readonly Meeting[];
  /** How many more may have been. */
  readonly perhaps: number;
  readonly isWhole: boolean;
}

function heldIn(
  kinds: string | readonly string[],
  since: Since,
  {
    records: { meetings },
    asAt,
    daysOf,
    isAbsent,
  }: Pick<DerivationContext, 'records' | 'asAt' | 'daysOf' | 'isAbsent'>,
): Held | undefined {
  const dates = listOf(since);
  if (dates.slice(0, 1).some(isAbsent)) return { surely: [], perhaps: 0, isWhole: true };
  const starts = dates.map(daysOf);
  if (!meetings || (dates.length > 0 && !starts[0])) return undefined;
  const known = starts.filter((range) => range !== undefined);
  const [from, to] = [
    known
      .map((r) => r.from)
      .sort()
      .at(-1) ?? '',
    known
      .map((r) => r.to)
      .sort()
      .at(-1) ?? '',
  ];
  const listed = meetings.list.filter(
    ({ kind, held, date }) => held !== false && listOf(kinds).includes(kind) && date.from <= asAt && date.to >= from,
  );
  const surely = listed.filter(({ date }) => date.to <= asAt && date.from >= to);
  const inOrder = [...surely].sort((a, b) => (a.date.from < b.date.from ? -1 : 1));
  return { surely: inOrder, perhaps: listed.length - surely.length, isWhole: meetings.complete };
}

function has({ decided, quorate }: Meeting, wanted: string): boolean | undefined {
  if (wanted === 'not_quorate') return quorate === undefined ? undefined : !quorate;
  return decided === undefined ? undefined : decided === wanted;
}
