import { hangsOn, overPossible, possibleEnds } from '../../assess/case/project.ts';
import type { LeafValue } from '../../logic/diagram.ts';
import { type CompiledPack, type CompiledQuestion, NOT_IN_PLAY } from '../../policy/compile/compiled.ts';
import { hanging } from '../prompters/prompter.ts';
import type { CaseView } from './case-view.ts';
import { inputsBelow } from './inputs.ts';
import type { Item } from './item.ts';

/** Why something is asked: the clauses, and what the answer can still make different. */
export function whyAsked(item: Item, view: CaseView, width: number): string {
  const lines = [
    ...item.asked.flatMap(({ why }) => why ?? []),
    ...clauseLines(item),
    ...[...view.masks.keys()].flatMap((pack) => bearingLines(item, pack, view)),
  ];
  return [...new Set(lines)].map((line) => hanging(line, width)).join('\n');
}

/** The clauses on which something is asked, each in one line. */
export function clauseLines({ asked }: Item): string[] {
  return asked.flatMap(({ pack, clauses }) =>
    clauses.map((id) => {
      const clause = pack.pack.clauses[id];
      return clause ? `${id}, ${clause.section}: ${clause.says}` : id;
    }),
  );
}

/** Most requirements named one by one. */
const NAMED = 3;

function bearingLines(item: Item, pack: CompiledPack, view: CaseView): string[] {
  const own = pack.variables.flatMap(({ fact }, v) => (concerns(item, fact, view) ? [v] : []));
  const open = pack.questions.filter((question) => !separated(question, own, pack, view).has(NOT_IN_PLAY));
  const arises = (question: string): boolean => open.some(({ id }) => id === question);
  const asks = pack.requirements.filter((r) => arises(r.requirement.question) && hangs(r.applies, own, pack, view));
  const evidence = pack.indicators.filter((i) => arises(i.indicator.question) && hangs(i.applies, own, pack, view));
  return [
    ...pack.questions.flatMap((question) => outcomeLines(question, own, pack, view)),
    ...named(
      'It decides whether this is asked for:',
      asks.map((r) => r.requirement.says),
    ),
    ...(evidence.length > 0
      ? [`It is evidence that the procedure names: ${evidence.flatMap((i) => i.indicator.clauses).join(', ')}.`]
      : []),
  ];
}

function named(heading: string, says: readonly string[]): string[] {
  if (says.length === 0) return [];
  const more = says.length > NAMED ? [`- and ${says.length - NAMED} more`] : [];
  return [heading, ...says.slice(0, NAMED).map((line) => `- ${line}`), ...more];
}

/** Whether a fact is the item's own, or worked out from it. */
const concerns = (item: Item, fact: string, view: CaseView): boolean =>
  fact === item.key || fact.startsWith(`${item.key}.`) || inputsBelow(fact, view).includes(item.key);

const hangs = (d: CompiledQuestion['route'], own: readonly number[], pack: CompiledPack, view: CaseView): boolean =>
  hangsOn(pack, d, without(own, pack, view)).some((fact) => own.some((v) => pack.variables[v]?.fact === fact));

/** What is known, apart from the facts that the question is about. */
const without = (own: readonly number[], pack: CompiledPack, view: CaseView): (number | undefined)[] =>
  (view.masks.get(pack) ?? []).map((mask, v) => (own.includes(v) ? undefined : mask));

/** The outcomes between which the answer can decide, without saying which answer leads to which. */
function outcomeLines(
  compiled: CompiledQuestion,
  own: readonly number[],
  pack: CompiledPack,
  view: CaseView,
): string[] {
  const ends = separated(compiled, own, pack, view);
  const { title, asks, outcomes: all } = compiled.question;
  if (ends.has(NOT_IN_PLAY)) return [`It decides whether this has to be asked: ${asks}`];
  if (isUnwritten(pack, view)) return [];
  const says = Object.entries(all).flatMap(([id, outcome]) => (ends.has(id) ? [`- ${outcome.says}`] : []));
  return says.length > 0 ? [`${title}: the answer helps to decide between`, ...says] : [];
}

/** Whether an analysis of a document is still to be written: until then nobody is shown what it could come to. */
const isUnwritten = ({ pack: { analyses = {} } }: CompiledPack, { file }: CaseView): boolean =>
  Object.keys(analyses).some((id) => !file.analysis?.[id]?.text.trim());

/** The ends of a question that are possible for some answers and not for others. */
function separated(
  { route }: CompiledQuestion,
  own: readonly number[],
  pack: CompiledPack,
  view: CaseView,
): Set<LeafValue> {
  const known = without(own, pack, view);
  const d = overPossible(pack, route);
  const found = new Set<LeafValue>();
  for (const v of own) {
    const ends = Array.from({ length: pack.variables[v]?.regions ?? 0 }, (_, region) =>
      possibleEnds(d, known.with(v, 1 << region)),
    ).filter((set) => set.size > 0);
    for (const end of ends.flatMap((set) => [...set])) if (!ends.every((set) => set.has(end))) found.add(end);
  }
  return found;
}
