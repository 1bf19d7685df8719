import type { Day } from '../../calendar/dates.ts';
import type { PreviousPlan } from '../../case/file/case-schema.ts';
import { changedByHand } from '../../case/file/imported.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { Edit } from '../../yaml/write.ts';
import { atStart, type CurrentPlan, heldAs, heldPlans, inWords, LIST, named } from './held-plans.ts';
import { type Append, putEarlier, putOpen } from './new-plans.ts';
import { type Outcome, sourceWith, standing } from './put.ts';
import type { Told, ToldPlan } from './told.ts';

const PLAN_CONFLICT = safe`The case file and the return do not agree on a plan. The case file is kept. Decide which one is right.`;

const CATEGORY_FOLLOWS = safe`The category of a plan follows a later return.`;

/** Puts the plans into a case: the open one, and those that have ended. */
export function putPlans({ plans }: Told, out: Outcome): void {
  const held = heldPlans(out.file);
  const current = typeof out.file?.current_plan === 'object' ? out.file.current_plan : undefined;
  let next = out.file?.previous_plans?.plans?.length ?? 0;
  const append: Append = (value, told) => {
    const offered = told && { about: `a plan that began on ${told.began}`, told: inWords(told), from: told };
    const isAdded = out.add([...LIST, next], value, offered);
    if (isAdded) next += 1;
  };
  let isCurrentPut = false;
  for (const plan of plans) {
    const one = heldAs(plan, plans, held, out);
    if (one === 'in conflict') continue;
    if (one && 'earlier' in one) putListed(plan, one.earlier, one.path, out);
    else if (one) isCurrentPut = putCurrent(plan, one.today, append, out) || isCurrentPut;
    else if (plan.openOn === undefined) putEarlier(plan, append, out);
    else putOpen(plan, isCurrentPut ? undefined : current, append, out);
  }
}

/** A plan of the list of earlier plans: its end and its category can be new, or follow a later return. */
function putListed(plan: ToldPlan, held: PreviousPlan, path: Path, out: Outcome): void {
  putEnd(plan, held, path, out);
  if (plan.openOn !== undefined && isOpenAfter(plan.openOn, held, out.writtenBy(held))) {
    const says = safe`The case file has this plan as ended, and the return has it open. The case file is kept. Decide which one is right.`;
    out.conflict(safe`plan_open_in_return`, says, {
      about: `whether ${named(held)} has ended`,
      held: held.ended ?? 'end not known',
      told: 'open',
      from: plan,
      path,
      take: typeof out.file?.current_plan === 'object' ? [] : reopened(plan, held, path),
    });
  }
  putCategory(plan, held, path, out);
}

/** An earlier plan as the one of today. */
function reopened(plan: ToldPlan, held: PreviousPlan, path: Path): Edit[] {
  const { ended: _, ended_by: __, stepped_down_by: ___, outstanding: ____, source, ...rest } = held;
  const value = { ...rest, source: sourceWith(source, 'still open', plan.source), open_on: plan.openOn };
  return [
    { path, value: undefined },
    { path: ['current_plan'], value },
  ];
}

function putEnd(plan: ToldPlan, held: PreviousPlan, path: Path, out: Outcome): void {
  const { ended } = plan;
  if (ended === undefined || isSameEnd(held, ended)) return;
  const at = [...path, 'ended'];
  const about = `the end of ${named(held)}`;
  if (held.ended === undefined) {
    out.add(at, ended, { about, told: ended, from: plan });
    return;
  }
  const how = standing(plan.source, out.writtenBy(held));
  const take = [
    { path: at, value: ended },
    { path: [...path, 'source'], value: sourceWith(held.source, 'end', plan.source) },
  ];
  const sides = { about, held: held.ended, told: ended, from: plan, path: at, take, record: path };
  if (how === 'follows') follow(safe`The end of a plan follows a later return.`, sides, out);
  else if (how === 'conflict') out.conflict(safe`plan_end_differs`, PLAN_CONFLICT, sides);
}

function isSameEnd({ ended: held }: PreviousPlan, told: Day): boolean {
  const [one, other] = [range(held === 'open' ? undefined : held), range(told)];
  return one !== undefined && other !== undefined && one.from <= other.to && one.to >= other.from;
}

/** Writes what a later return says, and says what was there. */
function follow(says: Parameters<Outcome['changed']>[0], sides: Parameters<Outcome['changed']>[1], out: Outcome): void {
  for (const { path, value } of sides.take) out.change(path, value);
  out.changed(says, sides);
}

/** Whether a return has a plan open on a later day than the case file allows. */
function isOpenAfter(day: Day, { ended }: PreviousPlan, by: ReturnType<Outcome['writtenBy']>): boolean {
  if (ended === 'open') return false;
  const end = range(ended);
  return end ? day > end.to : by === 'person' || day > by.day;
}

