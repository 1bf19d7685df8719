import type { Day } from '../../calendar/dates.ts';
import type { CaseFile, PreviousPlan } from '../../case/file/case-schema.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { Category } from '../records.ts';
import { fits, type Outcome, standing, writtenBy } from './put.ts';
import type { Told, ToldPlan } from './told.ts';

type CurrentPlan = Exclude<NonNullable<CaseFile['current_plan']>, 'none'>;

const LIST: Path = ['previous_plans', 'plans'];

const PLAN_CONFLICT = safe`The case file and the return do not agree on a plan. The case file is kept. Decide which one is right.`;

const CATEGORY_FOLLOWS = safe`The category of a plan follows a later return.`;

/** Puts the plans into a case: the open one, and those that have ended. */
export function putPlans({ plans }: Told, out: Outcome): void {
  const { file } = out;
  const current = typeof file?.current_plan === 'object' ? file.current_plan : undefined;
  const listed = file?.previous_plans?.plans ?? [];
  let next = listed.length;
  const append = (plan: object): void => void out.add([...LIST, next++], plan);
  let isCurrentPut = false;
  for (const plan of plans) {
    const at = listed.findIndex(({ began }) => fits(began, plan.start));
    if (at >= 0) putListed(plan, listed[at] as PreviousPlan, [...LIST, at], out);
    else if (current && fits(current.began, plan.start))
      isCurrentPut = putCurrent(plan, current, append, out) || isCurrentPut;
    else if (plan.openOn === undefined) putEarlier(plan, append, out);
    else putOpen(plan, isCurrentPut ? undefined : current, append, out);
  }
}

/** A plan of the list of earlier plans: its end and its category can be new, or follow a later return. */
function putListed(plan: ToldPlan, held: PreviousPlan, path: Path, out: Outcome): void {
  const by = writtenBy(held);
  const how = standing(plan.source, by);
  let isChanged = false;
  if (
    plan.ended !== undefined &&
    !(held.ended !== undefined && held.ended !== 'open' && fits(held.ended, plan.ended))
  ) {
    if (held.ended === undefined) out.add([...path, 'ended'], plan.ended);
    else if (how === 'follows') {
      out.change([...path, 'ended'], plan.ended);
      out.changed(safe`The end of a plan follows a later return.`, held.ended, plan.ended, plan, [...path, 'ended']);
      isChanged = true;
    } else if (how === 'conflict')
      out.conflict(safe`plan_end_differs`, PLAN_CONFLICT, held.ended, plan.ended, plan, [...path, 'ended']);
  }
  if (plan.openOn !== undefined && isOpenAfter(plan.openOn, held, by)) {
    const says = safe`The case file has this plan as ended, and the return has it open. The case file is kept. Decide which one is right.`;
    out.conflict(safe`plan_open_in_return`, says, held.ended ?? 'end not known', `open on ${plan.openOn}`, plan, path);
  }
  isChanged = putCategory(plan, held, path, out) || isChanged;
  if (isChanged) out.change([...path, 'source'], plan.source.label);
}

/** Whether a return has a plan open on a later day than the case file allows. */
function isOpenAfter(day: Day, { ended }: PreviousPlan, by: ReturnType<typeof writtenBy>): boolean {
  if (ended === 'open') return false;
  const end = range(ended);
  return end ? day > end.to : by === 'person' || day > by.day;
}

/** The category: new, or following a later return. Gives whether it was changed. */
function putCategory(plan: ToldPlan, held: PreviousPlan | CurrentPlan, path: Path, out: Outcome): boolean {
  if (plan.category === undefined || plan.category === held.category) return false;
  const at = [...path, 'category'];
  if (held.category === undefined) {
    out.add(at, plan.category);
    return false;
  }
  const how = standing(plan.source, writtenBy(held));
  if (how === 'conflict') out.conflict(safe`category_differs`, PLAN_CONFLICT, held.category, plan.category, plan, at);
  if (how !== 'follows') return false;
  out.change(at, plan.category);
  if (held.note === undefined && plan.firstCategory) out.change([...path, 'note'], atStart(plan.firstCategory));
  out.changed(CATEGORY_FOLLOWS, held.category, plan.category, plan, at);
  return true;
}

/** The plan of today: open on a later day, of another category, or ended. Gives whether it is an earlier plan now. */
function putCurrent(plan: ToldPlan, held: CurrentPlan, append: (plan: object) => void, out: Outcome): boolean {
  if (plan.openOn !== undefined) putOpenOn(plan, plan.openOn, held, out);
  if (plan.ended === undefined) return false;
  // What was open on a day that no older return can know of stays open
  if (held.open_on !== undefined && plan.source.dataDate < String(held.open_on)) return false;
  const path: Path = ['current_plan'];
  const confirmed = held.confirmed === undefined ? '' : String(held.confirmed);
  if (held.open_on !== undefined && plan.ended >= confirmed) {
    append(asEnded(plan, held));
    out.change(path, undefined);
    tellCategory(plan, held, out);
    out.changed(safe`A plan that was open has ended.`, `open on ${held.open_on}`, `ended on ${plan.ended}`, plan, path);
    return true;
  }
  const says = safe`The case file has this plan as open, and the return has it as ended. The case file is kept. Decide which one is right.`;
  const is = confirmed ? `confirmed on ${confirmed}` : 'open';
  out.conflict(safe`plan_ended_in_return`, says, is, `ended on ${plan.ended}`, plan, path);
  return false;
}

