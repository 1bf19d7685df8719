import { type Day, FIRST_DAY } from '../../../calendar/dates.ts';
import { days } from '../../knowledge.ts';
import { form } from '../form.ts';

export const earliest = form({
  key: 'earliest',
  says: 'The earliest of several dates. A date that the records show not to exist does not count. Where one of them is not known, it is no later than those that are.',
  schema: ({ z, Id }) => z.strictObject({ earliest: z.array(Id).min(2) }),
  examples: [{ earliest: ['first_review_conference', 'first_looked_after_review'] }],
  inputs: ({ earliest: dates }) => ({ dates }),
  gives: () => ({ types: ['date'] }),
  isOver: () => false,
  isAbsent: ({ earliest: dates }, { isAbsent }) => dates.every(isAbsent),
  workOut: ({ earliest: all }, { daysOf, isAbsent }) => {
    const dates = all.filter((date) => !isAbsent(date));
    const known = dates.map(daysOf).filter((range) => range !== undefined);
    if (known.length === 0) return undefined;
    const to = known.map((range) => range.to).reduce(earlier);
    return days({ from: known.length < dates.length ? FIRST_DAY : known.map(({ from }) => from).reduce(earlier), to });
  },
});

export const latest = form({
  key: 'latest',
  says: 'The latest of several dates, once all of them are known.',
  schema: ({ z, Id }) => z.strictObject({ latest: z.array(Id).min(2) }),
  examples: [{ latest: ['current_plan_began', 'became_looked_after'] }],
  inputs: ({ latest: dates }) => ({ dates }),
  gives: () => ({ types: ['date'] }),
  isOver: () => false,
  isAbsent: ({ latest: dates }, { isAbsent }) => dates.some(isAbsent),
  workOut: ({ latest: dates }, { daysOf }) => {
    const known = dates.map(daysOf).filter((range) => range !== undefined);
    if (known.length < dates.length) return undefined;
    return days({ from: known.map(({ from }) => from).reduce(later), to: known.map(({ to }) => to).reduce(later) });
  },
});

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