/** The category: new, or following a later return. Gives whether it was changed. */
function putCategory(plan: ToldPlan, held: PreviousPlan | CurrentPlan, path: Path, out: Outcome): boolean {
  const { category, firstCategory, source } = plan;
  if (category === undefined || category === held.category) return false;
  const at = [...path, 'category'];
  const about = `the category of ${named(held)}`;
  if (held.category === undefined) {
    out.add(at, category, { about, told: category, from: plan });
    return false;
  }
  const how = standing(source, out.writtenBy(held));
  const take = [
    { path: at, value: category },
    ...(held.note === undefined && firstCategory && how === 'follows'
      ? [{ path: [...path, 'note'], value: atStart(firstCategory) }]
      : []),
    { path: [...path, 'source'], value: sourceWith(held.source, 'category', source) },
  ];
  const sides = { about, held: held.category, told: category, from: plan, path: at, take, record: path };
  if (how === 'conflict') out.conflict(safe`category_differs`, PLAN_CONFLICT, sides);
  if (how !== 'follows') return false;
  follow(CATEGORY_FOLLOWS, sides, out);
  return true;
}

/** The plan of today: open on a later day, of another category, or ended. Gives whether it is an earlier plan now. */
function putCurrent(plan: ToldPlan, held: CurrentPlan, append: Append, out: Outcome): boolean {
  if (plan.openOn !== undefined) putOpenOn(plan, plan.openOn, held, out);
  if (plan.ended === undefined) return false;
  // What was open on a day that no older return can know of stays open
  if (held.open_on !== undefined && plan.source.dataDate < String(held.open_on)) return false;
  const path: Path = ['current_plan'];
  const confirmed = held.confirmed === undefined ? '' : String(held.confirmed);
  const isOver = held.open_on !== undefined && plan.ended >= confirmed;
  const sides = {
    about: `whether ${named(held)} has ended`,
    held: confirmed ? `confirmed on ${confirmed}` : isOver ? `open on ${held.open_on}` : 'open',
    told: `ended on ${plan.ended}`,
    from: plan,
    path,
    take: [
      {
        path: [...LIST, out.file?.previous_plans?.plans?.length ?? 0],
        value: { ...asEnded(plan, held, out), source: sourceWith(held.source, 'end', plan.source) },
      },
      { path, value: undefined },
    ],
    goesOn: path,
  };
  if (isOver) {
    append(asEnded(plan, held, out));
    out.change(path, undefined);
    tellCategory(plan, held, out);
    out.changed(safe`A plan that was open has ended.`, sides);
    return true;
  }
  const says = safe`The case file has this plan as open, and the return has it as ended. The case file is kept. Decide which one is right.`;
  out.conflict(safe`plan_ended_in_return`, says, sides);
  return false;
}

/** The category at the end: an imported one gives way and is shown, one of a person stays and both are shown. */
function tellCategory(plan: ToldPlan, held: CurrentPlan, out: Outcome): void {
  if (plan.category === undefined || held.category === undefined || plan.category === held.category) return;
  const path: Path = ['current_plan', 'category'];
  const about = `the category of ${named(held)}`;
  const sides = { about, held: held.category, told: plan.category, from: plan, path, take: [] };
  if (out.writtenBy(held) === 'person') out.conflict(safe`category_differs`, PLAN_CONFLICT, sides);
  else out.changed(CATEGORY_FOLLOWS, sides);
}

/** A later return has the plan open, too; once a person has confirmed it, that says no more. */
function putOpenOn(plan: ToldPlan, day: Day, held: CurrentPlan, out: Outcome): void {
  const path: Path = ['current_plan'];
  const isNewer = held.open_on !== undefined && held.confirmed === undefined && day > String(held.open_on);
  if (isNewer) out.change([...path, 'open_on'], day);
  const isChanged = putCategory(plan, held, path, out);
  if (isNewer && !isChanged && out.writtenBy(held) !== 'person') out.change([...path, 'source'], plan.source.label);
}

/** The plan of today as an earlier one. What a person wrote of it stays. */
function asEnded(plan: ToldPlan, held: CurrentPlan, out: Outcome): object {
  const { open_on: _, confirmed: __, source, category, ...rest } = held;
  const isOurs = out.writtenBy(held) !== 'person';
  const now = isOurs ? (plan.category ?? category) : (category ?? plan.category);
  const note = rest.note ?? (plan.firstCategory && atStart(plan.firstCategory));
  return {
    ...rest,
    ended: plan.ended,
    ...(now && { category: now }),
    ...(note && { note }),
    source: isOurs ? plan.source.label : changedByHand(source),
  };
}
