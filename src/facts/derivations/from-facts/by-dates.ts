import type { Day } from '../../../calendar/dates.ts';
import { type Knowledge, options } from '../../knowledge.ts';
import type { DaysOf } from '../context.ts';
import { form } from '../form.ts';

export const byDates = form({
  key: 'by_dates',
  says: 'For a choice with a date for each of some options. An option holds once its date has come, and is ruled out while its date is ahead.',
  schema: ({ z, Id }) => z.strictObject({ by_dates: z.record(Id, Id) }),
  examples: [{ by_dates: { died: 'date_of_death', eighteen: 'eighteenth_birthday' } }],
  inputs: ({ by_dates: dates }) => ({ dates: Object.values(dates), anyIsEnough: true }),
  gives: ({ by_dates: dates }) => ({ types: ['choice'], options: Object.keys(dates) }),
  isOver: ({ by_dates: dates }, { hasCome }) => Object.values(dates).some(hasCome),
  workOut: ({ by_dates: dates }, { asAt, daysOf }, names) => optionsLeft(dates, names, asAt, daysOf),
});

function optionsLeft(
  dates: Readonly<Record<string, string>>,
  names: readonly string[],
  asAt: Day,
  daysOf: DaysOf,
): Knowledge | undefined {
  const bit = (option: string): number => 1 << names.indexOf(option);
  const ranges = Object.entries(dates).map(([option, date]) => ({ option, day: daysOf(date) }));
  const come = ranges.find(({ day }) => day && day.to <= asAt);
  if (come) return options(bit(come.option));
  const ahead = ranges.filter(({ day }) => day && day.from > asAt);
  const ruledOut = ahead.reduce((mask, { option }) => mask | bit(option), 0);
  return ruledOut === 0 ? undefined : options(((1 << names.length) - 1) & ~ruledOut);
}
