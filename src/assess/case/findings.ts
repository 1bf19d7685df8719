import type { DayRange } from '../../calendar/dates.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { provenanceOf } from '../../case/file/entry-value.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { inputsOf } from '../../facts/derivations/table.ts';
import { names, type Safe, safe } from '../../messages/safe.ts';
import type { CompiledPack, CompiledRequirement } from '../../policy/compile/compiled.ts';
import { anchorsOf, isMeasured } from '../../policy/pack/anchors.ts';
import { evidenceNames, variationOf } from '../../policy/pack/own-facts.ts';
import type { Requirement } from '../../policy/pack/pack.ts';
import type { ForEach } from '../../policy/pack/pack-schema.ts';
import { instancesOf } from '../each/instances.ts';
import { inSentence } from './act-words.ts';
import { bare, findingOf } from './assessed-finding.ts';
import type { Finding, FindingState } from './assessment.ts';
import { caveatOn } from './caveats.ts';
import { doneOn } from './done-on.ts';
import { countedFrom, type DueDate, daysOf, dueDate, timeOf } from './due.ts';
import { hangsOn, type Masks, truthIn } from './project.ts';

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

/** The state of every requirement and indicator of a pack. */
export function assessFindings(view: FactView): Finding[] {
  const found = view.pack.requirements.flatMap((r) =>
    r.requirement.for_each ? eachFinding(r, r.requirement.for_each, view) : [requirementFinding(r, view)],
  );
  return [...found, ...indicatorFindings(view)];
}

/** One finding for each meeting or occurrence for which something is asked, with a day of its own. */
function eachFinding(compiled: CompiledRequirement, each: ForEach, view: FactView): Finding[] {
  const { requirement, id } = compiled;
  const { pack, sheet, asAt, calendar } = view;
  const applies = truthIn(pack, compiled.applies, view.masks);
  if (applies === false) return [bare(compiled, pack, 'not_applicable')];
  const since = each.since === undefined ? undefined : (daysOf(sheet, each.since) ?? 'unknown');
  const found = view.file && instancesOf({ each, id }, view.file, asAt, since);
  const none = found?.isWhole && found.list.length === 0;
  if (none && applies) return [bare(compiled, pack, 'not_applicable')];
  if (!applies || !found || found.list.length === 0) {
    const hanging = (): readonly Safe[] => hangsOn(pack, compiled.applies, view.masks);
    return [findingOf(compiled, pack, 'unknown', { unsure: 'applies', hanging })];
  }
  return found.list.map(({ on, isDone: shown, done, path, kind }) => {
    const last = on && requirement.due && countedFrom(requirement.due, on, calendar);
    const judged = stateOf({ requirement, applies, shown, due: last?.range, done, view, isLate: false });
    const { state, unsure } = asStrongAs(requirement, isVaried(requirement, view), judged);
    const waitsFor = barOn(compiled, state, view);
    const instance = { on, path, what: nameOf(kind, pack, view) };
    return findingOf(compiled, pack, state, { last, done, unsure, waitsFor, instance });
  });
}

/** What one of them is called, without an article. */
function nameOf(kind: string, { pack }: CompiledPack, { meetings }: FactView): string {
  const name =
    pack.occurrences?.[kind]?.says ?? pack.meetings?.[kind] ?? meetings?.get(kind) ?? kind.replaceAll('_', ' ');
  return inSentence(name.replace(/^an? /, ''));
}

function requirementFinding(compiled: CompiledRequirement, view: FactView): Finding {
  const { requirement } = compiled;
  const applies = truthIn(view.pack, compiled.applies, view.masks);
  if (applies === false) return bare(compiled, view.pack, 'not_applicable');
  const shown = truthIn(view.pack, compiled.evidence, view.masks);
  if (applies === true && truthIn(view.pack, compiled.refused, view.masks))
    return bare(compiled, view.pack, 'declined');
  const last = dueDate(requirement.due, view.sheet, view.calendar);
  const done = shown === true ? doneOn(compiled, view) : undefined;
  const isLate = isPastTheHour(compiled, last, done, view);
  const judged = stateOf({ requirement, applies, shown, due: last?.range, done, view, isLate });
  const { state, unsure } = asStrongAs(requirement, isVaried(requirement, view), judged);
  const waitsFor = applies === true ? barOn(compiled, state, view) : undefined;
  if (waitsFor !== undefined && state !== 'overdue' && state !== 'past_due_unrecorded') {
    const hanging = (): Safe[] => hangsOn(view.pack, compiled.unbarred, view.masks);
    return findingOf(compiled, view.pack, 'barred', { last, waitsFor, hanging });
  }
  const items = itemStates(compiled, view);
  const caveat = shown === true ? (caveatOn(compiled, view) ?? doneBarred(compiled, view)) : undefined;
  if (!last && !done && !unsure && !items && !caveat) return bare(compiled, view.pack, state);
  const hanging = unsure && (() => openFacts(compiled, unsure, view));
  return findingOf(compiled, view.pack, state, { last, done, unsure, items, caveat, waitsFor, hanging });
}

/** States of something that is still to be done. */
const OPEN_STATES: readonly FindingState[] = ['outstanding', 'due', 'overdue', 'past_due_unrecorded', 'unknown'];

