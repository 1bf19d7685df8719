import { exactly, plusDays, plusMonths } from '../../../calendar/dates.ts';
import { type Knowledge, NO, YES } from '../../knowledge.ts';
import type { DerivationContext } from '../context.ts';
import { form } from '../form.ts';

export const within = form({
  key: 'within',
  says: 'Whether a date lies in the last so many years, months or days before another date: `within the last two years`. It is counted back from the first date after `before` that is known, or else from the day of the assessment. The first and the last day count. No where the records show that there is no such date.',
  schema: ({ z, Id }) =>
    z.strictObject({
      within: z
        .strictObject({
          date: Id.meta({ description: 'The date that may lie in that time.' }),
          before: z.array(Id).meta({
            description:
              'The dates from which it is counted back: the first that is known, else the day of the assessment.',
          }),
          years: z.int().min(1).max(25).optional().meta({ description: 'How far back, in years.' }),
          months: z.int().min(1).max(400).optional().meta({ description: 'How far back, in months.' }),
          days: z.int().min(1).max(9999).optional().meta({ description: 'How far back, in days.' }),
        })
        .refine((how) => [how.years, how.months, how.days].filter((n) => n !== undefined).length === 1, {
          error: 'It needs exactly one of `years`, `months` and `days`.',
        }),
    }),
  examples: [
    { within: { date: 'last_plan_ended', before: ['conference_requested'], years: 2 } },
    { within: { date: 'last_plan_ended', before: ['conference_requested'], months: 18 } },
    { within: { date: 'became_looked_after', before: [], days: 90 } },
  ],
  inputs: ({ within: { date, before } }) => ({ dates: [date], ends: before }),
  gives: () => ({ types: ['yes_no'] }),
  isOver: ({ within: { before } }, { isAhead }) => before.length > 0 && !before.some(isAhead),
  workOut: ({ within: how }, context) => lies(how, context),
});

interface Back {
  readonly date: string;
  readonly before: readonly string[];
  readonly years?: number | undefined;
  readonly months?: number | undefined;
  readonly days?: number | undefined;
}

function lies(how: Back, { asAt, daysOf, isOpen, isAbsent }: DerivationContext): Knowledge | undefined {
  if (isAbsent(how.date)) return NO;
  const date = daysOf(how.date);
  if (!date) return undefined;
  const known = how.before.map(daysOf).find((range) => range !== undefined);
  if (!known && how.before.some(isOpen)) return undefined;
  const end = known ?? exactly(asAt);
  const start = { from: back(how, end.from), to: back(how, end.to) };
  if (date.from >= start.to && date.to <= end.from) return YES;
  return date.to < start.from || date.from > end.to ? NO : undefined;
}

const back = ({ years, months, days = 0 }: Back, day: string): string => {
  const n = months ?? (years === undefined ? undefined : 12 * years);
  return n === undefined ? plusDays(day, -days) : plusMonths(day, -n);
};
