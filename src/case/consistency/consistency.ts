import type { Day } from '../../calendar/dates.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { careConsistency } from './consistency-care.ts';
import { childConsistency } from './consistency-child.ts';
import { familyConsistency } from './consistency-family.ts';
import { meetingConsistency } from './consistency-meetings.ts';
import { planConsistency } from './consistency-plans.ts';
import { recordConsistency } from './consistency-records.ts';
import { listedPlans } from './listed-plans.ts';
import { openOnConsistency } from './open-on.ts';

/** What the dates and records of a case file say against one another, after the rules of the national returns. */
export function consistency(file: CaseFile, asAt: Day): Diagnostic[] {
  const plans = listedPlans(file, asAt);
  return [
    ...planConsistency(file, plans, asAt),
    ...childConsistency(file, plans, asAt),
    ...careConsistency(file, asAt),
    ...meetingConsistency(file, plans),
    ...recordConsistency(file, asAt),
    ...openOnConsistency(file, asAt),
    ...familyConsistency(file),
  ];
}
