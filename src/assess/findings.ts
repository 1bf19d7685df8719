import { type DayRange, parseDate } from '../case/dates.ts';
import { provenanceOf } from '../case/entry-value.ts';
import type { FactSheet } from '../case/facts.ts';
import { support } from '../logic/walks.ts';
import type { CompiledPack, CompiledRequirement } from '../policy/compile.ts';
import { evidenceNames } from '../policy/own-facts.ts';
import type { Finding, FindingState } from './assessment.ts';
import { dueDate } from './due.ts';
import { hangsOn, type Masks, truthIn } from './project.ts';

/** What one assessment looks at. */
export interface View {
  readonly pack: CompiledPack;
  readonly masks: Masks;
  readonly sheet: FactSheet;
  readonly asAt: string;
}

/** The state of every requirement and indicator of a pack. */
export function assessFindings(view: View): Finding[] {
  return [...view.pack.requirements.map((r) => requirementFinding(r, view)), ...indicatorFindings(view)];
}

function requirementFinding(compiled: CompiledRequirement, view: View): Finding {
  const { id, requirement } = compiled;
  const applies = truthIn(view.pack, compiled.applies, view.masks);
  const shown = truthIn(view.pack, compiled.evidence, view.masks);
  const due = applies === false ? undefined : dueDate(requirement.due, view.sheet);
  const done = shown === true ? doneOn(compiled, view) : undefined;
  const state = stateOf({ applies, shown, due, done, deadline: requirement.kind === 'deadline', asAt: view.asAt });
  const items = applies === false ? undefined : itemStates(compiled, view);
  return {
    rule: id,
    pack: view.pack,
    question: requirement.question,
    kind: requirement.kind,
    state,
    clauses: requirement.clauses,
    says: requirement.says,
    who: [requirement.who].flat(),
    ...(due && { due }),
    ...(done && { done }),
    ...(state === 'unknown' && { unsure: applies === undefined ? ('applies' as const) : ('done' as const) }),
    ...(items && { items }),
    hangsOn:
      state === 'unknown'
        ? hangsOn(view.pack, applies === undefined ? compiled.applies : compiled.evidence, view.masks)
        : [],
  };
}

interface Signs {
  readonly applies: boolean | undefined;
  readonly shown: boolean | undefined;
  readonly due: DayRange | undefined;
  readonly done: DayRange | undefined;
  readonly deadline: boolean;
  readonly asAt: string;
}

function stateOf({ applies, shown, due, done, deadline, asAt }: Signs): FindingState {
  if (applies === false) return 'not_applicable';
  if (applies === undefined) return 'unknown';
  if (shown === true) return due && done && done.from > due.to ? 'done_late' : 'met';
  if (deadline && due && asAt <= due.from) return 'due';
  if (shown === undefined) return 'unknown';
  return deadline && due && asAt > due.to ? 'overdue' : 'outstanding';
}

/** The latest date recorded with the evidence. */
function doneOn(compiled: CompiledRequirement, { pack, sheet }: View): DayRange | undefined {
  const ranges = support(compiled.evidence).flatMap((v) => {
    const entry = sheet.states.get(pack.variables[v]?.fact as string)?.entry;
    const date = provenanceOf(entry).date;
    return (date === undefined ? undefined : parseDate(date)) ?? [];
  });
  return ranges.length === 0 ? undefined : ranges.reduce((a, b) => (a.to > b.to ? a : b));
}

function itemStates({ id, requirement }: CompiledRequirement, { pack, masks }: View): Finding['items'] {
  if (!requirement.items) return undefined;
  return evidenceNames(id, requirement).map(([fact, says]) => {
    const mask = masks[pack.variableOf.get(fact) as number];
    return { says, state: mask === undefined ? 'unknown' : mask === 0b01 ? 'met' : 'outstanding' };
  });
}

function indicatorFindings({ pack, masks }: View): Finding[] {
  return pack.indicators.map(({ id, indicator, applies }) => {
    const { question, clauses, says, points } = indicator;
    const holds = truthIn(pack, applies, masks);
    const state = holds === undefined ? 'unknown' : holds ? 'met' : 'not_applicable';
    const open = holds === undefined ? hangsOn(pack, applies, masks) : [];
    return { rule: id, pack, question, kind: 'indicator', state, clauses, says, who: [], points, hangsOn: open };
  });
}
