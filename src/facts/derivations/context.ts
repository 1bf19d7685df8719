import type { Day, DayRange } from '../../calendar/dates.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';

/** What derivations may look at: the case, the day, bank holidays, and other facts. */
export interface DerivationContext {
  readonly file: CaseFile;
  readonly asAt: Day;
  readonly calendar: Calendar;
  readonly daysOf: (fact: string) => DayRange | undefined;
  readonly maskOf: (fact: string) => number | undefined;
  /** Whether a date exists, or may exist, that nobody here can give. */
  readonly isOpen: (fact: string) => boolean;
}
