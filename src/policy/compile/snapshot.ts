import type { Vocabulary } from '../../facts/vocabulary-schema.ts';
import { type Diagram, Diagrams, isLeaf, type LeafValue } from '../../logic/diagram.ts';
import { ALWAYS, type Condition } from '../pack/condition.ts';
import { NO_SOURCE } from '../pack/no-source.ts';
import { ownFacts } from '../pack/own-facts.ts';
import type { Indicator, Pack, Question, Requirement, Rule } from '../pack/pack-schema.ts';
import type { CompiledPack, CompiledQuestion } from './compiled.ts';
import type { Variable } from './variables.ts';

/** A node as data: an end, or a variable and the places of its children. */
type Node = LeafValue | readonly number[];

/** A compiled pack as plain data, without the text it was read from. Diagrams are places in the list of nodes. */
export interface PackSnapshot {
  readonly pack: Pack;
  readonly conditions: readonly (readonly [string, Condition])[];
  readonly variables: readonly Variable[];
  readonly nodes: readonly Node[];
  readonly possible: number;
  readonly questions: readonly {
    readonly inPlay: number;
    readonly route: number;
    readonly rules: readonly number[][];
  }[];
  readonly requirements: readonly (readonly [applies: number, evidence: number])[];
  readonly indicators: readonly number[];
}

/** Takes down a compiled pack. */
export function snapshotOf(compiled: CompiledPack): PackSnapshot {
  const nodes: Node[] = [];
  const places = new Map<Diagram, number>();
  const place = (d: Diagram): number => {
    let found = places.get(d);
    if (found === undefined) {
      const node = isLeaf(d) ? d.leaf : [d.variable, ...d.children.map(place)];
      places.set(d, (found = nodes.push(node) - 1));
    }
    return found;
  };
  return {
    pack: compiled.pack,
    conditions: [...compiled.conditions],
    variables: compiled.variables,
    possible: place(compiled.possible),
    questions: compiled.questions.map(({ inPlay, route, rules }) => ({
      inPlay: place(inPlay),
      route: place(route),
      rules: rules.map(({ meets, holds }) => [place(meets), place(holds)]),
    })),
    requirements: compiled.requirements.map(({ applies, evidence }) => [place(applies), place(evidence)]),
    indicators: compiled.indicators.map(({ applies }) => place(applies)),
    nodes,
  };
}

/** The compiled pack that was taken down. */
export function revive(snapshot: PackSnapshot, vocabulary: Vocabulary): CompiledPack {
  const { pack, variables } = snapshot;
  const conditions = new Map(snapshot.conditions);
  const diagrams = new Diagrams();
  const built: Diagram[] = [];
  const at = (place: number): Diagram => built[place] as Diagram;
  for (const node of snapshot.nodes) {
    built.push(isEnd(node) ? diagrams.leaf(node) : diagrams.branch(node[0] as number, node.slice(1).map(at)));
  }
  const facts = new Map([...Object.entries(vocabulary.facts), ...ownFacts(pack)]);
  return {
    pack,
    source: NO_SOURCE,
    facts,
    names: {
      facts,
      terms: new Set(Object.keys(pack.terms ?? {})),
      outcomes: new Map(Object.entries(pack.questions).map(([id, q]) => [id, new Set(Object.keys(q.outcomes))])),
    },
    conditions,
    warnings: [],
    diagrams,
    variables,
    variableOf: new Map(variables.map((v, i) => [v.fact, i])),
    possible: at(snapshot.possible),
    questions: Object.keys(pack.questions).map((id, i) => question(id, i, snapshot, conditions, at)),
    requirements: Object.entries(pack.requirements ?? {}).map(([id, requirement]: [string, Requirement], i) => {
      const [applies = 0, evidence = 0] = snapshot.requirements[i] ?? [];
      return { id, requirement, applies: at(applies), evidence: at(evidence) };
    }),
    indicators: Object.entries(pack.indicators ?? {}).map(([id, indicator]: [string, Indicator], i) => ({
      id,
      indicator,
      applies: at(snapshot.indicators[i] ?? 0),
    })),
  };
}

const isEnd = (node: Node): node is LeafValue => typeof node !== 'object';

function question(
  id: string,
  i: number,
  { pack, questions }: PackSnapshot,
  conditions: ReadonlyMap<string, Condition>,
  at: (place: number) => Diagram,
): CompiledQuestion {
  const own = pack.questions[id] as Question;
  const { inPlay = 0, route = 0, rules = [] } = questions[i] ?? {};
  const all = own.stages.flatMap((stage, s) =>
    Object.entries(stage.rules).map(([name, rule]): { name: string; rule: Rule; stage: string; path: string } => ({
      name,
      rule,
      stage: stage.id,
      path: `questions.${id}.stages.${s}.rules.${name}.when`,
    })),
  );
  return {
    id,
    question: own,
    inPlay: at(inPlay),
    route: at(route),
    rules: all.map(({ name, rule, stage, path }, r) => {
      const [meets = 0, holds = 0] = rules[r] ?? [];
      return { id: name, stage, rule, condition: conditions.get(path) ?? ALWAYS, meets: at(meets), holds: at(holds) };
    }),
  };
}
