import { type Day, type DayRange, parseDate } from '../../calendar/dates.ts';
import { provenanceOf } from '../../case/file/entry-value.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { factsTaken } from '../../facts/derivations/table.ts';
import { support } from '../../logic/walks.ts';
import type { CompiledPack, CompiledRequirement } from '../../policy/compile/compiled.ts';
import { daysOf } from './due.ts';
import { type Masks, truthIn } from './project.ts';

/** What is known of one case under one pack. */
interface Known {
  readonly pack: CompiledPack;
  readonly masks: Masks;
  readonly sheet: FactSheet;
}

/** A fact with the day on which what the file says of it was done, said or recorded. */
interface Dated {
  readonly fact: string;
  readonly on: DayRange;
}

/** When something that is met was done: the day that the requirement names for it, else the first by which the records show it. */
export function doneOn(compiled: CompiledRequirement, known: Known): DayRange | undefined {
  const { done } = compiled.requirement;
  if (done) return daysOf(known.sheet, done);
  const dated = datedIn(compiled, known);
  if (dated.length < 2) return dated[0]?.on;
  if (isShownBy('', compiled, dated, known)) return undefined;
  const days = dated.map(({ on }) => on).sort((a, b) => (a.to < b.to ? -1 : 1));
  return days.find(({ to }) => isShownBy(to, compiled, dated, known));
}

function datedIn(compiled: CompiledRequirement, { pack, sheet }: Known): Dated[] {
  const dated: Dated[] = [];
  for (const fact of evidenceFacts(compiled, pack)) {
    const { date } = provenanceOf(sheet.states.get(fact)?.entry);
    const on = date === undefined ? undefined : parseDate(date);
    if (on) dated.push({ fact, on });
  }
  return dated;
}

const evidences = new WeakMap<CompiledRequirement, readonly string[]>();

/** The facts that can show a requirement to be met: the same for every case. */
export function evidenceFacts(compiled: CompiledRequirement, { variables }: CompiledPack): readonly string[] {
  let found = evidences.get(compiled);
  if (!found) evidences.set(compiled, (found = support(compiled.evidence).map((v) => variables[v]?.fact as string)));
  return found;
}

/** Whether the records that were there by a day show it; those without a date always were. */
function isShownBy(
  day: Day,
  { evidence }: CompiledRequirement,
  dated: readonly Dated[],
  { pack, masks }: Known,
): boolean {
  const later = new Set(dated.filter(({ on }) => on.to > day).map(({ fact }) => fact));
  const isLater = (fact: string): boolean => {
    const how = pack.facts.get(fact)?.derive;
    return later.has(fact) || (how !== undefined && factsTaken(how).some((other) => later.has(other)));
  };
  const then = pack.variables.map(({ fact }, v) => (isLater(fact) ? undefined : masks[v]));
  return truthIn(pack, evidence, then) === true;
}
