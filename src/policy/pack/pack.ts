import type { Path } from '../../messages/diagnostic.ts';
import type { Safe } from '../../messages/safe.ts';
import type { Condition } from './condition.ts';
import type {
  ContradictionText,
  DeciderText,
  IndicatorText,
  PackText,
  QuestionText,
  RequirementText,
  RuleText,
} from './pack-schema.ts';

/**
 * A pack in which every part knows its own place in the file and owns its conditions. It has the shape of the file, so
 * that a path leads to the same part in both. `C` is what stands for a condition: while a pack is being read, and may
 * still be wrong, it is not yet a condition.
 */
export interface Pack<C = Condition>
  extends Omit<PackText, 'terms' | 'impossible' | 'contradictions' | 'questions' | 'requirements' | 'indicators'> {
  readonly terms: Group<Term<C>>;
  readonly impossible: readonly Assumption<C>[];
  readonly contradictions: Group<Contradiction<C>>;
  readonly questions: Group<Question<C>>;
  readonly requirements: Group<Requirement<C>>;
  readonly indicators: Group<Indicator<C>>;
}

/** Parts of one kind by their ids, in the order of the file. */
type Group<T> = Readonly<Record<string, T>>;

interface Placed {
  readonly path: Path;
}

interface Named extends Placed {
  readonly id: string;
}

/** A condition under a name of its own. */
export interface Term<C = Condition> extends Named {
  readonly what: 'term';
  readonly means: C;
  readonly says: string;
}

/** Answers that cannot all be right, as the pack takes it. */
export interface Assumption<C = Condition> extends Placed {
  readonly what: 'assumption';
  readonly when: C;
  readonly because: Safe;
}

/** Answers and records that do not go together: a person has to correct one of them. */
export interface Contradiction<C = Condition> extends Named, Omit<ContradictionText, 'when'> {
  readonly what: 'contradiction';
  readonly when: C;
}

export interface Question<C = Condition> extends Named, Omit<QuestionText, 'in_play' | 'decided_by' | 'stages'> {
  readonly what: 'question';
  readonly in_play: C;
  readonly decided_by?: readonly Decider<C>[];
  readonly stages: readonly Stage<C>[];
}

/** Who decides, and for which outcomes or where. */
export interface Decider<C = Condition> extends Named, Omit<DeciderText, 'when'> {
  readonly what: 'decider';
  readonly question: string;
  /** Where it is left out, always. */
  readonly when?: C;
}

/** Rules of a question that are looked at together, where all earlier stages are silent. */
export interface Stage<C = Condition> {
  readonly id: string;
  readonly rules: Group<Rule<C>>;
}

export interface Rule<C = Condition> extends Named, Omit<RuleText, 'when'> {
  readonly what: 'rule';
  readonly question: string;
  readonly stage: string;
  readonly when: C;
}

export interface Requirement<C = Condition>
  extends Named,
    Omit<RequirementText, 'when' | 'evidence' | 'refused' | 'not_until'> {
  readonly what: 'requirement';
  /** Beyond its question being in play: always, where the file says nothing more. */
  readonly when: C;
  /** Where it is left out, the requirement's own record shows that it is met. */
  readonly evidence?: C;
  /** Where it holds, the person asked did not agree. */
  readonly refused?: C;
  /** Until it holds, the step is barred. */
  readonly not_until?: { readonly when: C; readonly says: Safe };
}

export interface Indicator<C = Condition> extends Named, Omit<IndicatorText, 'when'> {
  readonly what: 'indicator';
  readonly when: C;
}

/** The rules of a question, stage by stage. */
export const rulesOf = <C>({ stages }: Pick<Question<C>, 'stages'>): Rule<C>[] =>
  stages.flatMap(({ rules }) => Object.values(rules));

// What a pack that has been read names is there: where it is not, the program is wrong, and no answer may come of it.
export const termOf = (pack: Pack, id: string): Term => found(pack.terms, id);
export const contradictionOf = (pack: Pack, id: string): Contradiction => found(pack.contradictions, id);
export const questionOf = (pack: Pack, id: string): Question => found(pack.questions, id);
export const ruleOf = (stage: Stage, id: string): Rule => found(stage.rules, id);
export const requirementOf = (pack: Pack, id: string): Requirement => found(pack.requirements, id);
export const indicatorOf = (pack: Pack, id: string): Indicator => found(pack.indicators, id);

function found<T>(group: Group<T>, id: string): T {
  const part = group[id];
  if (part === undefined) throw new Error(`nothing of the name ${id} in this pack`);
  return part;
}
