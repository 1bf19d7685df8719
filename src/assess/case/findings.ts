import type { DayRange } from '../../calendar/dates.ts';
import type { Diagram } from '../../logic/diagram.ts';
import { names, type Safe, safe } from '../../messages/safe.ts';
import type { CompiledRequirement } from '../../policy/compile/compiled.ts';
import { anchorsOf } from '../../policy/pack/anchors.ts';
import { eachFindings, formerFindings } from '../each/each-findings.ts';
import { bare, findingOf } from './assessed-finding.ts';
import type { Finding } from './assessment.ts';
import { caveatOn } from './caveats.ts';
import { doneOn } from './done-on.ts';
import { type DueDate, daysOf, dueDate, timeOf } from './due.ts';
import { asStrongAs, barOn, doneBarred, type FactView, stateOf, variationIn } from './judge.ts';
import { hangsOn, truthOf } from './project.ts';
import { type ReadyIndicator, type ReadyRequirement, ready } from './ready.ts';

/** The state of every requirement and indicator of a pack. */
export function assessFindings(view: FactView): Finding[] {
  const found: Finding[] = [];
  const { requirements, indicators } = ready(view.pack);
  for (const own of requirements) {
    if (own.requirement.for_each) found.push(...eachFindings(own.id, view));
    else found.push(requirementFinding(own, view));
  }
  found.push(...formerFindings(view));
  for (const own of indicators) found.push(indicatorFinding(own, view));
  return found;
}

/** A refusal stands, although another way is on record as approved: people have to look at both. */
const REFUSED_ALL_THE_SAME = safe`refused, and another way is recorded as approved too; the refusal counts`;

function requirementFinding(own: ReadyRequirement, view: FactView): Finding {
  const { requirement } = own;
  const { masks } = view;
  const applies = truthOf(own.applies, masks);
  if (applies === false) return bare(own, 'not_applicable');
  const shown = truthOf(own.evidence, masks);
  const variation = variationIn(own, view);
  if (applies === true && truthOf(own.refused, masks))
    return variation ? findingOf(own, 'declined', { caveat: REFUSED_ALL_THE_SAME }) : bare(own, 'declined');
  const last = dueDate(requirement.due, view.sheet, view.calendar);
  const done = shown === true ? doneOn(own, view) : undefined;
  const isLate = isPastTheHour(own, last, done, view);
  const judged = stateOf({ requirement, applies, shown, due: last?.range, done, view, isLate });
  const { state, unsure } = asStrongAs(requirement, variation, judged);
  const waitsFor = applies === true ? barOn(own, state, view) : undefined;
  if (waitsFor !== undefined && state !== 'overdue' && state !== 'past_due_unrecorded')
    return findingOf(own, 'barred', { last, waitsFor, hanging: factsOf(own.compiled.unbarred, view) });
  if (state === 'varied') return findingOf(own, state, { variation });
  const items = itemStates(own, view);
  const caveat = shown === true ? (caveatOn(own, view) ?? doneBarred(own, view)) : undefined;
  if (!last && !done && !unsure && !items && !caveat) return bare(own, state);
  const hanging = unsure && factsLeft(own, unsure, view);
  return findingOf(own, state, { last, done, unsure, items, caveat, waitsFor, hanging });
}

/** The facts on which a condition hangs, worked out only for who asks. */
const factsOf =
  (condition: Diagram, { pack, masks }: FactView) =>
  (): Safe[] =>
    hangsOn(pack, condition, masks);

/** The same of those whose answer would settle the state. */
const factsLeft =
  ({ compiled }: ReadyRequirement, unsure: Finding['unsure'], view: FactView) =>
  (): Safe[] =>
    openFacts(compiled, unsure, view);

/** Whether something was done on its last day, and later on that day than the hours allow. */
function isPastTheHour(
  { id, requirement }: ReadyRequirement,
  last: DueDate | undefined,
  done: DayRange | undefined,
  { sheet }: FactView,
): boolean {
  const until = last?.until;
  if (!until) return false;
  const time = timeOf(sheet, requirement.done ?? id);
  return time !== undefined && done?.from === until.day && time > until.time;
}

function itemStates({ requirement, items }: ReadyRequirement, { pack, masks }: FactView): Finding['items'] {
  if (!requirement.items) return undefined;
  return items.map(([fact, says]) => {
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

function indicatorFinding(own: ReadyIndicator, view: FactView): Finding {
  const holds = truthOf(own.applies, view.masks);
  if (holds !== undefined) return bare(own, holds ? 'met' : 'not_applicable');
  return findingOf(own, 'unknown', { hanging: factsOf(own.compiled.applies, view) });
}
