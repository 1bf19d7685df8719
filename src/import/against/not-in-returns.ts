import { type Day, plusMonths } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { type HeldPlan, heldPlans, isNear, named } from '../case/held-plans.ts';
import { fits } from '../case/put.ts';
import type { Told } from '../case/told.ts';
import type { Source } from '../records.ts';

/** Returns that have every plan of a time: a plan of the case file that is missing there is a difference. */
const HAVE_PLANS: readonly Source['kind'][] = ['cin', 'annex_a', 'ssd'];

/** A plan of the case file that was open in the year of a return which does not have it. */
export interface NotInReturn {
  readonly about: string;
  readonly path: Path;
  readonly source: Source;
  /** Somebody has seen that it is missing there, and kept the plan. */
  readonly isKept: boolean;
}

/** What the return has in the place of such a plan. */
export const NO_ROW = 'no row that could be read';

/** Plans of the case file that were open in the year of the latest return, and that no return has. */
export function notInReturns(file: CaseFile, { plans }: Told, sources: readonly Source[]): NotInReturn[] {
  const [last] = sources
    .filter(({ kind }) => HAVE_PLANS.includes(kind))
    .toSorted((a, b) => (a.dataDate < b.dataDate ? 1 : -1));
  if (!last) return [];
  return heldPlans(file).flatMap((held) => {
    const { began } = 'today' in held ? held.today : held.earlier;
    if (!wasOpen(held, last.dataDate)) return [];
    if (plans.some((plan) => fits(began, plan.start) || isNear(held, plan))) return [];
    const about = named('today' in held ? held.today : held.earlier);
    return [{ about, path: held.path, source: last, isKept: isKept(about, file) }];
  });
}

/** Whether a plan certainly was open in the year that ended on a day. */
function wasOpen(held: HeldPlan, last: Day): boolean {
  const began = range('today' in held ? held.today.began : held.earlier.began);
  if (!began || began.to > last) return false;
  if ('today' in held) return true;
  const { ended } = held.earlier;
  const end = ended === 'open' ? undefined : range(ended);
  return end !== undefined && end.from > plusMonths(last, -12);
}

const isKept = (about: string, { differences = [] }: CaseFile): boolean =>
  differences.some((one) => one.about === about && one.return === NO_ROW);
