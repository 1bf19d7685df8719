import { type Day, type DayRange, LAST_DAY } from '../../calendar/dates.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { range } from '../sheet/records.ts';
import { planOpenOn } from '../sheet/unconfirmed.ts';

/** A plan of a case file as an interval, with where it stands in the file. */
export interface ListedPlan {
  readonly path: Path;
  readonly authority: string | undefined;
  readonly began: DayRange | undefined;
  readonly ended: DayRange | undefined;
  readonly open: boolean;
}

/** The plans that a case file lists, earlier ones first, then the present one: where nobody has confirmed that it goes on, it may have ended. */
export function listedPlans(file: CaseFile, asAt: Day): ListedPlan[] {
  const previous = (file.previous_plans?.plans ?? []).map((plan, i) => ({
    path: ['previous_plans', 'plans', i],
    authority: plan.authority,
    began: range(plan.began),
    ended: plan.ended === 'open' ? undefined : range(plan.ended),
    open: plan.ended === 'open',
  }));
  const current = file.current_plan;
  if (!current || current === 'none') return previous;
  const { authority, began } = current;
  const last = planOpenOn(file, asAt);
  const ended = last === undefined ? undefined : { from: last, to: LAST_DAY };
  const open = ended === undefined;
  return [...previous, { path: ['current_plan'], authority, began: range(began), ended, open }];
}

/** Whether a case file lists every plan that the child has had and has. */
export function listsEveryPlan({ previous_plans: previous, current_plan: current }: CaseFile): boolean {
  const listed = previous?.plans?.length ?? 0;
  return current !== undefined && (previous?.complete === true || previous?.count === listed);
}

/** The day by which every earlier plan had certainly ended; undefined where one has no end in the file, or there is none. */
export function lastEnd({ previous_plans: previous }: CaseFile): DayRange | undefined {
  const ends = (previous?.plans ?? []).map(({ ended }) => (ended === 'open' ? undefined : range(ended)));
  if (ends.length === 0 || ends.some((end) => end === undefined)) return undefined;
  const latest = (pick: (end: DayRange) => Day): Day =>
    ends.map((end) => pick(end as DayRange)).reduce((a, b) => (a > b ? a : b));
  return { from: latest(({ from }) => from), to: latest(({ to }) => to) };
}
