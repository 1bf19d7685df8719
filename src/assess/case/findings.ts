import type { DayRange } from '../../calendar/dates.ts';
import { names, type Safe, safe } from '../../messages/safe.ts';
import type { CompiledIndicator, CompiledRequirement } from '../../policy/compile/compiled.ts';
import { anchorsOf } from '../../policy/pack/anchors.ts';
import { evidenceNames } from '../../policy/pack/own-facts.ts';
import { eachFindings, formerFindings } from '../each/each-findings.ts';
import { bare, findingOf } from './assessed-finding.ts';
import type { Finding } from './assessment.ts';
import { caveatOn } from './caveats.ts';
import { doneOn } from './done-on.ts';
import { type DueDate, daysOf, dueDate, timeOf } from './due.ts';
import { asStrongAs, barOn, doneBarred, type FactView, stateOf, variationIn } from './judge.ts';
import { hangsOn, truthIn } from './project.ts';

/** The state of every requirement and indicator of a pack. */
export function assessFindings(view: FactView): Finding[] {
  const found: Finding[] = [];
  for (const compiled of view.pack.requirements) {
    if (compiled.requirement.for_each) found.push(...eachFindings(compiled.id, view));
    else found.push(requirementFinding(compiled, view));
  }
  found.push(...formerFindings(view));
  for (const compiled of view.pack.indicators) found.push(indicatorFinding(compiled, view));
  return found;
}

/** A refusal stands, although another way is on record as approved: people have to look at both. */
const REFUSED_ALL_THE_SAME = safe`refused, and another way is recorded as approved too; the refusal counts`;

function requirementFinding(compiled: CompiledRequirement, view: FactView): Finding {
  const { requirement } = compiled;
  const applies = truthIn(view.pack, compiled.applies, view.masks);
  if (applies === false) return bare(compiled, view.pack, 'not_applicable');
  const shown = truthIn(view.pack, compiled.evidence, view.masks);
  const variation = variationIn(requirement, view);
  if (applies === true && truthIn(view.pack, compiled.refused, view.masks))
    return variation
      ? findingOf(compiled, view.pack, 'declined', { caveat: REFUSED_ALL_THE_SAME })
      : bare(compiled, view.pack, 'declined');
  const last = dueDate(requirement.due, view.sheet, view.calendar);
  const done = shown === true ? doneOn(compiled, view) : undefined;
  const isLate = isPastTheHour(compiled, last, done, view);
  const judged = stateOf({ requirement, applies, shown, due: last?.range, done, view, isLate });
  const { state, unsure } = asStrongAs(requirement, variation, judged);
  const waitsFor = applies === true ? barOn(compiled, state, view) : undefined;
  if (waitsFor !== undefined && state !== 'overdue' && state !== 'past_due_unrecorded') {
    const hanging = (): Safe[] => hangsOn(view.pack, compiled.unbarred, view.masks);
    return findingOf(compiled, view.pack, 'barred', { last, waitsFor, hanging });
  }
  if (state === 'varied') return findingOf(compiled, view.pack, state, { variation });
  const items = itemStates(compiled, view);
  const caveat = shown === true ? (caveatOn(compiled, view) ?? doneBarred(compiled, view)) : undefined;
  if (!last && !done && !unsure && !items && !caveat) return bare(compiled, view.pack, state);
  const hanging = unsure && (() => openFacts(compiled, unsure, view));
  return findingOf(compiled, view.pack, state, { last, done, unsure, items, caveat, waitsFor, hanging });
}

/** Whether something was done on its last day, and later on that day than the hours allow. */
function isPastTheHour(
  { id, requirement }: CompiledRequirement,
  last: DueDate | undefined,
  done: DayRange | undefined,
  { sheet }: FactView,
): boolean {
  const until = last?.until;
  if (!until) return false;
  const time = timeOf(sheet, requirement.done ?? id);
  return time !== undefined && done?.from === until.day && time > until.time;
}

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

function indicatorFinding(compiled: CompiledIndicator, { pack, masks }: FactView): Finding {
  const holds = truthIn(pack, compiled.applies, masks);
  if (holds !== undefined) return bare(compiled, pack, holds ? 'met' : 'not_applicable');
  return findingOf(compiled, pack, 'unknown', { hanging: () => hangsOn(pack, compiled.applies, masks) });
}
