import type { Path } from '../../messages/diagnostic.ts';
import type { Contradiction, Decider, Indicator, Pack, Question, Requirement, Rule, Term } from './pack.ts';
import type {
  ConditionText,
  DeciderText,
  IndicatorText,
  PackText,
  QuestionText,
  RequirementText,
  RuleText,
} from './pack-schema.ts';

/** Reads one condition, which stands at a path. */
export type ReadCondition<C> = (text: ConditionText, path: Path) => C;

/** What a requirement without `when` says. */
const ALWAYS_TEXT: ConditionText = { all: [] };

/** Gives every part of a pack its place, and its conditions read; in the order of `conditionsOf`. */
export function buildPack<C>(written: PackText, read: ReadCondition<C>): Pack<C> {
  return {
    ...written,
    terms: each(written.terms, ['terms'], (term, place): Term<C> => {
      return { ...term, ...place, what: 'term', means: read(term.means, [...place.path, 'means']) };
    }),
    impossible: (written.impossible ?? []).map((assumption, i) => {
      const path = ['impossible', i];
      return { ...assumption, path, what: 'assumption', when: read(assumption.when, [...path, 'when']) };
    }),
    contradictions: each(written.contradictions, ['contradictions'], (text, place): Contradiction<C> => {
      return { ...text, ...place, what: 'contradiction', when: read(text.when, [...place.path, 'when']) };
    }),
    questions: each(written.questions, ['questions'], (question, place) => buildQuestion(question, place, read)),
    requirements: each(written.requirements, ['requirements'], (text, place) => buildRequirement(text, place, read)),
    indicators: each(written.indicators, ['indicators'], (text: IndicatorText, place): Indicator<C> => {
      return { ...text, ...place, what: 'indicator', when: read(text.when, [...place.path, 'when']) };
    }),
  };
}

interface Place {
  readonly id: string;
  readonly path: Path;
}

function each<T, U>(group: Record<string, T> | undefined, above: Path, build: (text: T, place: Place) => U) {
  const built = Object.entries(group ?? {}).map(([id, text]) => [id, build(text, { id, path: [...above, id] })]);
  return Object.fromEntries(built) as Record<string, U>;
}

function buildQuestion<C>(text: QuestionText, place: Place, read: ReadCondition<C>): Question<C> {
  const { path, id: question } = place;
  const { decided_by, ...rest } = text;
  return {
    ...rest,
    ...place,
    what: 'question',
    in_play: read(text.in_play, [...path, 'in_play']),
    ...(decided_by && {
      decided_by: decided_by.map((decider, i) => buildDecider(decider, question, [...path, 'decided_by', i], read)),
    }),
    stages: text.stages.map(({ id: stage, rules }, i) => ({
      id: stage,
      rules: each(rules, [...path, 'stages', i, 'rules'], (rule: RuleText, at): Rule<C> => {
        return { ...rule, ...at, what: 'rule', question, stage, when: read(rule.when, [...at.path, 'when']) };
      }),
    })),
  };
}

function buildDecider<C>(text: DeciderText, question: string, path: Path, read: ReadCondition<C>): Decider<C> {
  const { when, ...rest } = text;
  const id = `${question}.${path.at(-1)}`;
  return { ...rest, id, path, what: 'decider', question, ...(when && { when: read(when, [...path, 'when']) }) };
}

function buildRequirement<C>(text: RequirementText, place: Place, read: ReadCondition<C>): Requirement<C> {
  const { evidence, refused, not_until: bar, when = ALWAYS_TEXT, ...rest } = text;
  return {
    ...rest,
    ...place,
    what: 'requirement',
    when: read(when, [...place.path, 'when']),
    ...(evidence && { evidence: read(evidence, [...place.path, 'evidence']) }),
    ...(refused && { refused: read(refused, [...place.path, 'refused']) }),
    ...(bar && { not_until: { ...bar, when: read(bar.when, [...place.path, 'not_until', 'when']) } }),
  };
}
