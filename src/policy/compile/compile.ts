import { formOf } from '../../facts/derivations/table.ts';
import { type Diagram, Diagrams, type LeafValue } from '../../logic/diagram.ts';
import { type Condition, parseTest, type Test } from '../pack/condition.ts';
import type { Owner } from '../pack/conditions.ts';
import { evidenceNames, recurs } from '../pack/own-facts.ts';
import {
  type Contradiction,
  contradictionOf,
  type Indicator,
  indicatorOf,
  type Pack,
  questionOf,
  type Requirement,
  requirementOf,
  ruleOf,
  type Stage,
  termOf,
} from '../pack/pack.ts';
import type { ReadPack } from '../pack/read-pack.ts';
import {
  CONFLICT,
  type CompiledContradiction,
  type CompiledIndicator,
  type CompiledPack,
  type CompiledPart,
  type CompiledQuestion,
  type CompiledRequirement,
  type CompiledRule,
  GAP,
  knowingEachOther,
  NOT_IN_PLAY,
} from './compiled.ts';
import { maskOf, type Variable, variablesOf } from './variables.ts';

/** A stage in which no rule has spoken yet. */
const QUIET = '#quiet';

/** Turns the conditions of a pack into diagrams, for every text of a document that changes in time. @throws TooManyNodes above `limit` */
export function compile(read: ReadPack, limit?: number): CompiledPack {
  const editions = (read.editions ?? [read]).map((one) => {
    const [pack] = compileTogether([one], limit);
    return pack as CompiledPack;
  });
  return knowingEachOther(editions);
}

/** A pack, whatever other texts its document has had. */
type OneText = Omit<ReadPack, 'editions'>;

/** Compiles packs over the same variables, so that their diagrams can be compared. @throws TooManyNodes above `limit` */
export function compileTogether(reads: readonly OneText[], limit?: number): CompiledPack[] {
  const diagrams = new Diagrams(limit);
  const variables = variablesOf(reads);
  return reads.map((read) => new Compiler(read, diagrams, variables).compiled());
}

/** A compiled pack as it would be in other words that test nothing new. @throws TooManyNodes */
export function recompile(compiled: CompiledPack, pack: Pack): CompiledPack {
  return new Compiler({ ...compiled, pack }, compiled.diagrams, compiled.variables).compiled();
}

/** A pack in other words, part by part: what is not looked at is not worked out. @throws TooManyNodes */
export function recompiling(compiled: CompiledPack, pack: Pack): Recompiling {
  const compiler = new Compiler({ ...compiled, pack }, compiled.diagrams, compiled.variables);
  return { possible: compiler.possible, occurring: compiler.occurring(), parts: compiler.parts() };
}

/** What a pack in other words takes to be possible, and its parts in their usual order. */
interface Recompiling extends Pick<CompiledPack, 'possible' | 'occurring'> {
  readonly parts: Generator<CompiledPart>;
}

/**
 * The part of a pack in which an owner of conditions stands, as it would be with the owner in other words. What
 * several parts share, such as a term, stands in none. @throws TooManyNodes
 */
export function partWith(compiled: CompiledPack, pack: Pack, owner: Owner): CompiledPart | undefined {
  const question =
    owner.what === 'rule' || owner.what === 'decider'
      ? owner.question
      : owner.what === 'question'
        ? owner.id
        : undefined;
  const kept = compiled.questions.filter(({ id }) => id !== question);
  const compiler = new Compiler({ ...compiled, pack }, compiled.diagrams, compiled.variables, kept);
  if (question !== undefined) return compiler.question(question);
  if (owner.what === 'requirement') return compiler.requirement(requirementOf(pack, owner.id));
  if (owner.what === 'contradiction') return compiler.contradiction(contradictionOf(pack, owner.id));
  return owner.what === 'indicator' ? compiler.indicator(indicatorOf(pack, owner.id)) : undefined;
}

class Compiler {
  readonly variableOf: ReadonlyMap<string, number>;
  readonly #questions: Map<string, CompiledQuestion>;
  readonly #conditions = new Map<Condition, Diagram>();
  readonly possible: Diagram;

  constructor(
    readonly read: OneText & Pick<CompiledPack, 'editions'>,
    readonly diagrams: Diagrams,
    readonly variables: readonly Variable[],
    kept: readonly CompiledQuestion[] = [],
  ) {
    this.#questions = new Map(kept.map((question) => [question.id, question]));
    this.variableOf = new Map(this.variables.map((v, i) => [v.fact, i]));
    this.possible = diagrams.not(diagrams.any(read.pack.impossible.map(({ when }) => this.condition(when))));
  }

  compiled(): CompiledPack {
    const { questions, requirements, indicators, contradictions } = this.read.pack;
    return {
      ...this.read,
      diagrams: this.diagrams,
      variables: this.variables,
      variableOf: this.variableOf,
      possible: this.possible,
      occurring: this.occurring(),
      questions: Object.keys(questions).map((id) => this.question(id)),
      requirements: Object.values(requirements).map((requirement) => this.requirement(requirement)),
      indicators: Object.values(indicators).map((indicator) => this.indicator(indicator)),
      contradictions: Object.values(contradictions).map((contradiction) => this.contradiction(contradiction)),
    };
  }

  occurring(): Diagram {
    return this.diagrams.all([this.possible, ...this.variables.map((variable) => this.implied(variable))]);
  }

