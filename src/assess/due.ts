import { type DayRange, plusDays, plusMonths } from '../case/dates.ts';
import type { FactSheet } from '../case/facts.ts';
import type { Due } from '../policy/schema.ts';

/** What a fact of type date is known to be. */
export function daysOf(sheet: FactSheet, fact: string): DayRange | undefined {
  const known = sheet.states.get(fact)?.known;
  return known?.kind === 'days' ? known.days : undefined;
}

/** The last day for a requirement, as well as it is known. */
export function dueDate(due: Due | undefined, sheet: FactSheet): DayRange | undefined {
  if (!due) return undefined;
  const anchor = daysOf(sheet, (due.before ?? due.after) as string);
  if (!anchor || due.before) return anchor;
  const plus = (day: string): string => {
    if (due.months) return plusMonths(day, due.months);
    return plusDays(day, due.days ?? 7 * (due.weeks ?? 0));
  };
  return { from: plus(anchor.from), to: plus(anchor.to) };
}