/** The category at the end: an imported one gives way and is shown, one of a person stays and both are shown. */
function tellCategory(plan: ToldPlan, held: CurrentPlan, out: Outcome): void {
  if (plan.category === undefined || held.category === undefined || plan.category === held.category) return;
  const path: Path = ['current_plan', 'category'];
  if (writtenBy(held) === 'person')
    out.conflict(safe`category_differs`, PLAN_CONFLICT, held.category, plan.category, plan, path);
  else out.changed(CATEGORY_FOLLOWS, held.category, plan.category, plan, path);
}

/** A later return has the plan open, too; once a person has confirmed it, that says no more. */
function putOpenOn(plan: ToldPlan, day: Day, held: CurrentPlan, out: Outcome): void {
  const path: Path = ['current_plan'];
  const isNewer = held.open_on !== undefined && held.confirmed === undefined && day > String(held.open_on);
  if (isNewer) out.change([...path, 'open_on'], day);
  const isChanged = putCategory(plan, held, path, out);
  if ((isNewer || isChanged) && writtenBy(held) !== 'person') out.change([...path, 'source'], plan.source.label);
}

/** The plan of today as an earlier one. What a person wrote of it stays. */
function asEnded(plan: ToldPlan, held: CurrentPlan): object {
  const { open_on: _, confirmed: __, source, category, ...rest } = held;
  const isOurs = writtenBy(held) !== 'person';
  const now = isOurs ? (plan.category ?? category) : (category ?? plan.category);
  const note = rest.note ?? (plan.firstCategory && atStart(plan.firstCategory));
  return {
    ...rest,
    ended: plan.ended,
    ...(now && { category: now }),
    ...(note && { note }),
    source: isOurs ? plan.source.label : source,
  };
}

/** An earlier plan that the case file does not have; where a person has said that its list is whole, they decide. */
function putEarlier(plan: ToldPlan, append: (plan: object) => void, out: Outcome): void {
  const { complete, count, plans = [] } = out.file?.previous_plans ?? {};
  if (!complete && count !== plans.length) {
    append(entry(plan));
    return;
  }
  const says = safe`The return has a plan that the case file does not have, and the case file says that it has all of them. Decide which one is right.`;
  out.conflict(safe`plan_not_in_case`, says, `${plans.length} listed`, inWords(plan), plan, LIST);
}

/** An open plan that the case file does not have. An older return never says what is so today. */
function putOpen(plan: ToldPlan, current: CurrentPlan | undefined, append: (plan: object) => void, out: Outcome): void {
  const path: Path = ['current_plan'];
  const held = out.file?.current_plan;
  if (held === undefined || (typeof held === 'object' && !current)) {
    out.add(path, entry(plan));
    return;
  }
  const isImported = current !== undefined && writtenBy(current) !== 'person';
  const { openOn: _, ...withoutEnd } = plan;
  const last = String(current?.confirmed ?? current?.open_on ?? '9999');
  if (isImported && current.began !== undefined && String(current.began) > plan.start)
    putEarlier(withoutEnd, append, out);
  else if (isImported && last < plan.start) {
    // It was last known to be open before this one began: when it ended is not known
    const { open_on: __, confirmed: ___, ...before } = current;
    append(before);
    out.change(path, entry(plan));
    out.added += 1;
  } else {
    const says = safe`The return has an open plan, and the case file has something else. The case file is kept. Decide which one is right.`;
    const is = current ? `a plan that began ${current.began ?? 'on a day not known'}` : 'none';
    out.conflict(safe`open_plan_differs`, says, is, inWords(plan), plan, path);
  }
}

const inWords = ({ began, ended, openOn }: ToldPlan): string =>
  `${began}${ended ? ` to ${ended}` : openOn ? `, open on ${openOn}` : ''}`;

/** The category at the start, where it was another. */
const atStart = (category: Category): string => `Category at the start: ${category}.`;

/** A plan as it stands in a case file. */
const entry = ({ began, ended, openOn, category, firstCategory, source }: ToldPlan): object => ({
  began,
  ...(ended !== undefined && { ended }),
  ...(category && { category }),
  ...(firstCategory && { note: atStart(firstCategory) }),
  source: source.label,
  ...(openOn !== undefined && { open_on: openOn }),
});
