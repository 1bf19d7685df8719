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
  let come = 0;
  let ruledOut = 0;
  for (const option in dates) {
    const day = daysOf(dates[option] as string);
    if (!day) continue;
    const bit = 1 << names.indexOf(option);
    if (day.to <= asAt && !(end && end.from < day.from)) come ||= bit;
    if (day.from > asAt || (end && end.to < day.from)) ruledOut |= bit;
  }
  if (come !== 0) return options(come);
  return ruledOut === 0 ? undefined : options(((1 << names.length) - 1) & ~ruledOut);
}
