import type { Day, DayRange } from '../../calendar/dates.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { CaseRecords } from '../records/case-records.ts';

/** What a fact is worked out from: the records of a case, the day, bank holidays, and other facts. */
export interface DerivationContext {
  readonly records: CaseRecords;
  readonly asAt: Day;
  readonly calendar: Calendar;
  readonly daysOf: DaysOf;
  readonly maskOf: (fact: string) => number | undefined;
  /** Whether a fact is shown to have one of some values, or to lie in a range. */
  readonly shows: (fact: string, values: readonly string[]) => boolean;
  /** Whether a date exists, or may exist, that nobody here can give. */
  readonly isOpen: (fact: string) => boolean;
  /** Whether the records show that there is no such date: a plan that never was has no start. */
  readonly isAbsent: (fact: string) => boolean;
}

/** What tells whether there is a date at all. */
export type Absences = Pick<DerivationContext, 'records' | 'asAt' | 'daysOf' | 'isAbsent'>;

/** The days on which a date can lie; undefined where it is not known. */
export type DaysOf = (fact: string) => DayRange | undefined;