  *parts(): Generator<CompiledPart> {
    const { questions, requirements, indicators, contradictions } = this.read.pack;
    for (const id of Object.keys(questions)) yield this.question(id);
    for (const requirement of Object.values(requirements)) yield this.requirement(requirement);
    for (const indicator of Object.values(indicators)) yield this.indicator(indicator);
    for (const contradiction of Object.values(contradictions)) yield this.contradiction(contradiction);
  }

  /** Worked out once, however often it is needed: terms can be built upon terms. */
  condition(condition: Condition): Diagram {
    let found = this.#conditions.get(condition);
    if (!found) this.#conditions.set(condition, (found = this.diagram(condition)));
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
        return this.condition(termOf(this.read.pack, condition.term).means);
      case 'outcome':
        return this.endsIn(this.question(condition.question).route, condition.outcome);
    }
  }

  /** A diagram as far as it matters in cases that are possible. */
  whereItCan(diagram: Diagram): Diagram {
    return this.diagrams.once(`${diagram.id} within ${this.possible.id}`, () =>
      this.diagrams.within(diagram, this.possible),
    );
  }

  endsIn(route: Diagram, outcome: string): Diagram {
    return this.diagrams.once(`${route.id} ends in ${outcome}`, () =>
      this.diagrams.relabel(route, (end) => end === outcome),
    );
  }

  /** A fact that is yes only where others are as named says so of them, as far as the pack looks at them. */
  implied({ fact }: Variable): Diagram {
    const how = this.read.facts.get(fact)?.derive;
    const groups = (how && formOf(how).implies?.(how)) ?? [];
    if (groups.length === 0) return this.diagrams.yes;
    const seen = groups.map((tests) => tests.filter(([other]) => this.variableOf.has(other)));
    const holds = seen.map((tests) => this.diagrams.all(tests.map(([other, values]) => this.named(other, values))));
    return this.diagrams.any([this.test(fact, { options: [1] }), ...holds]);
  }

  named(fact: string, values: readonly string[]): Diagram {
    const definition = this.read.facts.get(fact);
    const test = definition && parseTest(definition, values);
    return test && !('wrong' in test) ? this.test(fact, test) : this.diagrams.yes;
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
    const question = questionOf(this.read.pack, id);
    const inPlay = this.condition(question.in_play);
    const stages = question.stages.map((stage) => this.stageRules(stage));
    const staged = stages.reduceRight<Diagram>((rest, rules) => this.stage(rules, rest), this.diagrams.leaf(GAP));
    const route = this.diagrams.choose(inPlay, staged, this.diagrams.leaf(NOT_IN_PLAY));
    const deciders = (question.decided_by ?? []).map(({ when }) => (when ? this.condition(when) : this.diagrams.yes));
    return { id, question, inPlay, rules: stages.flat(), deciders, route: this.whereItCan(route) };
  }

  stageRules(stage: Stage): CompiledRule[] {
    return Object.values(stage.rules).map((rule) => {
      const others = (rule.except ?? []).map((other) => this.condition(ruleOf(stage, other).when));
      const meets = this.condition(rule.when);
      const holds = this.diagrams.and(meets, this.diagrams.not(this.diagrams.any(others)));
      return { id: rule.id, rule, meets, holds };
    });
  }

  /** What the rules of one stage say together; where all are quiet, what the later stages say. */
  stage(rules: readonly CompiledRule[], rest: Diagram): Diagram {
    const key = `stage ${rules.map(({ holds, rule }) => `${holds.id} ${rule.outcome}`).join()}, then ${rest.id}`;
    return this.diagrams.once(key, () => this.staged(rules, rest));
  }

  staged(rules: readonly CompiledRule[], rest: Diagram): Diagram {
    const quiet = this.diagrams.leaf(QUIET);
    const spoken = rules
      .map((r) => this.diagrams.choose(r.holds, this.diagrams.leaf(r.rule.outcome), quiet))
      .reduce((a, b) => this.diagrams.combine(a, b, together), quiet);
    return this.diagrams.combine(spoken, rest, (end, later) => (end === QUIET ? later : end));
  }

  requirement(requirement: Requirement): CompiledRequirement {
    const { id, question, when, evidence, refused, not_until: bar } = requirement;
    const applies = this.diagrams.and(this.question(question).inPlay, this.condition(when));
    const own = evidenceNames(id, requirement).map(([fact]) => this.test(fact, { options: [0] }));
    const shown = recurs(requirement) ? this.diagrams.no : this.diagrams.all(own);
    return {
      id,
      requirement,
      applies: this.whereItCan(applies),
      evidence: evidence ? this.condition(evidence) : shown,
      refused: refused ? this.condition(refused) : this.diagrams.no,
      unbarred: bar ? this.condition(bar.when) : this.diagrams.yes,
    };
  }

  indicator(indicator: Indicator): CompiledIndicator {
    const applies = this.diagrams.and(this.question(indicator.question).inPlay, this.condition(indicator.when));
    return { id: indicator.id, indicator, applies: this.whereItCan(applies) };
  }

  contradiction(contradiction: Contradiction): CompiledContradiction {
    const applies = this.whereItCan(this.condition(contradiction.when));
    return { id: contradiction.id, contradiction, applies };
  }
}

function together(a: LeafValue, b: LeafValue): LeafValue {
  if (a === QUIET) return b;
  return b === QUIET || a === b ? a : CONFLICT;
}
