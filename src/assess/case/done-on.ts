import { type Day, type DayRange, parseDate } from '../../calendar/dates.ts';
import { provenanceOf } from '../../case/file/entry-value.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { factsTaken } from '../../facts/derivations/table.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { daysOf } from './due.ts';
import { type Masks, truthOf } from './project.ts';
import type { ReadyRequirement } from './ready.ts';

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
export function doneOn(own: ReadyRequirement, known: Known): DayRange | undefined {
  const { done } = own.requirement;
  if (done) return daysOf(known.sheet, done);
  const dated = datedIn(own, known);
  if (dated.length < 2) return dated[0]?.on;
  if (isShownBy('', own, dated, known)) return undefined;
  const days = dated.map(({ on }) => on).sort((a, b) => (a.to < b.to ? -1 : 1));
  return days.find(({ to }) => isShownBy(to, own, dated, known));
}

function datedIn({ shownBy }: ReadyRequirement, { sheet }: Known): Dated[] {
  const dated: Dated[] = [];
  for (const fact of shownBy) {
    const { date } = provenanceOf(sheet.states.get(fact)?.entry);
    const on = date === undefined ? undefined : parseDate(date);
    if (on) dated.push({ fact, on });
  }
  return dated;
}

/** Whether the records that were there by a day show it; those without a date always were. */
function isShownBy(day: Day, { evidence }: ReadyRequirement, dated: readonly Dated[], { pack, masks }: Known): boolean {
  const later = new Set(dated.filter(({ on }) => on.to > day).map(({ fact }) => fact));
  const isLater = (fact: string): boolean => {
    const how = pack.facts.get(fact)?.derive;
    return later.has(fact) || (how !== undefined && factsTaken(how).some((other) => later.has(other)));
  };
  const then = pack.variables.map(({ fact }, v) => (isLater(fact) ? undefined : masks[v]));
  return truthOf(evidence, then) === true;
}
