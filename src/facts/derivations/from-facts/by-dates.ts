import type { Day, DayRange } from '../../../calendar/dates.ts';
import { type Knowledge, options } from '../../knowledge.ts';
import type { DaysOf } from '../context.ts';
import { form } from '../form.ts';

export const byDates = form({
  key: 'by_dates',
  says: 'For a choice with a date for each of some options. An option holds once its date has come, and is ruled out while its date is ahead. With `up_to`: also where another date came before it.',
  schema: ({ z, Id }) =>
    z.strictObject({
      by_dates: z.record(Id, Id).meta({ description: 'For each option its date.' }),
      up_to: Id.optional().meta({ description: 'A date: what comes after it does not count.' }),
    }),
  examples: [
    { by_dates: { died: 'date_of_death', eighteen: 'eighteenth_birthday' } },
    { by_dates: { eighteen: 'eighteenth_birthday' }, up_to: 'plan_ended' },
  ],
  inputs: ({ by_dates: dates, up_to: end }) => ({
    dates: [...Object.values(dates), ...(end === undefined ? [] : [end])],
    anyIsEnough: true,
  }),
  gives: ({ by_dates: dates }) => ({ types: ['choice'], options: Object.keys(dates) }),
  isOver: ({ by_dates: dates }, { hasCome }) => Object.values(dates).some(hasCome),
  workOut: ({ by_dates: dates, up_to: end }, { asAt, daysOf }, names) =>
    optionsLeft(dates, names, asAt, daysOf, end === undefined ? undefined : daysOf(end)),
});

function optionsLeft(
  dates: Readonly<Record<string, string>>,
  names: readonly string[],
  asAt: Day,
  daysOf: DaysOf,
  end: DayRange | undefined,
): Knowledge | undefined {
  const bit = (option: string): number => 1 << names.indexOf(option);
  const ranges = Object.entries(dates).map(([option, date]) => ({ option, day: daysOf(date) }));
  const come = ranges.find(({ day }) => day && day.to <= asAt && !(end && end.from < day.from));
  if (come) return options(bit(come.option));
  const out = ranges.filter(({ day }) => day && (day.from > asAt || (end && end.to < day.from)));
  const ruledOut = out.reduce((mask, { option }) => mask | bit(option), 0);
  return ruledOut === 0 ? undefined : options(((1 << names.length) - 1) & ~ruledOut);
}
