import { type Day, type DayRange, plusMonths } from '../../calendar/dates.ts';
import { type Knowledge, NO, YES } from '../knowledge.ts';
import type { CaseRecords, Child } from './case-records.ts';

/** Yes until the expected date has passed, from when it is not known; a child who is looked after has been born. */
export function isUnborn({ child, lookedAfter }: CaseRecords, asAt: Day): Knowledge | undefined {
  if (child?.born || (lookedAfter && lookedAfter.episodes.length > 0)) return NO;
  return child?.expected && child.expected.to >= asAt ? YES : undefined;
}

/** Months before the birth within which a plan for an unborn child can begin. */
const PREGNANCY = 10;

/** Which date of a plan shows that it cannot be a plan of this child: it ended before the birth, or began before there was a child. */
export function dateBeforeChild(
  { began, ended }: { readonly began?: DayRange | undefined; readonly ended?: DayRange | undefined },
  child: Partial<Pick<Child, 'born' | 'expected'>> | undefined,
): 'began' | 'ended' | undefined {
  const birth = child?.born ?? child?.expected;
  if (child?.born && ended && ended.to < child.born.from) return 'ended';
  return birth && began && began.to < plusMonths(birth.from, -PREGNANCY) ? 'began' : undefined;
}
