import type { Fact, Vocabulary } from '../../facts/vocabulary-schema.ts';
import { type Diagram, Diagrams, isLeaf, type NodeText } from '../../logic/diagram.ts';
import type { Period } from '../editions/period.ts';
import { buildPack } from '../pack/build-pack.ts';
import type { Condition } from '../pack/condition.ts';
import { conditionsOf } from '../pack/conditions.ts';
import { NO_SOURCE } from '../pack/no-source.ts';
import { ownFacts } from '../pack/own-facts.ts';
import { type Question, rulesOf } from '../pack/pack.ts';
import type { PackText } from '../pack/pack-schema.ts';
import { type CompiledPack, type CompiledQuestion, knowingEachOther } from './compiled.ts';
import type { Variable } from './variables.ts';

/** A compiled pack as plain data, without the text it was read from. Diagrams are places in the list of nodes. */
export interface PackSnapshot {
  /** Where the document changes in time: when this text is in force, and the snapshots of every text, the earliest first. */
  readonly period?: Period;
  readonly whole?: PackText;
  readonly editions?: readonly PackSnapshot[];
  readonly written: PackText;
  /** Every condition, in the order of the file. */
  readonly conditions: readonly Condition[];
  readonly variables: readonly Variable[];
  readonly nodes: readonly NodeText[];
  readonly possible: number;
  readonly occurring: number;
  readonly questions: readonly QuestionSnapshot[];
  readonly requirements: readonly (readonly [applies: number, evidence: number, refused: number, unbarred: number])[];
  readonly indicators: readonly number[];
  readonly contradictions: readonly number[];
}

interface QuestionSnapshot {
  readonly inPlay: number;
  readonly route: number;
  readonly deciders: readonly number[];
  readonly rules: readonly (readonly [meets: number, holds: number])[];
}

/** Takes down a compiled pack, with every text of its document. */
export function snapshotOf(compiled: CompiledPack): PackSnapshot {
  const own = snapshotOfText(compiled);
  return compiled.editions ? { ...own, editions: compiled.editions.map(snapshotOfText) } : own;
}

function snapshotOfText(compiled: CompiledPack): PackSnapshot {
  const nodes: NodeText[] = [];
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
    ...(compiled.period && { period: compiled.period }),
    ...(compiled.whole && { whole: compiled.whole }),
    written: compiled.written,
    conditions: [...conditionsOf(compiled.pack)].map(({ condition }) => condition),
    variables: compiled.variables,
    possible: place(compiled.possible),
    occurring: place(compiled.occurring),
    questions: compiled.questions.map(({ inPlay, route, deciders, rules }) => ({
      inPlay: place(inPlay),
      route: place(route),
      deciders: deciders.map(place),
      rules: rules.map(({ meets, holds }) => [place(meets), place(holds)]),
    })),
    requirements: compiled.requirements.map(({ applies, evidence, refused, unbarred }) => [
      place(applies),
      place(evidence),
      place(refused),
      place(unbarred),
    ]),
    indicators: compiled.indicators.map(({ applies }) => place(applies)),
    contradictions: compiled.contradictions.map(({ applies }) => place(applies)),
    nodes,
  };
}

/** The compiled pack that was taken down. @throws where the snapshot lacks a part */
export function revive(snapshot: PackSnapshot, vocabulary: Vocabulary): CompiledPack {
  return knowingEachOther((snapshot.editions ?? [snapshot]).map((one) => reviveText(one, vocabulary)));
}

function reviveText(snapshot: PackSnapshot, vocabulary: Vocabulary): CompiledPack {
  const { written, whole, period, variables } = snapshot;
  let read = 0;
  const pack = buildPack(written, () => taken(snapshot.conditions, read++));
  const diagrams = new Diagrams();
  const built = diagrams.revive(snapshot.nodes);
  const at = (place: number): Diagram => taken(built, place);
  return {
    pack,
    written,
    ...(period && { period }),
    ...(whole && { whole }),
    source: NO_SOURCE,
    facts: factsOf(vocabulary, whole ? [whole, written] : [written]),
    warnings: [],
    diagrams,
    variables,
    variableOf: new Map(variables.map((v, i) => [v.fact, i])),
    possible: at(snapshot.possible),
    occurring: at(snapshot.occurring),
    questions: Object.values(pack.questions).map((question, i) =>
      reviveQuestion(question, taken(snapshot.questions, i), at),
    ),
    requirements: Object.values(pack.requirements).map((requirement, i) => {
      const [applies, evidence, refused, unbarred] = taken(snapshot.requirements, i);
      return {
        id: requirement.id,
        requirement,
        applies: at(applies),
        evidence: at(evidence),
        refused: at(refused),
        unbarred: at(unbarred),
      };
    }),
    indicators: Object.values(pack.indicators).map((indicator, i) => {
      return { id: indicator.id, indicator, applies: at(taken(snapshot.indicators, i)) };
    }),
    contradictions: Object.values(pack.contradictions).map((contradiction, i) => {
      return { id: contradiction.id, contradiction, applies: at(taken(snapshot.contradictions, i)) };
    }),
  };
}

/** The shared facts, and what each text of a pack brings over those before it. */
function factsOf({ facts: shared }: Vocabulary, texts: readonly PackText[]): Map<string, Fact> {
  const facts = new Map(Object.entries(shared));
  for (const text of texts) for (const [id, fact] of ownFacts(text)) facts.set(id, fact);
  return facts;
}

type At = (place: number) => Diagram;

function reviveQuestion(
  question: Question,
  { inPlay, route, deciders, rules }: QuestionSnapshot,
  at: At,
): CompiledQuestion {
  return {
    id: question.id,
    question,
    inPlay: at(inPlay),
    route: at(route),
    deciders: deciders.map(at),
    rules: rulesOf(question).map((rule, i) => {
      const [meets, holds] = taken(rules, i);
      return { id: rule.id, rule, meets: at(meets), holds: at(holds) };
    }),
  };
}

function taken<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error(`this snapshot of a pack has nothing at ${place}`);
  return found;
}
