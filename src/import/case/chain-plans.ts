import { type Day, daysBetween } from '../../calendar/dates.ts';
import { safe } from '../../messages/safe.ts';
import type { Category, ChildRecords, Found, PlanRecord, Source } from '../records.ts';
import { agreed, compare, distinct, type Given, given, type Remark, sides, type ToldPlan } from './told.ts';

/** Plans that start this many days apart, or fewer, are taken as one, and a person is asked. */
export const MAY_BE_ONE = 7;

interface Row {
  readonly plan: PlanRecord;
  readonly source: Source;
}

/** Every plan that the sources tell, once each. What is meant to change follows the later source. */
export function chainPlans(pieces: readonly ChildRecords[], remarks: Remark[]): ToldPlan[] {
  const rows = pieces.flatMap(({ plans, source }) => plans.map((plan) => ({ plan, source })));
  const plans = clusters(rows).map((cluster) => chained(cluster, remarks));
  return notTwoOpen(plans, remarks);
}

/** Rows of one plan: those whose starts lie within some days. */
function clusters(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [];
  for (const row of rows.toSorted((a, b) => compare(startOf(a), startOf(b)))) {
    const last = found.at(-1);
    if (last?.[0] && daysBetween(startOf(last[0]), startOf(row)) <= MAY_BE_ONE) last.push(row);
    else found.push([row]);
  }
  return found;
}

const startOf = ({ plan }: Row): Day => plan.start.value;

function chained(rows: readonly Row[], remarks: Remark[]): ToldPlan {
  const starts = distinct(rows.map(({ plan, source }) => given(plan.start, source)));
  if (starts.length > 1) {
    const says = safe`Plans start at most ${MAY_BE_ONE} days apart. They are taken as one. Is it one plan? If not, correct the case file.`;
    remarks.push({
      kind: 'question',
      code: safe`two_plans_may_be_one`,
      says,
      shown: sides(starts),
      ...placeOf(starts),
    });
  }
  const began = agreed(starts.map(({ value }) => value));
  const start = starts[0]?.value as Day;
  const dates = [...new Set(rows.map(({ source }) => source.dataDate))].sort(compare);
  let plan: ToldPlan | undefined;
  for (const date of dates) {
    const told = rows.filter(({ source }) => source.dataDate === date);
    plan = later(plan, onDate(told, start, began ?? start.slice(0, 4), remarks), remarks);
  }
  return withFirstCategory(plan as ToldPlan, rows, remarks);
}

const placeOf = (all: readonly Given<unknown>[]): Pick<Remark, 'place'> => {
  const place = all.at(-1)?.place;
  return place ? { place } : {};
};

/** What the sources of one day say of a plan. */
function onDate(rows: readonly Row[], start: Day, began: string, remarks: Remark[]): ToldPlan {
  const [first] = rows as readonly [Row];
  const ends = distinct(rows.flatMap(({ plan, source }) => (plan.end ? [given(plan.end, source)] : [])));
  const isOpen = rows.some(({ plan }) => plan.end === undefined);
  if (ends.length > (isOpen ? 0 : 1)) {
    const open = isOpen ? safe` Another has it open.` : safe``;
    const says = safe`Sources of the same day do not agree on the end of a plan.${open} None is chosen. Correct the source that is wrong.`;
    remarks.push({ kind: 'conflict', code: safe`sources_differ`, says, shown: sides(ends), ...placeOf(ends) });
  }
  const category = one(rows, ({ latestCategory }) => latestCategory, safe`the category of a plan`, remarks);
  const ended = isOpen ? undefined : agreed(ends.map(({ value }) => value));
  return {
    start,
    began,
    ...(ended !== undefined && { ended }),
    ...(isOpen && { openOn: first.source.dataDate }),
    ...(category && { category }),
    source: first.source,
    place: first.plan.start.place,
  };
}

/** The value on which sources agree; where they do not, none. */
function one<T extends string>(
  rows: readonly Row[],
  pick: (plan: PlanRecord) => Found<T> | undefined,
  what: ReturnType<typeof safe>,
  remarks: Remark[],
): T | undefined {
  const values = distinct(
    rows.flatMap(({ plan, source }) => {
      const found = pick(plan);
      return found ? [given(found, source)] : [];
    }),
  );
  if (values.length > 1) {
    const says = safe`Sources do not agree on ${what}. None is chosen. Correct the source that is wrong.`;
    remarks.push({ kind: 'conflict', code: safe`sources_differ`, says, shown: sides(values), ...placeOf(values) });
  }
  return values.length === 1 ? values[0]?.value : undefined;
}

/** What a later source makes of a plan; one that says nothing of a category leaves it. */
function later(before: ToldPlan | undefined, now: ToldPlan, remarks: Remark[]): ToldPlan {
  if (!before) return now;
  if (before.ended !== undefined && now.ended !== before.ended) {
    const says = safe`A later return differs on the end of a plan. The later return is followed. Check which one is right.`;
    const shown = `It was \`${before.ended}\` (${before.source.label}); now \`${now.ended ?? 'open'}\` (${now.source.label}).`;
    const kind = now.ended === undefined ? 'conflict' : 'question';
    remarks.push({ kind, code: safe`end_changed`, says, shown, place: now.place });
  }
  const category = now.category ?? before.category;
  const isSame = now.ended === before.ended && now.openOn === before.openOn && category === before.category;
  const { source, place } = isSame ? before : now;
  return { ...now, ...(category && { category }), source, place };
}

function withFirstCategory(plan: ToldPlan, rows: readonly Row[], remarks: Remark[]): ToldPlan {
  const first = one<Category>(
    rows,
    ({ initialCategory }) => initialCategory,
    safe`the first category of a plan`,
    remarks,
  );
  return first && first !== plan.category ? { ...plan, firstCategory: first } : plan;
}

/** Of plans that are open on the same day none is taken. One that was open before another began has an end that is not known. */
function notTwoOpen(plans: readonly ToldPlan[], remarks: Remark[]): ToldPlan[] {
  const open = plans.filter(({ openOn }) => openOn !== undefined);
  const last = open.at(-1);
  if (!last || open.length === 1) return [...plans];
  const together = open.filter(({ openOn }) => (openOn as Day) >= last.start);
  if (together.length > 1) {
    const says = safe`Two plans are open at the same time. Neither is taken. Correct the source, then import it again. National check 8935.`;
    const shown = sides(together.map(({ start, source, place }) => ({ value: start, source, place })));
    remarks.push({ kind: 'conflict', code: safe`two_open_plans`, says, shown, place: last.place });
  }
  return plans.flatMap((plan) => {
    if (plan.openOn === undefined || plan === last) return together.length > 1 && plan === last ? [] : [plan];
    const { openOn: _, ...rest } = plan;
    return together.includes(plan) ? [] : [rest];
  });
}
