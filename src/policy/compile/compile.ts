import { type Diagram, Diagrams, type LeafValue } from '../../logic/diagram.ts';
import { ALWAYS, type Condition, type Test } from '../pack/condition.ts';
import { evidenceNames } from '../pack/own-facts.ts';
import type { Indicator, Question, Requirement } from '../pack/pack-schema.ts';
import type { ReadPack } from '../pack/read-pack.ts';
import {
  CONFLICT,
  type CompiledIndicator,
  type CompiledPack,
  type CompiledQuestion,
  type CompiledRequirement,
  type CompiledRule,
  GAP,
  NOT_IN_PLAY,
  type Part,
} from './compiled.ts';
import { maskOf, type Variable, variablesOf } from './variables.ts';

/** A stage in which no rule has spoken yet. */
const QUIET = '#quiet';

/** Turns the conditions of a pack into diagrams. @throws TooManyNodes above `limit` */
export function compile(read: ReadPack, limit?: number): CompiledPack {
  const [pack] = compileTogether([read], limit);
  return pack as CompiledPack;
}

/** Compiles packs over the same variables, so that their diagrams can be compared. @throws TooManyNodes above `limit` */
export function compileTogether(reads: readonly ReadPack[], limit?: number): CompiledPack[] {
  const diagrams = new Diagrams(limit);
  const variables = variablesOf(reads);
  return reads.map((read) => new Compiler(read, diagrams, variables).pack());
}

/** A compiled pack with parts replaced, where the new parts test nothing that the old did not. @throws TooManyNodes */
export function recompile(
  compiled: CompiledPack,
  changed: Partial<Pick<ReadPack, 'pack' | 'conditions'>>,
): CompiledPack {
  return new Compiler({ ...compiled, ...changed }, compiled.diagrams, compiled.variables).pack();
}

/** The part of a pack in which a condition stands, as it would be with some conditions replaced. @throws TooManyNodes */
export function partWith(
  compiled: CompiledPack,
  conditions: ReadPack['conditions'],
  [kind, id]: readonly string[],
): Part | undefined {
  const { pack, diagrams, variables, questions } = compiled;
  const { requirements = {}, indicators = {} } = pack;
  const kept = kind === 'questions' ? [] : questions;
  const compiler = new Compiler({ ...compiled, conditions }, diagrams, variables, kept);
  if (id === undefined) return undefined;
  if (kind === 'questions') return compiler.question(id);
  if (kind === 'requirements') return compiler.requirement(id, requirements[id] as Requirement);
  return kind === 'indicators' ? compiler.indicator(id, indicators[id] as Indicator) : undefined;
}

class Compiler {
  readonly variableOf: ReadonlyMap<string, number>;
  readonly #questions: Map<string, CompiledQuestion>;
  readonly #conditions = new Map<string, Diagram>();
  readonly #possible: Diagram;

  constructor(
    readonly read: ReadPack,
    readonly diagrams: Diagrams,
    readonly variables: readonly Variable[],
    kept: readonly CompiledQuestion[] = [],
  ) {
    this.#questions = new Map(kept.map((question) => [question.id, question]));
    this.variableOf = new Map(this.variables.map((v, i) => [v.fact, i]));
    const impossible = (read.pack.impossible ?? []).map((_, i) => this.condition(`impossible.${i}.when`));
    this.#possible = diagrams.not(diagrams.any(impossible));
  }

  pack(): CompiledPack {
    const { pack } = this.read;
    return {
      ...this.read,
      diagrams: this.diagrams,
      variables: this.variables,
      variableOf: this.variableOf,
      possible: this.#possible,
      questions: Object.keys(pack.questions).map((id) => this.question(id)),
      requirements: Object.entries(pack.requirements ?? {}).map(([id, r]) => this.requirement(id, r)),
      indicators: Object.entries(pack.indicators ?? {}).map(([id, i]) => this.indicator(id, i)),
    };
  }

  /** Worked out once, however often it is named: terms can be built upon terms. */
  condition(path: string): Diagram {
    let found = this.#conditions.get(path);
    if (!found) this.#conditions.set(path, (found = this.diagram(this.read.conditions.get(path) ?? ALWAYS)));
    return found;
  }

