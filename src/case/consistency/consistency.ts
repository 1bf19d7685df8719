import type { Day } from '../../calendar/dates.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { careConsistency } from './consistency-care.ts';
import { childConsistency } from './consistency-child.ts';
import { familyConsistency } from './consistency-family.ts';
import { meetingConsistency } from './consistency-meetings.ts';
import { planConsistency } from './consistency-plans.ts';
import { recordConsistency } from './consistency-records.ts';
import { listed } from './listed.ts';
import { openOnConsistency } from './open-on.ts';

/** What the dates and records of a case file say against one another, after the rules of the national returns. */
export function consistency(file: CaseFile, asAt: Day): Diagnostic[] {
  const lists = listed(file, asAt);
  const found: Diagnostic[] = [];
  planConsistency(lists, found);
  if (file.child) childConsistency(lists, found);
  careConsistency(lists, found);
  meetingConsistency(lists, found);
  recordConsistency(file, asAt, found);
  openOnConsistency(lists, found);
  if (file.analysis) familyConsistency(file.analysis, found);
  return found;
}
