import type { PreviousPlan } from '../../case/file/case-schema.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import { type CurrentPlan, entry, inWords, LIST } from './held-plans.ts';
import type { Outcome } from './put.ts';
import type { ToldPlan } from './told.ts';

/** Adds an earlier plan; of one that a return tells, a person may have said that there was none. */
export type Append = (value: object, told?: ToldPlan) => void;

/** An earlier plan that the case file does not have; where a person has said that its list is whole, they decide. */
export function putEarlier(plan: ToldPlan, append: Append, out: Outcome): void {
  const { complete, count, plans = [] } = out.file?.previous_plans ?? {};
  const isWhole = complete === true || count === plans.length;
  const other = plans.find((one) => overlaps(one, plan));
  if (!isWhole && !other) {
    append(entry(plan), plan);
    return;
  }
  const sides = {
    about: `a plan that began on ${plan.began}`,
    held: isWhole ? `${plans.length} listed` : `a plan from ${other?.began} to ${other?.ended}`,
    told: inWords(plan),
    from: plan,
    path: LIST,
    take: [
      { path: [...LIST, plans.length], value: entry(plan) },
      ...(count === plans.length ? [{ path: ['previous_plans', 'count'], value: count + 1 }] : []),
    ],
  };
  if (isWhole) out.conflict(safe`plan_not_in_case`, WHOLE, sides);
  else out.conflict(safe`plan_overlaps`, OVERLAPS, sides);
}

const WHOLE = safe`The return has a plan that the case file does not have, and the case file says that it has all of them. Decide which one is right.`;

const OVERLAPS = safe`The return has a plan that overlaps with one of the case file. It is not added. Is it the same plan, with other dates? Decide which one is right.`;

/** Whether two plans surely were open on the same day: of one authority that cannot be. */
function overlaps({ began, ended, authority }: PreviousPlan, plan: ToldPlan): boolean {
  const [start, end] = [range(began), range(ended === 'open' ? undefined : ended)];
  const told = range(plan.ended);
  return authority === undefined && !!start && !!end && !!told && start.to < told.from && plan.start < end.from;
}

/** An open plan that the case file does not have. An older return never says what is so today. */
export function putOpen(plan: ToldPlan, current: CurrentPlan | undefined, append: Append, out: Outcome): void {
  const path: Path = ['current_plan'];
  const held = out.file?.current_plan;
  if (held === undefined || (typeof held === 'object' && !current)) {
    out.add(path, entry(plan), { about: `a plan that began on ${plan.began}`, told: inWords(plan), from: plan });
    return;
  }
  const isImported = current !== undefined && out.writtenBy(current) !== 'person';
  const { openOn: _, ...withoutEnd } = plan;
  const last = String(current?.confirmed ?? current?.open_on ?? '9999');
  if (isImported && current.began !== undefined && String(current.began) > plan.start)
    putEarlier(withoutEnd, append, out);
  else if (isImported && last < plan.start) putNext(plan, current, append, out);
  else {
    const says = safe`The return has an open plan, and the case file has something else. The case file is kept. Decide which one is right.`;
    out.conflict(safe`open_plan_differs`, says, {
      about: 'the plan today',
      held: current ? `a plan that began ${current.began ?? 'on a day not known'}` : 'none',
      told: inWords(plan),
      from: plan,
      path,
      take: [{ path, value: { ...current, ...entry(plan) } }],
    });
  }
}

/** A plan was last known to be open before this one began: it is an earlier one, and when it ended is not known. */
function putNext(plan: ToldPlan, current: CurrentPlan, append: Append, out: Outcome): void {
  const { open_on: _, confirmed: __, ...before } = current;
  const path: Path = ['current_plan'];
  append(before);
  out.change(path, entry(plan));
  out.added += 1;
  const sides = {
    about: 'the plan today',
    held: `a plan that began ${current.began ?? 'on a day not known'}`,
    told: inWords(plan),
    from: plan,
    path,
    take: [
      { path: [...LIST, out.file?.previous_plans?.plans?.length ?? 0], value: before },
      { path, value: entry(plan) },
    ],
    goesOn: path,
  };
  out.changed(safe`Another plan is open since.`, sides, OTHER_OPEN_PLAN);
}

/** Code of a plan that is open in a return where the case file has an earlier one. */
export const OTHER_OPEN_PLAN = safe`other_open_plan`;
