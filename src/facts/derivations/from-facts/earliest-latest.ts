import type { Day } from '../../../calendar/dates.ts';
import { days, type Knowledge } from '../../knowledge.ts';
import type { DaysOf } from '../context.ts';
import { form } from '../form.ts';

export const earliest = form({
  key: 'earliest',
  says: 'The earliest of several dates, once all of them are known.',
  schema: ({ z, Id }) => z.strictObject({ earliest: z.array(Id).min(2) }),
  examples: [{ earliest: ['first_review_conference', 'first_looked_after_review'] }],
  inputs: ({ earliest: dates }) => ({ dates }),
  gives: () => ({ types: ['date'] }),
  isOver: () => false,
  workOut: ({ earliest: dates }, { daysOf }) => picked(dates, daysOf, (a, b) => (a < b ? a : b)),
});

export const latest = form({
  key: 'latest',
  says: 'The latest of several dates, once all of them are known.',
  schema: ({ z, Id }) => z.strictObject({ latest: z.array(Id).min(2) }),
  examples: [{ latest: ['current_plan_began', 'became_looked_after'] }],
  inputs: ({ latest: dates }) => ({ dates }),
  gives: () => ({ types: ['date'] }),
  isOver: () => false,
  workOut: ({ latest: dates }, { daysOf }) => picked(dates, daysOf, (a, b) => (a > b ? a : b)),
});

function picked(facts: readonly string[], daysOf: DaysOf, pick: (a: Day, b: Day) => Day): Knowledge | undefined {
  const ranges = facts.map(daysOf).filter((range) => range !== undefined);
  if (ranges.length < facts.length) return undefined;
  return days({ from: ranges.map(({ from }) => from).reduce(pick), to: ranges.map(({ to }) => to).reduce(pick) });
}
