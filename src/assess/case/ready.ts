import type { Diagram } from '../../logic/diagram.ts';
import { support } from '../../logic/walks.ts';
import { known, names, type Safe } from '../../messages/safe.ts';
import type {
  CompiledIndicator,
  CompiledPack,
  CompiledQuestion,
  CompiledRequirement,
} from '../../policy/compile/compiled.ts';
import { evidenceNames, variationOf } from '../../policy/pack/own-facts.ts';
import type { Requirement } from '../../policy/pack/pack.ts';
import type { Finding, FindingState } from './assessment.ts';
import { overPossible, truthOf } from './project.ts';

/** What a finding of it says in every case. */
type Lasting = Pick<Finding, 'rule' | 'question' | 'kind' | 'clauses' | 'says' | 'who' | 'points' | 'strength'>;

/**
 * A requirement of a pack with what is the same of it in every case, each worked out when it is first wanted. Its
 * diagrams say where they speak of what the pack takes to be impossible.
 */
export class ReadyRequirement {
  readonly id: string;
  readonly requirement: Requirement;
  readonly lasting: Lasting;
  /** The facts that show it to be met, where it names no evidence, with what they say; of a list, one for each item. */
  readonly items: readonly (readonly [fact: string, says: Safe])[];
  /** The fact that a text of analysis covers it. */
  readonly matter: string | undefined;
  /** The fact that a departure from it is approved. */
  readonly variation: string;
  readonly applies: Diagram;
  /** Findings of which nothing more is known than a state, as far as they were met. */
  readonly bare: Partial<Record<FindingState, Finding>> = {};
  #evidence: Diagram | undefined;
  #refused: Diagram | undefined;
  #unbarred: Diagram | undefined;
  #shownBy: readonly string[] | undefined;
  #openChoices: readonly string[] | undefined;

  constructor(
    readonly compiled: CompiledRequirement,
    readonly pack: CompiledPack,
  ) {
    const { id, requirement } = compiled;
    const { question, kind, clauses, says, who, strength = 'must' } = requirement;
    this.id = id;
    this.requirement = requirement;
    this.lasting = {
      ...{ rule: known(id), question, kind, clauses: names(clauses), says },
      ...{ who: names([who].flat()), strength },
    };
    this.matter = requirement.in && `${requirement.in}.${id}`;
    this.items = evidenceNames(id, requirement);
    this.variation = variationOf(id);
    this.applies = overPossible(pack, compiled.applies);
  }

  get evidence(): Diagram {
    return (this.#evidence ??= overPossible(this.pack, this.compiled.evidence));
  }

  get refused(): Diagram {
    return (this.#refused ??= overPossible(this.pack, this.compiled.refused));
  }

  get unbarred(): Diagram {
    return (this.#unbarred ??= overPossible(this.pack, this.compiled.unbarred));
  }

  /** The facts that can show it to be met. */
  get shownBy(): readonly string[] {
    return (this.#shownBy ??= support(this.compiled.evidence).map((v) => this.pack.variables[v]?.fact as string));
  }

  /** Those of which several values can show it: only then a value says more than that it is met. */
  get openChoices(): readonly string[] {
    return (this.#openChoices ??= this.shownBy.filter((fact) =>
      this.#isOpen(this.pack.variableOf.get(fact) as number),
    ));
  }

  #isOpen(variable: number): boolean {
    const { variables } = this.pack;
    const shows = Array.from({ length: variables[variable]?.regions ?? 0 }, (_, region) => {
      const masks = variables.map((__, v) => (v === variable ? 1 << region : undefined));
      return truthOf(this.evidence, masks) !== false;
    });
    return shows.filter(Boolean).length > 1;
  }
}

/** The same of an indicator. */
export class ReadyIndicator {
  readonly lasting: Lasting;
  readonly applies: Diagram;
  readonly bare: Partial<Record<FindingState, Finding>> = {};

  constructor(
    readonly compiled: CompiledIndicator,
    readonly pack: CompiledPack,
  ) {
    const { question, clauses, says, points } = compiled.indicator;
    this.lasting = {
      ...{ rule: known(compiled.id), question, kind: 'indicator', clauses: names(clauses), says },
      ...{ who: [], points, strength: 'must' },
    };
    this.applies = overPossible(pack, compiled.applies);
  }
}

/** The same of a question for decision. */
export class ReadyQuestion {
  readonly id: Safe;
  /** Its outcomes, in the order of the pack. */
  readonly order: readonly string[];
  readonly route: Diagram;
  #rules: readonly ReadyRule[] | undefined;
  #deciders: readonly Diagram[] | undefined;

  constructor(
    readonly compiled: CompiledQuestion,
    readonly pack: CompiledPack,
  ) {
    this.id = known(compiled.id);
    this.order = Object.keys(compiled.question.outcomes);
    this.route = overPossible(pack, compiled.route);
  }

  get rules(): readonly ReadyRule[] {
    return (this.#rules ??= this.compiled.rules.map(({ id, rule: { outcome, clauses }, holds }) => {
      return { id, outcome, clauses: names(clauses), holds: overPossible(this.pack, holds) };
    }));
  }

  /** Where each decider decides. */
  get deciders(): readonly Diagram[] {
    return (this.#deciders ??= this.compiled.deciders.map((d) => overPossible(this.pack, d)));
  }
}

/** A rule of a question, with the outcome that it leads to. */
export interface ReadyRule {
  readonly id: string;
  readonly outcome: string;
  readonly clauses: readonly Safe[];
  readonly holds: Diagram;
}

/** What a finding is about. */
export type Ready = ReadyRequirement | ReadyIndicator;

/** What a pack asks, asks for and looks at. */
export interface ReadyPack {
  readonly questions: readonly ReadyQuestion[];
  readonly requirements: readonly ReadyRequirement[];
  readonly indicators: readonly ReadyIndicator[];
}

const made = new WeakMap<CompiledPack, ReadyPack>();

/** A pack made ready for many cases. */
export function ready(pack: CompiledPack): ReadyPack {
  let found = made.get(pack);
  if (!found) {
    found = {
      questions: pack.questions.map((one) => new ReadyQuestion(one, pack)),
      requirements: pack.requirements.map((one) => new ReadyRequirement(one, pack)),
      indicators: pack.indicators.map((one) => new ReadyIndicator(one, pack)),
    };
    made.set(pack, found);
  }
  return found;
}