/** Only a must turns overdue; and what need not be done, since a departure from it is approved, is not asked for. */
function asStrongAs({ strength = 'must' }: Requirement, varied: boolean, judged: Judged): Judged {
  const { state, unsure } = judged;
  if (varied && unsure !== 'applies' && OPEN_STATES.includes(state)) return { state: 'varied' };
  if (strength === 'must') return judged;
  if (state === 'overdue') return { state: 'outstanding' };
  return state === 'past_due_unrecorded' ? unknown(unsure ?? 'done') : judged;
}

/** Whether the records show that a departure is approved. */
function isVaried({ id, variation }: Requirement, { sheet, asAt }: FactView): boolean {
  if (!variation) return false;
  const { known, entry } = sheet.states.get(variationOf(id)) ?? {};
  const { date, by } = provenanceOf(entry);
  const isByOne = by === undefined || variation.who.includes(by);
  return known?.kind === 'options' && known.mask === 0b01 && isByOne && !(date !== undefined && String(date) > asAt);
}

/** What still bars a step that is to be taken; not known to be so counts as not so. */
function barOn(
  { requirement, unbarred }: CompiledRequirement,
  state: FindingState,
  { pack, masks }: FactView,
): Safe | undefined {
  const bar = requirement.not_until;
  return bar && OPEN_STATES.includes(state) && truthIn(pack, unbarred, masks) !== true ? bar.says : undefined;
}

/** Said of a step that is recorded as taken while it was barred. */
function doneBarred({ requirement, unbarred }: CompiledRequirement, { pack, masks }: FactView): Safe | undefined {
  const bar = requirement.not_until;
  return bar && truthIn(pack, unbarred, masks) === false
    ? safe`recorded as done, although it had to wait until ${bar.says}`
    : undefined;
}

interface Signs {
  readonly requirement: Requirement;
  readonly applies: boolean | undefined;
  readonly shown: boolean | undefined;
  readonly due: DayRange | undefined;
  readonly done: DayRange | undefined;
  /** It was done on the last day, after the hour. */
  readonly isLate: boolean;
  readonly view: Pick<FactView, 'asAt' | 'listsEveryMeeting' | 'pack'>;
}

/** Whether something was done on its last day, and later on that day than the hours allow. */
function isPastTheHour(
  { id, requirement }: CompiledRequirement,
  last: DueDate | undefined,
  done: DayRange | undefined,
  { sheet }: FactView,
): boolean {
  const time = timeOf(sheet, requirement.done ?? id);
  const { until } = last ?? {};
  return until !== undefined && time !== undefined && done?.from === until.day && time > until.time;
}

interface Judged {
  readonly state: FindingState;
  readonly unsure?: Finding['unsure'];
}

const unknown = (unsure: NonNullable<Finding['unsure']>): Judged => ({ state: 'unknown', unsure });

function stateOf({ requirement, applies, shown, due, done, view, isLate }: Signs): Judged {
  const { asAt } = view;
  if (applies === false) return { state: 'not_applicable' };
  if (applies === undefined) return unknown('applies');
  if (requirement.due?.every)
    return nextTime(due, asAt, view.listsEveryMeeting && isCountedFromMeetings(requirement, view));
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

/** Whether it is a meeting that recurs: a complete list of meetings then shows that it was not held. */
const isCountedFromMeetings = ({ due }: Requirement, { pack }: Signs['view']): boolean =>
  anchorsOf(due).some((anchor) => {
    const derive = pack.facts.get(anchor)?.derive;
    return derive !== undefined && inputsOf(derive).meetings.length > 0;
  });

function itemStates({ id, requirement }: CompiledRequirement, { pack, masks }: FactView): Finding['items'] {
  if (!requirement.items) return undefined;
  return evidenceNames(id, requirement).map(([fact, says]) => {
    const mask = masks[pack.variableOf.get(fact) as number];
    return { says, state: mask === undefined ? 'unknown' : mask === 0b01 ? 'met' : 'outstanding' };
  });
}

/** Facts whose answer would settle the state: of the condition that is open, or the dates that are missing. */
function openFacts(compiled: CompiledRequirement, unsure: Finding['unsure'], view: FactView): Safe[] {
  const { pack, masks, sheet } = view;
  const { due, done } = compiled.requirement;
  const open = unsure === 'applies' ? compiled.applies : compiled.evidence;
  const facts = hangsOn(pack, open, masks);
  if (unsure === 'applies' || !due) return facts;
  const anchors = anchorsOf(due);
  const missing = anchors.some((fact) => daysOf(sheet, fact)) ? [] : anchors;
  return names(new Set([...facts, ...missing, ...(done && !daysOf(sheet, done) ? [done] : [])]));
}

function indicatorFindings({ pack, masks }: FactView): Finding[] {
  return pack.indicators.map((compiled) => {
    const holds = truthIn(pack, compiled.applies, masks);
    if (holds !== undefined) return bare(compiled, pack, holds ? 'met' : 'not_applicable');
    return findingOf(compiled, pack, 'unknown', { hanging: () => hangsOn(pack, compiled.applies, masks) });
  });
}
