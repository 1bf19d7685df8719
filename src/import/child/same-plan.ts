import { type Day, daysBetween } from '../../calendar/dates.ts';
import { safe } from '../../messages/safe.ts';
import type { Found, PlanRecord, ReviewRecord } from '../records.ts';
import { type Gathering, inOrder, present, sortedOnce } from './context.ts';

/** Plans that start this many days apart, or fewer, may be one. */
const MAY_BE_ONE = 7;

/** Plans in the order of their starts; those of the same start are one. */
export function joinPlans(plans: readonly PlanRecord[], gathering: Gathering): PlanRecord[] {
  const byStart = new Map<Day, PlanRecord[]>();
  for (const plan of inOrder(plans, ({ start }) => start)) {
    byStart.set(plan.start.value, [...(byStart.get(plan.start.value) ?? []), plan]);
  }
  return [...byStart.values()].flatMap((same) => joined(same, gathering) ?? []);
}

/** One plan of several rows; undefined where they differ on whether or when it ended. */
function joined(same: readonly PlanRecord[], gathering: Gathering): PlanRecord | undefined {
  const [first, ...others] = same;
  if (!first || others.length === 0) return first;
  const { teller } = gathering;
  const place = (others.at(-1) ?? first).start.place;
  if (new Set(same.map(({ end }) => end?.value)).size > 1) {
    const says = safe`Two rows have the same plan with two different ends. The plan is left out, because it may be open or ended.`;
    teller.say('error', safe`plan_with_two_ends`, says, place);
    return undefined;
  }
  teller.say('note', safe`plan_twice`, safe`This plan is there more than once. It is taken once.`, place);
  return {
    ...present('id', first.id),
    start: first.start,
    ...present('end', first.end),
    ...agreed(same, 'initialCategory', gathering),
    ...agreed(same, 'latestCategory', gathering),
    ...agreed(same, 'otherAuthority', gathering),
    ...agreed(same, 'plansBefore', gathering),
    reviews: onceByDay(same.flatMap(({ reviews }) => reviews)),
  };
}

/** Reviews in the order of their days, each day once; where two of a day differ, neither mark is taken. */
export function onceByDay(reviews: readonly ReviewRecord[]): readonly ReviewRecord[] {
  const sorted = sortedOnce(reviews, ({ day }) => day);
  return sorted.flatMap((review, index) => {
    const sameDay = sorted.filter(({ day }) => day.value === review.day.value);
    if (sameDay.length === 1) return [review];
    return sorted[index - 1]?.day.value === review.day.value ? [] : [{ day: review.day }];
  });
}

type Agreeing = 'initialCategory' | 'latestCategory' | 'otherAuthority' | 'plansBefore';

/** A value on which all rows that have one agree; else none of them is chosen. */
function agreed<K extends Agreeing>(same: readonly PlanRecord[], key: K, { teller }: Gathering): Pick<PlanRecord, K> {
  const given = same.flatMap((plan): Found<unknown>[] => (plan[key] === undefined ? [] : [plan[key]]));
  const differ = new Set(given.map(({ value }) => value)).size > 1;
  const says = safe`Two rows of the same plan differ here. Neither value is taken.`;
  if (differ) for (const { place } of given.slice(1)) teller.say('error', safe`plan_rows_differ`, says, place);
  return present(key, differ ? undefined : given[0]) as Pick<PlanRecord, K>;
}

/** Plans whose starts lie close together: a person must say whether they are one. */
export function saySimilar(plans: readonly PlanRecord[], { hints }: Gathering): void {
  for (const [index, { start }] of plans.entries()) {
    const before = plans[index - 1];
    if (!before || daysBetween(before.start.value, start.value) > MAY_BE_ONE) continue;
    const says = safe`Two plans start at most ${MAY_BE_ONE} days apart. They may be one plan.`;
    hints.push({ code: 'two_plans_may_be_one', says, place: start.place, day: start.value });
  }
}
