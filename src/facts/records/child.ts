import type { Day } from '../../calendar/dates.ts';
import { type Knowledge, NO, YES } from '../knowledge.ts';
import type { CaseRecords } from './case-records.ts';

/** Yes until the expected date has passed, from when it is not known; a child who is looked after has been born. */
export function isUnborn({ child, lookedAfter }: CaseRecords, asAt: Day): Knowledge | undefined {
  if (child?.born || (lookedAfter && lookedAfter.episodes.length > 0)) return NO;
  return child?.expected && child.expected.to >= asAt ? YES : undefined;
}
