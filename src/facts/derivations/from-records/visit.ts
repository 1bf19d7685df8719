import type { Day, DayRange } from '../../../calendar/dates.ts';
import { days } from '../../knowledge.ts';
import type { CaseRecords, Visit } from '../../records/case-records.ts';
import { form } from '../form.ts';

type Kind = 'visited' | 'seen' | 'seen_alone';

export const lastVisit = form({
  key: 'last_visit',
  says: 'From the list of visits: the day of the last one, or of the last in which the child was seen, or was seen alone. Where the list may lack some, it may have been later.',
  schema: ({ z }) => z.strictObject({ last_visit: z.enum(['visited', 'seen', 'seen_alone']) }),
  examples: [{ last_visit: 'seen_alone' }],
  inputs: () => ({ lists: ['visits'] }),
  gives: () => ({ types: ['date'] }),
  isOver: () => false,
  isAbsent: ({ last_visit: kind }, { records, asAt }) => {
    const { complete = false, list = [] } = records.visits ?? {};
    return complete && list.every((visit) => counts(visit, kind, asAt) === false);
  },
  workOut: ({ last_visit: kind }, { records, asAt }) => {
    const last = lastOf(records, kind, asAt);
    return last && days(last);
  },
});

/** Whether a visit was of that kind by a day; undefined where that is not recorded. */
function counts({ date, seen, seenAlone }: Visit, kind: Kind, asAt: Day): boolean | undefined {
  if (date.from > asAt) return false;
  if (kind === 'visited') return true;
  return kind === 'seen' ? (seenAlone === true ? true : seen) : seenAlone;
}

function lastOf({ visits }: CaseRecords, kind: Kind, asAt: Day): DayRange | undefined {
  const list = (visits?.list ?? []).toSorted((a, b) => (a.date.from < b.date.from ? -1 : 1));
  const last = list.findLast((visit) => counts(visit, kind, asAt));
  if (!last) return undefined;
  const isOpen = list.some((visit) => visit.date.to > last.date.from && counts(visit, kind, asAt) === undefined);
  return visits?.complete && !isOpen
    ? last.date
    : { from: last.date.from, to: asAt > last.date.to ? asAt : last.date.to };
}
