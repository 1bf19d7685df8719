import type { DaysOf } from '../../facts/derivations/context.ts';
import type { CountedTime } from '../../facts/derivations/form.ts';
import type { FactScope } from '../../facts/fact-scope.ts';
import type { Knowledge } from '../../facts/knowledge.ts';
import { knowledgeInWords } from '../../facts/knowledge-words.ts';
import { type Diagnostic, error, warning } from '../../messages/diagnostic.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import type { FactState, FactStates } from './fact-sheet.ts';

/** What a case says of its facts. */
interface Drawn extends FactStates {
  readonly daysOf: DaysOf;
}

const labelOf = (id: string, { facts }: FactScope): Safe => facts.get(id)?.label ?? known(id);

/** A time that ends before it begins is not known, and one of its two dates is wrong. */
export function runningBackwards({ from, to }: CountedTime, drawn: Drawn, scope: FactScope): Diagnostic | undefined {
  const { daysOf } = drawn;
  const last = to.find((date) => daysOf(date) !== undefined);
  const [start, end] = [daysOf(from), last && daysOf(last)];
  if (!last || !start || !end || end.to >= start.from) return undefined;
  const says = safe`By these dates, ${labelOf(last, scope)} comes before ${labelOf(from, scope)}. So the time between them counts as not known. Check both dates.`;
  return warning('dates_run_backwards', says, drawn.get(last)?.path ?? drawn.get(from)?.path ?? ['dates']);
}

/** An answer that the dates and records contradict. */
export function contradicted(
  id: string,
  { known: said, path = [] }: FactState & { readonly known: Knowledge },
  worked: Knowledge,
  scope: FactScope,
): Diagnostic {
  const fact = scope.facts.get(id);
  const words = (one: Knowledge): string => (fact ? `“${knowledgeInWords(fact, one)}”` : '');
  const says = safe`The answer on ${labelOf(id, scope)} does not agree with the dates and records in this file. Correct one of them; until then it counts as not known.`;
  const shown = `${words(said)}; by the dates and lists it is ${words(worked)}.`;
  return error('answer_contradicts_record', says, path, { shown });
}
