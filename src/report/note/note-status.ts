import { type Safe, safe } from '../../messages/safe.ts';
import type { Grounds } from './note-stamp.ts';
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
  /** What the note would rest on, on the day of the note. */
  readonly grounds: Grounds;
  readonly packs: readonly { readonly id: string; readonly digest: string }[];
}

/** Where a note stands, and a sentence on it. */
export interface Sorted {
  readonly status: NoteStatus;
  readonly says: Safe;
}

const SAYS: Readonly<Record<NoteStatus, Safe>> = {
  current: safe`This note is still true.`,
  facts_changed: safe`The case has changed since this note was made; the outcome is the same. Make the note again before you rely on it.`,
  pack_changed: safe`The procedure has changed since this note was made; the outcome is the same.`,
  outcome_would_differ: safe`This note is out of date: a note made today would have another outcome.`,
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
  if (stamp.template === now.grounds.template) {
    return sorted(stamp.facts === now.grounds.facts ? 'current' : 'facts_changed', true);
  }
  if (stamp.fields === now.grounds.fields) return sorted('current', true);
  return { status: 'facts_changed', says: stamp.fields ? BY_OTHER_TEMPLATES : BY_AN_OLDER_VERSION };
}

const BY_OTHER_TEMPLATES = safe`The case has changed since this note was made; the outcome is the same. Its template is not at hand: the note may show nothing of what has changed.`;

const BY_AN_OLDER_VERSION = safe`The outcome is the same as when this note was made. An older version made it: it is not known whether anything else that it shows has changed.`;

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
