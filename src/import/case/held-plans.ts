import { type Day, daysBetween } from '../../calendar/dates.ts';
import type { CaseFile, PreviousPlan } from '../../case/file/case-schema.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import { MAY_BE_ONE } from './chain-plans.ts';
import { fits, type Outcome, sourceWith } from './put.ts';
import type { ToldPlan } from './told.ts';

export type CurrentPlan = Exclude<NonNullable<CaseFile['current_plan']>, 'none'>;

/** Where the earlier plans of a case file are listed. */
export const LIST: Path = ['previous_plans', 'plans'];

/** A plan of the case file: one of the earlier ones, or that of today. */
export type HeldPlan =
  | { readonly path: Path; readonly earlier: PreviousPlan }
  | { readonly path: Path; readonly today: CurrentPlan };

/** The plans of a case file, the earlier ones first. */
export function heldPlans({ previous_plans: previous, current_plan: current }: Partial<CaseFile> = {}): HeldPlan[] {
  const earlier = (previous?.plans ?? []).map((plan, i): HeldPlan => ({ path: [...LIST, i], earlier: plan }));
  return typeof current === 'object' ? [...earlier, { path: ['current_plan'], today: current }] : earlier;
}

const planOf = (held: HeldPlan): PreviousPlan | CurrentPlan => ('today' in held ? held.today : held.earlier);

/**
 * The plan of the case file that a told one is. Where the two start some days apart, or end on one day, both sides are
 * shown, and nothing of this plan is imported until a person decides: it could be one plan or two.
 */
export function heldAs(
  told: ToldPlan,
  all: readonly ToldPlan[],
  held: readonly HeldPlan[],
  out: Outcome,
): HeldPlan | 'in conflict' | undefined {
  const same = held.find((one) => fits(planOf(one).began, told.start));
  if (same) return same;
  const near = held.find((one) => {
    const { began } = planOf(one);
    return isNear(one, told) && !all.some(({ start }) => fits(began, start));
  });
  return near && startDiffers(told, near, out) ? 'in conflict' : near;
}

/** Whether a told plan may be one of the case file, with another start. */
export function isNear(held: HeldPlan, { start, ended }: ToldPlan): boolean {
  const began = range(planOf(held).began);
  if (!began) return false;
  const apart = Math.max(daysBetween(began.to, start), daysBetween(start, began.from), 0);
  return apart <= MAY_BE_ONE || ('earlier' in held && isDay(ended) && ended === held.earlier.ended);
}

const isDay = (date: Day | undefined): date is Day => date?.length === 10;

function startDiffers(told: ToldPlan, held: HeldPlan, out: Outcome): boolean {
  const { path } = held;
  const { began, source } = planOf(held);
  const listed = out.file?.previous_plans?.plans?.length ?? 0;
  return out.conflict(safe`plan_start_differs`, STARTS, {
    about: `the start of ${named(planOf(held))}`,
    held: began,
    told: told.began,
    from: told,
    path: [...path, 'began'],
    take: [
      { path: [...path, 'began'], value: told.began },
      { path: [...path, 'source'], value: sourceWith(source, 'start', told.source) },
    ],
    ...(told.ended !== undefined && { both: [{ path: [...LIST, listed], value: entry(told) }] }),
    record: path,
  });
}

const STARTS = safe`The case file and the return do not agree on the start of a plan, or they have two plans. The case file is kept. Decide which one is right.`;

/** A plan as it is called from month to month. */
export const named = ({ began }: PreviousPlan | CurrentPlan): string =>
  began === undefined ? 'a plan with no known start' : `the plan that began on ${began}`;

/** A plan as it stands in a case file. */
export const entry = ({ began, ended, openOn, category, firstCategory, source }: ToldPlan): object => ({
  began,
  ...(ended !== undefined && { ended }),
  ...(category && { category }),
  ...(firstCategory && { note: atStart(firstCategory) }),
  source: source.label,
  ...(openOn !== undefined && { open_on: openOn }),
});

/** The category at the start, where it was another. */
export const atStart = (category: NonNullable<ToldPlan['firstCategory']>): string =>
  `Category at the start: ${category}.`;

/** When a plan was, as a return tells it: the same each month while it is open. */
export const inWords = ({ began, ended, openOn }: ToldPlan): string =>
  `${began}${ended ? ` to ${ended}` : openOn ? ', open' : ''}`;
