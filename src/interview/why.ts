import type { LeafValue } from '../logic/diagram.ts';
import { outcomes, support } from '../logic/walks.ts';
import type { CompiledPack, CompiledQuestion } from '../policy/compile.ts';
import { wrap } from '../report/wrap.ts';
import { inputsOf } from './inputs.ts';
import type { Item } from './item.ts';
import type { View } from './view.ts';

/** Why something is asked: the clauses, and what the answer can still make different. */
export function whyAsked(item: Item, view: View, width: number): string {
  const lines = [
    ...item.asked.flatMap(({ why }) => why ?? []),
    ...clauseLines(item),
    ...[...view.masks.keys()].flatMap((pack) => bearingLines(item, pack, view)),
  ];
  return wrap([...new Set(lines)].join('\n'), width, '  ');
}

/** The clauses on which something is asked, each in one line. */
export function clauseLines({ asked }: Item): string[] {
  return asked.flatMap(({ pack, clauses }) =>
    clauses.map((id) => {
      const clause = pack.pack.clauses[id];
      return clause ? `${id} (${clause.section}): ${clause.says}` : id;
    }),
  );
}

function bearingLines(item: Item, pack: CompiledPack, view: View): string[] {
  const own = pack.variables.flatMap(({ fact }, v) => (concerns(item, fact, view) ? [v] : []));
  const questions = pack.questions.flatMap((question) => outcomeLines(question, own, pack, view));
  const asks = pack.requirements.filter((r) => hangs(r.applies, own, pack, view)).map((r) => r.requirement.says);
  const evidence = pack.indicators.filter((i) => hangs(i.applies, own, pack, view)).flatMap((i) => i.indicator.clauses);
  return [
    ...questions,
    ...(asks.length > 0 ? ['It decides whether this is asked for:', ...asks.map((says) => `- ${says}`)] : []),
    ...(evidence.length > 0 ? [`It is evidence that the procedure names (${[...new Set(evidence)].join(', ')}).`] : []),
  ];
}

/** Whether a fact is the item's own, or worked out from it. */
const concerns = (item: Item, fact: string, view: View): boolean =>
  fact === item.key || fact.startsWith(`${item.key}.`) || inputsOf(fact, view).includes(item.key);

const hangs = (d: CompiledQuestion['route'], own: readonly number[], pack: CompiledPack, view: View): boolean =>
  support(pack.diagrams.restrict(d, without(own, pack, view))).some((v) => own.includes(v));

/** What is known, apart from the facts that the question is about. */
const without = (own: readonly number[], pack: CompiledPack, view: View): (number | undefined)[] =>
  (view.masks.get(pack) ?? []).map((mask, v) => (own.includes(v) ? undefined : mask));

/** The outcomes between which the answer can decide, without saying which answer leads to which. */
function outcomeLines(compiled: CompiledQuestion, own: readonly number[], pack: CompiledPack, view: View): string[] {
  const known = without(own, pack, view);
  const separated = new Set<LeafValue>();
  for (const v of own) {
    const ends = Array.from({ length: pack.variables[v]?.regions ?? 0 }, (_, region) =>
      outcomes(compiled.route, known.with(v, 1 << region)),
    );
    for (const end of ends.flatMap((set) => [...set])) if (!ends.every((set) => set.has(end))) separated.add(end);
  }
  const says = Object.entries(compiled.question.outcomes).flatMap(([id, { says }]) =>
    separated.has(id) ? [says] : [],
  );
  if (separated.size === 0) return [];
  if (says.length === 0) return [`It decides whether this question arises: ${compiled.question.asks}`];
  return [`${compiled.question.title}: the answer helps to decide between`, ...says.map((line) => `- ${line}`)];
}
