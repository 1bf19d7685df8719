import type { DayRange } from '../../calendar/dates.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { provenanceOf } from '../../case/file/entry-value.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { range } from '../../case/sheet/records.ts';
import { inputsOf } from '../../facts/derivations/table.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { anchorsOf, isMeasured } from '../../policy/pack/anchors.ts';
import type { Requirement } from '../../policy/pack/pack.ts';
import type { Finding, FindingState } from './assessment.ts';
import { type Masks, truthOf } from './project.ts';
import type { ReadyRequirement } from './ready.ts';

/** What one assessment looks at. */
export interface FactView {
  readonly pack: CompiledPack;
  readonly masks: Masks;
  readonly sheet: FactSheet;
  readonly asAt: string;
  readonly calendar: Calendar;
  /** The case itself, for what is asked for each of its meetings or occurrences. */
  readonly file?: CaseFile | undefined;
  /** Names of the kinds of meeting. */
  readonly meetings?: ReadonlyMap<string, string>;
  /** Whether the case file lists every meeting, so that one that is not listed was not held. */
  readonly listsEveryMeeting: boolean;
}

export interface Signs {
  readonly requirement: Requirement;
  readonly applies: boolean | undefined;
  readonly shown: boolean | undefined;
  readonly due: DayRange | undefined;
  readonly done: DayRange | undefined;
  /** It was done on the last day, after the hour. */
  readonly isLate: boolean;
  readonly view: Pick<FactView, 'asAt' | 'listsEveryMeeting' | 'pack' | 'file'>;
}

export interface Judged {
  readonly state: FindingState;
  readonly unsure?: Finding['unsure'];
}

const unknown = (unsure: NonNullable<Finding['unsure']>): Judged => ({ state: 'unknown', unsure });

/** What is known of a requirement that may apply, by what shows that it was done, and by its last day. */
export function stateOf({ requirement, applies, shown, due, done, view, isLate }: Signs): Judged {
  const { asAt } = view;
  if (applies === false) return { state: 'not_applicable' };
  if (applies === undefined) return unknown('applies');
  if (requirement.due?.every) return nextTime(due, asAt, isListedWhole(requirement, view));
  if (shown === true && isLate) return { state: 'done_late' };
  if (shown === true) return inTime(requirement, due, done, asAt);
  const isPast = due !== undefined && asAt > due.to;
  if (isPast) return shown === false ? { state: 'overdue' } : { state: 'past_due_unrecorded', unsure: 'done' };
  if (requirement.kind === 'deadline' && due && asAt <= due.from) return { state: 'due' };
  return shown === undefined ? unknown('done') : { state: 'outstanding' };
}

const lateBy = (due: DayRange | undefined, done: DayRange | undefined): boolean =>
  due !== undefined && done !== undefined && done.from > due.to;

/**
 * Something that was done, in time or late. What is done within a length of time needs its day to be told, and so does
 * a text; what else is due before an event, and names no day of its own, is shown by evidence that says so itself.
 */
function inTime(
  { kind, due: how, done: dated }: Requirement,
  due: DayRange | undefined,
  done: DayRange | undefined,
  asAt: string,
): Judged {
  if (lateBy(due, done)) return { state: 'done_late' };
  if (!due) return kind === 'deadline' ? unknown('when') : { state: 'met' };
  if ((done?.to ?? asAt) <= due.from || (!done && how?.before && !isMeasured(how) && !dated && kind !== 'analysis'))
    return { state: 'met' };
  return !done && asAt > due.to ? { state: 'past_due_unrecorded', unsure: 'when' } : unknown('when');
}

/** Something that recurs is never over: the next time is ahead, or its day is past and nothing is recorded of it. */
function nextTime(due: DayRange | undefined, asAt: string, isListed: boolean): Judged {
  if (due && asAt <= due.from) return { state: 'due' };
  if (!due || asAt <= due.to) return unknown('when');
  return isListed ? { state: 'overdue' } : { state: 'past_due_unrecorded', unsure: 'done' };
}

/** Whether it is counted from meetings or visits of which every one is listed: the list then shows that none was later. */
const isListedWhole = ({ due }: Requirement, { pack, file, listsEveryMeeting }: Signs['view']): boolean =>
  anchorsOf(due).some((anchor) => {
    const derive = pack.facts.get(anchor)?.derive;
    if (!derive) return false;
    const { meetings, lists } = inputsOf(derive);
    return (listsEveryMeeting && meetings.length > 0) || (file?.visits?.complete === true && lists.includes('visits'));
  });

/** States of something that is still to be done. */
const OPEN_STATES: readonly FindingState[] = ['outstanding', 'due', 'overdue', 'past_due_unrecorded', 'unknown'];

/** Only a must turns overdue; and what need not be done, since a departure from it is approved, is not asked for. */
export function asStrongAs(
  { strength = 'must' }: Requirement,
  variation: Finding['variation'],
  judged: Judged,
): Judged {
  const { state, unsure } = judged;
  if (variation && unsure !== 'applies' && OPEN_STATES.includes(state)) return { state: 'varied' };
  if (strength === 'must') return judged;
  if (state === 'overdue') return { state: 'outstanding' };
  return state === 'past_due_unrecorded' ? unknown(unsure ?? 'done') : judged;
}

/** The departure that the records show to be approved, if any: by whom, where that is on record or only one role may. */
export function variationIn(own: ReadyRequirement, { sheet, asAt }: FactView): Finding['variation'] {
  const { variation } = own.requirement;
  if (!variation) return undefined;
  const { known: state, entry } = sheet.states.get(own.variation) ?? {};
  const { date, by } = provenanceOf(entry);
  const isByOne = by === undefined || variation.who.includes(by);
  const isYes = state?.kind === 'options' && state.mask === 0b01;
  if (!isYes || !isByOne || (date !== undefined && String(date) > asAt)) return undefined;
  const who = by ?? (variation.who.length === 1 ? variation.who[0] : undefined);
  return { by: who === undefined ? undefined : known(who), on: range(date) };
}

/** What still bars a step that is to be taken; not known to be so counts as not so. */
export function barOn(own: ReadyRequirement, state: FindingState, { masks }: FactView): Safe | undefined {
  const bar = own.requirement.not_until;
  return bar && OPEN_STATES.includes(state) && truthOf(own.unbarred, masks) !== true ? bar.says : undefined;
}

/** Said of a step that is recorded as taken while it was barred. */
export function doneBarred(own: ReadyRequirement, { masks }: FactView): Safe | undefined {
  const bar = own.requirement.not_until;
  return bar && truthOf(own.unbarred, masks) === false
    ? safe`recorded as done, although it had to wait until ${bar.says}`
    : undefined;
}
