import { ALL, type Diagram, isLeaf, type LeafValue } from '../../logic/diagram.ts';
import { outcomes, type Witness } from '../../logic/walks.ts';
import { smallest } from '../verify/witness.ts';
import type { CompiledPack, CompiledPart, CompiledQuestion, CompiledRule } from './compiled.ts';

const ELSEWHERE = '#impossible';

/** The cases of a condition that can occur at all. */
export const real = ({ diagrams, occurring }: CompiledPack, condition: Diagram): Diagram =>
  diagrams.and(occurring, condition);

/** Where a question that is in play ends in one of some ends. */
export const endsIn = (pack: CompiledPack, { route }: CompiledQuestion, wanted: (end: LeafValue) => boolean): Diagram =>
  real(pack, pack.diagrams.relabel(route, wanted));

/** Where a question is in play and none of the stages before one of its rules speaks. */
export function turnOf(pack: CompiledPack, { question, rules, inPlay }: CompiledQuestion, stage: string): Diagram {
  const { diagrams } = pack;
  const order = question.stages.map(({ id }) => id);
  const earlier = rules.filter((rule) => order.indexOf(rule.rule.stage) < order.indexOf(stage));
  return real(pack, diagrams.and(inPlay, diagrams.not(diagrams.any(earlier.map((rule) => rule.holds)))));
}

/** Where a rule speaks. */
export const speaks = (pack: CompiledPack, question: CompiledQuestion, rule: CompiledRule): Diagram =>
  pack.diagrams.and(turnOf(pack, question, rule.rule.stage), rule.holds);

/** Everything a pack means, over the cases that can occur: two packs over the same variables mean the same where all are the same. */
export function meaningOf(pack: CompiledPack): Diagram[] {
  const { possible, questions, requirements, indicators, contradictions } = pack;
  const parts = [...questions, ...requirements, ...indicators, ...contradictions];
  return [possible, ...parts.flatMap((part) => meaningOfPart(pack, part))];
}

/** What one part means, over the cases that can occur. */
export function meaningOfPart(
  { diagrams, occurring }: Pick<CompiledPack, 'diagrams' | 'occurring'>,
  part: CompiledPart,
): Diagram[] {
  const over = (d: Diagram): Diagram => diagrams.choose(occurring, d, diagrams.leaf(ELSEWHERE));
  if ('route' in part) {
    const conditional = part.deciders.filter((d) => d !== diagrams.yes);
    const arises = conditional.length < part.deciders.length ? over(part.inPlay) : diagrams.no;
    const decides = (d: Diagram): Diagram =>
      d === diagrams.yes ? arises : over(diagrams.choose(part.inPlay, d, diagrams.no));
    return [over(part.route), ...part.deciders.map(decides)];
  }
  if (!('evidence' in part)) return [over(part.applies)];
  const applies = over(part.applies);
  const where = (d: Diagram): Diagram =>
    d === diagrams.yes ? applies : over(diagrams.choose(part.applies, d, diagrams.no));
  return [applies, where(part.evidence), where(part.refused), where(part.unbarred)];
}

/** The first few separate groups of cases in which a condition holds, each by its smallest case. */
export function groupsOf(pack: CompiledPack, condition: Diagram, most = 5): Witness[] {
  const found: Witness[] = [];
  let rest = condition;
  while (found.length < most) {
    const witness = smallest(pack.diagrams, rest);
    if (!witness) break;
    found.push(witness);
    rest = pack.diagrams.and(rest, pack.diagrams.not(around(pack, rest, witness)));
  }
  return found;
}

/** A witness with every fact widened to all values for which the condition still holds. */
function around({ diagrams, variables }: CompiledPack, condition: Diagram, witness: Witness): Diagram {
  const known: (number | undefined)[] = [];
  for (const [v, region] of witness) known[v] = 1 << region;
  for (const v of witness.keys()) {
    for (let region = 0; region < (variables[v]?.regions ?? 0); region++) {
      const narrow = known[v] ?? ALL;
      known[v] = narrow | (1 << region);
      if (outcomes(condition, known).has(false)) known[v] = narrow;
    }
  }
  return diagrams.all([...witness.keys()].map((v) => diagrams.test(v, variables[v]?.regions ?? 0, known[v] ?? ALL)));
}

export const isNever = (d: Diagram): boolean => isLeaf(d) && d.leaf === false;
