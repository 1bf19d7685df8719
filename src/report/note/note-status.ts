import { type Safe, safe } from '../../messages/safe.ts';
import type { Stamped } from './stamp.ts';

/** Whether a note is still true. */
export type NoteStatus =
  | 'current'
  | 'facts_changed'
  | 'pack_changed'
  | 'outcome_would_differ'
  | 'edited_by_hand'
  | 'case_missing';

/** What the same note would rest on if it were made now. */
export interface Now {
  /** What arises and how it ends on the day of the check. */
  readonly outcomes: Readonly<Record<string, readonly string[]>>;
  /** The same, on the day of the note, with the facts and packs of today. */
  readonly outcomesThen: Readonly<Record<string, readonly string[]>>;
  /** Digest of what the note would show of the case, on the day of the note. */
  readonly facts: string;
  readonly packs: readonly { readonly id: string; readonly digest: string }[];
}

/** Where a note stands, and a sentence on it. */
export interface Sorted {
  readonly status: NoteStatus;
  readonly says: Safe;
}

const SAYS: Readonly<Record<NoteStatus, Safe>> = {
  current: safe`This note is still true.`,
  facts_changed: safe`The case has changed since this note was made; the outcome is the same. Make it anew if it is to be relied on.`,
  pack_changed: safe`The procedure has changed since this note was made; the outcome is the same.`,
  outcome_would_differ: safe`This note is no longer true: made today, it would end otherwise.`,
  edited_by_hand: safe`The words of this note were changed by hand after it was made.`,
  case_missing: safe`No case file among those checked has the reference of this note.`,
};

const NOTHING = safe``;

/** Sorts one note, the gravest first; without `now` its case is missing. */
export function noteStatus({ stamp, isAsMade }: Stamped, now: Now | undefined): Sorted {
  if (!now) return sorted('case_missing', isAsMade);
  if (!same(stamp.outcomes, now.outcomes)) {
    const byTime = same(stamp.outcomes, now.outcomesThen) ? safe` That is by the passing of time alone.` : NOTHING;
    return sorted('outcome_would_differ', isAsMade, byTime);
  }
  if (!isAsMade) return sorted('edited_by_hand', true);
  if (packsDiffer(stamp.packs, now.packs)) return sorted('pack_changed', true);
  return sorted(stamp.facts === now.facts ? 'current' : 'facts_changed', true);
}

const sorted = (status: NoteStatus, isAsMade: boolean, more = NOTHING): Sorted => ({
  status,
  says: safe`${SAYS[status]}${more}${isAsMade ? NOTHING : safe` ${SAYS.edited_by_hand}`}`,
});

type Outcomes = Now['outcomes'];

function same(a: Outcomes, b: Outcomes): boolean {
  const key = (outcomes: Outcomes): string =>
    JSON.stringify(
      Object.keys(outcomes)
        .sort()
        .map((name) => [name, [...(outcomes[name] ?? [])].sort()]),
    );
  return key(a) === key(b);
}

function packsDiffer(then: Stamped['stamp']['packs'], now: Now['packs']): boolean {
  const key = (packs: Now['packs']): string =>
    packs
      .map(({ id, digest }) => `${id}/${digest.slice(0, 12)}`)
      .sort()
      .join();
  return key(then) !== key(now);
}
