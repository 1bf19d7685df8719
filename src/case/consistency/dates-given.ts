import type { DayRange } from '../../calendar/dates.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { entryValue } from '../file/entry-value.ts';
import { range } from '../sheet/records.ts';

/** The date that a case file gives for a fact, as well as it is known. */
export function dateGiven({ dates }: CaseFile, id: string): DayRange | undefined {
  const value = dates?.[id] === undefined ? undefined : entryValue(dates[id]);
  return typeof value === 'boolean' ? undefined : range(value);
}
