import { formOf } from '../../facts/derivations/table.ts';
import { optionsOf } from '../../facts/fact.ts';
import { changes, restsOn } from '../../logic/reasons.ts';
import { spanInWords } from '../../logic/span.ts';
import { CONFLICT, type CompiledPack, GAP, NOT_IN_PLAY } from '../../policy/compile/compiled.ts';
import type { QuestionResult, WouldChange } from '../case/assessment.ts';
import { IMPOSSIBLE, type Masks, overPossible } from '../case/project.ts';

/** Why a question has the outcome it has; worked out once, however often it is shown. */
interface Reasons {
  readonly masks: Masks;
  restsOn?: readonly string[];
  wouldChange?: readonly WouldChange[];
}

const known = new WeakMap<QuestionResult, Reasons>();

function reasonsFor(question: QuestionResult, masks: Masks): Reasons {
  const before = known.get(question);
  if (before?.masks === masks) return before;
  const reasons = { masks };
  known.set(question, reasons);
  return reasons;
}

/** The smallest set of known facts that carries a settled outcome; empty where nothing is settled. */
export function outcomeRestsOn(question: QuestionResult, masks: Masks): readonly string[] {
  const reasons = reasonsFor(question, masks);
  reasons.restsOn ??= restsOnIn(question, masks);
  return reasons.restsOn;
}

function restsOnIn({ state, pack, compiled }: QuestionResult, masks: Masks): string[] {
  if (state === 'undecided') return [];
  return restsOn(overPossible(pack, compiled.route), masks, IMPOSSIBLE).map((v) => pack.variables[v]?.fact as string);
}

/** The single, then the paired changes of known facts that would alter what is possible on a question. */
export function outcomeWouldChange(question: QuestionResult, masks: Masks): readonly WouldChange[] {
  const reasons = reasonsFor(question, masks);
  reasons.wouldChange ??= wouldChangeIn(question, masks);
  return reasons.wouldChange;
}

function wouldChangeIn({ pack, compiled }: QuestionResult, masks: Masks): WouldChange[] {
  const regions = pack.variables.map((v) => v.regions);
  const all = changes(overPossible(pack, compiled.route), masks, regions, IMPOSSIBLE);
  return all
    .filter(({ to }) => ![...to.keys()].some((v) => isWhatIsShown(v, pack)))
    .map(({ to, leads }) => ({
      changes: [...to].map(([v, region]) => ({
        fact: pack.variables[v]?.fact as string,
        from: regionOf(pack, v, 31 - Math.clz32(masks[v] ?? 1)),
        to: regionOf(pack, v, region),
      })),
      outcomes: [...leads].map((end) => endName(String(end))),
    }));
}

/** Whether a fact only says what the file shows of others: it is they that can be otherwise. */
function isWhatIsShown(v: number, { variables, facts }: CompiledPack): boolean {
  const how = facts.get(variables[v]?.fact as string)?.derive;
  return how !== undefined && formOf(how).implies !== undefined;
}

/** A region of a variable as it would be written in a case file: an option, or a range such as `under 12`. */
export function regionOf(pack: CompiledPack, variable: number, region: number): string {
  const { fact, spans } = pack.variables[variable] as CompiledPack['variables'][number];
  if (spans) return spanInWords(spans[region] as (typeof spans)[number]);
  const definition = pack.facts.get(fact);
  return (definition && optionsOf(definition)[region]) ?? String(region);
}

/** An end of a diagram in the words of the machine contract. */
export function endName(end: string): string {
  if (end === NOT_IN_PLAY) return 'not_in_play';
  if (end === GAP) return 'silent';
  return end === CONFLICT ? 'rules_conflict' : end;
}
