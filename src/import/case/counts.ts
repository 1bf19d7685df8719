import { safe } from '../../messages/safe.ts';
import type { ChildRecords } from '../records.ts';
import type { Account, Remark, ToldPlan } from './told.ts';

/** By its name in an account: the plans of which the dates are known. */
export const DATED = safe`plans with dates`;

/**
 * How many plans there were before today's, by each source that counts them. A source counts the plans before one of
 * its plans: once that has ended it is one more, and so is each plan since. Where a source, or the plans with dates,
 * differ, all are named and none is chosen; a count that stands alone is only reported.
 */
export function disputedCount(
  pieces: readonly ChildRecords[],
  plans: readonly ToldPlan[],
  remarks: Remark[],
): readonly Account[] {
  const dated = plans.filter(({ openOn }) => openOn === undefined).length;
  const claims = pieces.flatMap((piece) => claimOf(piece, plans) ?? []);
  // Of one kind of return the latest says it
  const latest = claims.filter(({ kind }, i) => !claims.slice(i + 1).some((later) => later.kind === kind));
  if (latest.length === 0) return [];
  const counted = latest.map(({ value, source }): Account => ({ value, source }));
  const accounts = dated > 0 ? [...counted, { value: dated, source: DATED }] : counted;
  const isAgreed = new Set(accounts.map(({ value }) => value)).size === 1;
  const shown = `${accounts.map(({ value, source }) => `${value} (${source})`).join('; ')}.`;
  const { place } = latest[0] as (typeof latest)[number];
  const says =
    accounts.length === 1
      ? safe`A return counts earlier plans of which no dates are known. The number is not written. How many were there?`
      : isAgreed
        ? safe`The sources agree on the number of earlier plans. It is not written. Are these all?`
        : safe`Sources do not agree on the number of earlier plans. It stays open, with all accounts.`;
  remarks.push({ kind: 'question', code: safe`earlier_plans_counted`, says, shown, place });
  return isAgreed ? [] : accounts;
}

/** The count of the latest plan of a source, as it is today. */
function claimOf({ plans, source }: ChildRecords, told: readonly ToldPlan[]) {
  const plan = plans.findLast(({ plansBefore }) => plansBefore !== undefined);
  const before = plan?.plansBefore;
  if (!plan || !before) return undefined;
  const since = told.filter(({ start, openOn }) => start >= plan.start.value && openOn === undefined).length;
  return { value: before.value + since, source: source.label, kind: source.kind, place: before.place };
}