  diagram(condition: Condition): Diagram {
    switch (condition.kind) {
      case 'all':
        return this.diagrams.all(condition.of.map((part) => this.diagram(part)));
      case 'any':
        return this.diagrams.any(condition.of.map((part) => this.diagram(part)));
      case 'not':
        return this.diagrams.not(this.diagram(condition.of));
      case 'test':
        return this.test(condition.fact, condition.test);
      case 'term':
        return this.condition(`terms.${condition.term}.means`);
      case 'outcome':
        return this.diagrams.relabel(this.question(condition.question).route, (end) => end === condition.outcome);
    }
  }

  test(fact: string, test: Test): Diagram {
    const index = this.variableOf.get(fact) as number;
    const variable = this.variables[index] as Variable;
    return this.diagrams.test(index, variable.regions, maskOf(variable, test));
  }

  question(id: string): CompiledQuestion {
    let found = this.#questions.get(id);
    if (!found) this.#questions.set(id, (found = this.buildQuestion(id)));
    return found;
  }

  buildQuestion(id: string): CompiledQuestion {
    const question = this.read.pack.questions[id] as Question;
    const at = `questions.${id}`;
    const inPlay = this.condition(`${at}.in_play`);
    const rules = question.stages.flatMap((stage, i) => this.stageRules(stage, `${at}.stages.${i}`));
    const staged = question.stages.reduceRight<Diagram>(
      (rest, stage) =>
        this.stage(
          rules.filter((r) => r.stage === stage.id),
          rest,
        ),
      this.diagrams.leaf(GAP),
    );
    const route = this.diagrams.choose(inPlay, staged, this.diagrams.leaf(NOT_IN_PLAY));
    return { id, question, inPlay, rules, route: this.diagrams.within(route, this.#possible) };
  }

  stageRules(stage: Question['stages'][number], at: string): CompiledRule[] {
    const path = (id: string): string => `${at}.rules.${id}.when`;
    return Object.entries(stage.rules).map(([id, rule]) => {
      const excepted = this.diagrams.any((rule.except ?? []).map((other) => this.condition(path(other))));
      const meets = this.condition(path(id));
      const holds = this.diagrams.and(meets, this.diagrams.not(excepted));
      return { id, stage: stage.id, rule, condition: this.read.conditions.get(path(id)) ?? ALWAYS, meets, holds };
    });
  }

  /** What the rules of one stage say together; where all are quiet, what the later stages say. */
  stage(rules: readonly CompiledRule[], rest: Diagram): Diagram {
    const quiet = this.diagrams.leaf(QUIET);
    const spoken = rules
      .map((r) => this.diagrams.choose(r.holds, this.diagrams.leaf(r.rule.outcome), quiet))
      .reduce((a, b) => this.diagrams.combine(a, b, together), quiet);
    return this.diagrams.combine(spoken, rest, (end, later) => (end === QUIET ? later : end));
  }

  requirement(id: string, requirement: Requirement): CompiledRequirement {
    const { inPlay } = this.question(requirement.question);
    const applies = this.diagrams.and(inPlay, this.condition(`requirements.${id}.when`));
    const own = evidenceNames(id, requirement).map(([fact]) => this.test(fact, { options: [0] }));
    const shown = requirement.due?.every ? this.diagrams.no : this.diagrams.all(own);
    const evidence = requirement.evidence ? this.condition(`requirements.${id}.evidence`) : shown;
    return { id, requirement, applies: this.diagrams.within(applies, this.#possible), evidence };
  }

  indicator(id: string, indicator: Indicator): CompiledIndicator {
    const { inPlay } = this.question(indicator.question);
    const applies = this.diagrams.and(inPlay, this.condition(`indicators.${id}.when`));
    return { id, indicator, applies: this.diagrams.within(applies, this.#possible) };
  }
}

function together(a: LeafValue, b: LeafValue): LeafValue {
  if (a === QUIET) return b;
  return b === QUIET || a === b ? a : CONFLICT;
}
