import { type DayRange, parseDate } from '../../calendar/dates.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import { provenanceOf } from '../../case/file/entry-value.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { support } from '../../logic/walks.ts';
import type { CompiledPack, CompiledRequirement } from '../../policy/compile/compiled.ts';
import { anchorsOf } from '../../policy/pack/anchors.ts';
import { evidenceNames } from '../../policy/pack/own-facts.ts';
import type { Requirement } from '../../policy/pack/pack-schema.ts';
import { AssessedFinding, bare } from './assessed-finding.ts';
import type { Finding, FindingState } from './assessment.ts';
import { daysOf, dueDate } from './due.ts';
import { hangsOn, type Masks, truthIn } from './project.ts';

/** What one assessment looks at. */
export interface FactView {
  readonly pack: CompiledPack;
  readonly masks: Masks;
  readonly sheet: FactSheet;
  readonly asAt: string;
  readonly calendar: Calendar;
}

/** The state of every requirement and indicator of a pack. */
export function assessFindings(view: FactView): Finding[] {
  return [...view.pack.requirements.map((r) => requirementFinding(r, view)), ...indicatorFindings(view)];
}

function requirementFinding(compiled: CompiledRequirement, view: FactView): Finding {
  const { requirement } = compiled;
  const applies = truthIn(view.pack, compiled.applies, view.masks);
  if (applies === false) return bare(compiled, view.pack, 'not_applicable');
  const shown = truthIn(view.pack, compiled.evidence, view.masks);
  const last = dueDate(requirement.due, view.sheet, view.calendar);
  const done = shown === true ? doneOn(compiled, view) : undefined;
  const { state, unsure } = stateOf({ requirement, applies, shown, due: last?.range, done, asAt: view.asAt });
  const items = itemStates(compiled, view);
  if (!last && !done && !unsure && !items) return bare(compiled, view.pack, state);
  const hanging = unsure && (() => openFacts(compiled, unsure, view));
  return new AssessedFinding(compiled, view.pack, state, { last, done, unsure, items, hanging });
}

interface Signs {
  readonly requirement: Requirement;
  readonly applies: boolean | undefined;
  readonly shown: boolean | undefined;
  readonly due: DayRange | undefined;
  readonly done: DayRange | undefined;
  readonly asAt: string;
}

interface Judged {
  readonly state: FindingState;
  readonly unsure?: Finding['unsure'];
}

const unknown = (unsure: NonNullable<Finding['unsure']>): Judged => ({ state: 'unknown', unsure });

function stateOf({ requirement, applies, shown, due, done, asAt }: Signs): Judged {
  if (applies === false) return { state: 'not_applicable' };
  if (applies === undefined) return unknown('applies');
  const deadline = requirement.kind === 'deadline';
  if (requirement.due?.every) return nextTime(due, asAt);
  if (shown === true) return deadline ? inTime(due, done, asAt) : { state: lateBy(due, done) ? 'done_late' : 'met' };
  if (deadline && due && asAt <= due.from) return { state: 'due' };
  if (shown === undefined) return unknown('done');
  return { state: deadline && due && asAt > due.to ? 'overdue' : 'outstanding' };
}

const lateBy = (due: DayRange | undefined, done: DayRange | undefined): boolean =>
  due !== undefined && done !== undefined && done.from > due.to;

/** A deadline that was met, or not in time; without its dates that cannot be told. */
function inTime(due: DayRange | undefined, done: DayRange | undefined, asAt: string): Judged {
  if (lateBy(due, done)) return { state: 'done_late' };
  const latest = done?.to ?? asAt;
  return due && latest <= due.from ? { state: 'met' } : unknown('when');
}

/** Something that recurs is never over: the next time is due, or overdue. */
function nextTime(due: DayRange | undefined, asAt: string): Judged {
  if (due && asAt <= due.from) return { state: 'due' };
  return due && asAt > due.to ? { state: 'overdue' } : unknown('when');
}

/** The day that the requirement names for it, else the latest date recorded with the evidence. */
function doneOn(compiled: CompiledRequirement, { pack, sheet }: FactView): DayRange | undefined {
  const { done } = compiled.requirement;
  if (done) return daysOf(sheet, done);
  const ranges = support(compiled.evidence).flatMap((v) => {
    const entry = sheet.states.get(pack.variables[v]?.fact as string)?.entry;
    const date = provenanceOf(entry).date;
    return (date === undefined ? undefined : parseDate(date)) ?? [];
  });
  return ranges.length === 0 ? undefined : ranges.reduce((a, b) => (a.to > b.to ? a : b));
}

function itemStates({ id, requirement }: CompiledRequirement, { pack, masks }: FactView): Finding['items'] {
  if (!requirement.items) return undefined;
  return evidenceNames(id, requirement).map(([fact, says]) => {
    const mask = masks[pack.variableOf.get(fact) as number];
    return { says, state: mask === undefined ? 'unknown' : mask === 0b01 ? 'met' : 'outstanding' };
  });
}

/** Facts whose answer would settle the state: of the condition that is open, or the dates that are missing. */
function openFacts(compiled: CompiledRequirement, unsure: Finding['unsure'], view: FactView): string[] {
  const { pack, masks, sheet } = view;
  const { due, done } = compiled.requirement;
  const open = unsure === 'applies' ? compiled.applies : compiled.evidence;
  const facts = hangsOn(pack, open, masks);
  if (unsure === 'applies' || !due) return facts;
  const anchors = anchorsOf(due);
  const missing = anchors.some((fact) => daysOf(sheet, fact)) ? [] : anchors;
  return [...new Set([...facts, ...missing, ...(done && !daysOf(sheet, done) ? [done] : [])])];
}

function indicatorFindings({ pack, masks }: FactView): Finding[] {
  return pack.indicators.map((compiled) => {
    const holds = truthIn(pack, compiled.applies, masks);
    if (holds !== undefined) return bare(compiled, pack, holds ? 'met' : 'not_applicable');
    return new AssessedFinding(compiled, pack, 'unknown', { hanging: () => hangsOn(pack, compiled.applies, masks) });
  });
}
