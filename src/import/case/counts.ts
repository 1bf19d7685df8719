import type { Day } from '../../calendar/dates.ts';
import type { Entry } from '../../case/file/entry.ts';
import { isNotKnown } from '../../case/file/entry-value.ts';
import { importedFrom } from '../../case/file/imported.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { ChildRecords } from '../records.ts';
import type { Outcome } from './put.ts';
import type { Account, Claim, Told } from './told.ts';

/** By its name in an account: the plans of which the dates are known. */
const DATED = safe`plans with dates`;

/** How many plans there were before one of its plans, by each kind of return: the latest return and plan that say it. */
export function claimsIn(pieces: readonly ChildRecords[]): Claim[] {
  const claims = pieces.flatMap(({ plans, source }): Claim[] => {
    const plan = plans.findLast(({ plansBefore }) => plansBefore !== undefined);
    const before = plan?.plansBefore;
    return plan && before ? [{ before: before.value, start: plan.start.value, source, place: before.place }] : [];
  });
  return claims.filter(({ source: { kind } }, i) => !claims.slice(i + 1).some((later) => later.source.kind === kind));
}

/**
 * Compares the counts of the sources with the plans that the case has now. A source counts the plans before one of its
 * plans: once that has ended it is one more, and so is each plan since. Where they differ, all are named and none is
 * chosen; a count that stands alone is only reported. A person's answer stays.
 */
export function putCount({ claims }: Told, out: Outcome): void {
  const [first] = claims;
  if (!first) return;
  const starts = startsOfEnded(out);
  const counted = claims.map(({ before, start, source }): Account => {
    return { value: before + starts.filter((one) => one >= start).length, source: source.label };
  });
  const accounts = starts.length > 0 ? [...counted, { value: starts.length, source: DATED }] : counted;
  const isAgreed = new Set(accounts.map(({ value }) => value)).size === 1;
  const shown = `${accounts.map(({ value, source }) => `${value} (${source})`).join('; ')}.`;
  const says = accounts.length === 1 ? (first.before > 0 ? ALONE : NONE) : isAgreed ? AGREED : DIFFER;
  out.items.push({ kind: 'question', code: safe`earlier_plans_counted`, says, shown, place: first.place });
  if (!isAgreed) putDisputed(accounts, out);
}

const ALONE = safe`A return counts earlier plans of which no dates are known. The number is not written. How many were there?`;
const NONE = safe`A return counts no earlier plans. This is not written. Were there none?`;
const AGREED = safe`The sources agree on the number of earlier plans. It is not written. Are these all?`;
const DIFFER = safe`Sources do not agree on the number of earlier plans. It stays open, with all accounts.`;

/** When the earlier plans began that the case file has once everything is put into it. */
function startsOfEnded({ file, edits }: Outcome): Day[] {
  const held = file?.previous_plans?.plans ?? [];
  const put = edits.flatMap(({ path, value }) =>
    path[0] === 'previous_plans' && path.length === 3 && Number(path[2]) >= held.length
      ? [value as { began?: string }]
      : [],
  );
  return [...held, ...put].map(({ began }) => range(began)?.from ?? '');
}

function putDisputed(accounts: readonly Account[], out: Outcome): void {
  const path: Path = ['answers', 'earlier_plans'];
  const held = out.file?.answers?.earlier_plans;
  const entry = { unknown: 'disputed', accounts: accounts.map(({ value, source }) => ({ value, source })) };
  if (held === undefined) out.add(path, entry);
  else if (isOurs(held) && isNewer(accounts, held)) out.change(path, entry);
}

const accountsOf = (held: Entry): readonly { readonly value: unknown; readonly source?: string | undefined }[] =>
  isNotKnown(held) ? (held.accounts ?? []) : [];

/** Whether every account is one that an import wrote. */
const isOurs = (held: Entry): boolean =>
  isNotKnown(held) &&
  held.unknown === 'disputed' &&
  (held.accounts ?? []).every(({ source, by, post, note }) => {
    return !by && !post && !note && (source === DATED || importedFrom(source) !== undefined);
  });

/** Whether the accounts are others, and none of an older return. */
function isNewer(accounts: readonly Account[], held: Entry): boolean {
  const lastOf = (all: readonly { readonly source?: string | undefined }[]): string =>
    all
      .map(({ source }) => importedFrom(source)?.day ?? '')
      .sort()
      .at(-1) ?? '';
  const told = (all: readonly { readonly value: unknown; readonly source?: string | undefined }[]): string =>
    all.map(({ value, source }) => `${value} ${source}`).join();
  return told(accounts) !== told(accountsOf(held)) && lastOf(accounts) >= lastOf(accountsOf(held));
}
