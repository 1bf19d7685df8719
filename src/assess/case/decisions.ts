import type { Day } from '../../calendar/dates.ts';
import { daysBetween } from '../../calendar/dates.ts';
import type { Decision } from '../../case/file/case-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { didYouMean } from '../../messages/suggest.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Assessment, QuestionResult } from './assessment.ts';
import { daysOf } from './due.ts';
import { deciderOf } from './standing.ts';

/** Something to be said about the decisions that people recorded, or did not. */
export interface DecisionConcern {
  readonly level: 'error' | 'overdue' | 'outstanding' | 'note';
  readonly rule: string;
  readonly pack?: CompiledPack;
  readonly clauses: readonly string[];
  readonly says: string;
  readonly path: Path;
  /** Days left until it is due; below 0 it is overdue by so many. */
  readonly days?: number;
}

/** The last decision that people recorded on a question. */
export const decisionOn = (question: string, { file }: Assessment): Decision | undefined =>
  file.decisions?.filter((decision) => decision.question === question).at(-1);

/** Decisions that are missing where one is due, made by another role, overtaken, or about nothing of these packs. */
export function decisionConcerns(assessment: Assessment): DecisionConcern[] {
  const recorded = (assessment.file.decisions ?? []).flatMap((decision, i) =>
    recordedConcerns(decision, i, assessment),
  );
  return [...recorded, ...assessment.questions.flatMap((question) => missing(question, assessment) ?? [])];
}

function missing(question: QuestionResult, assessment: Assessment): DecisionConcern | undefined {
  if (question.state !== 'settled' || assessment.standings.get(question)?.decided) return undefined;
  const decider = deciderOf(question, question.outcome);
  if (!decider) return undefined;
  const due = decider.before === undefined ? undefined : daysOf(assessment.sheet, decider.before)?.to;
  return {
    ...timing(due, assessment.asAt),
    rule: 'decision_missing',
    pack: question.pack,
    clauses: decider.clauses,
    says: `${question.compiled.question.title}: no decision is recorded; it is for ${decider.who.join(' or ')}.`,
    path: ['decisions'],
  };
}

function timing(due: Day | undefined, asAt: Day): Pick<DecisionConcern, 'level' | 'days'> {
  if (due === undefined) return { level: 'outstanding' };
  const days = daysBetween(asAt, due);
  return { level: days < 0 ? 'overdue' : 'note', days };
}

function recordedConcerns(decision: Decision, i: number, assessment: Assessment): DecisionConcern[] {
  const { questions } = assessment;
  const path: Path = ['decisions', i];
  const question = questions.find((q) => q.id === decision.question);
  if (!question) {
    const hint = didYouMean(
      decision.question,
      questions.map((q) => q.id),
    );
    const says = `This decision is about a question that the packs of this case do not have.${hint}`;
    return [{ level: 'error', rule: 'decision_unknown_question', clauses: [], says, path: [...path, 'question'] }];
  }
  return [
    ...otherRole(decision, question, path),
    ...contradiction(decision, question, path),
    ...overtaken(decision, question, path),
  ];
}

function otherRole({ by, outcome, recommended }: Decision, question: QuestionResult, path: Path): DecisionConcern[] {
  const outcomes = question.compiled.question.outcomes;
  const about = outcome in outcomes ? outcome : (recommended?.possible[0] ?? question.outcome);
  const decider = deciderOf(question, about);
  if (!decider || decider.who.includes(by)) return [];
  const says = `${question.compiled.question.title}: decided by a role that the clause does not name; it is for ${decider.who.join(' or ')}.`;
  const { pack } = question;
  return [
    {
      level: 'outstanding',
      rule: 'decision_by_other_role',
      pack,
      clauses: decider.clauses,
      says,
      path: [...path, 'by'],
    },
  ];
}

/** A decision that is said to agree with one outcome, and names another. */
function contradiction(
  { agrees, outcome, recommended }: Decision,
  { compiled }: QuestionResult,
  path: Path,
): DecisionConcern[] {
  const then = recommended?.possible ?? [];
  const differs = outcome in compiled.question.outcomes && then.length > 0 && !then.includes(outcome);
  if (!agrees || !differs) return [];
  const says = `${compiled.question.title}: the decision is said to agree, but it is another outcome than the one that stood when it was recorded. Correct one of the two.`;
  return [{ level: 'error', rule: 'decision_contradicts_itself', clauses: [], says, path: [...path, 'agrees'] }];
}

/** What the procedure asks has changed since the decision was recorded. */
function overtaken(decision: Decision, question: QuestionResult, path: Path): DecisionConcern[] {
  const then = decision.recommended?.possible;
  if (!then || sameAs(then, question.possible)) return [];
  const { pack, compiled, clauses } = question;
  const says = `${compiled.question.title}: what the procedure asks has changed since this decision was recorded. The decision stands as it was made; consider whether it is to be looked at again.`;
  return [{ level: 'note', rule: 'decision_overtaken', pack, clauses, says, path }];
}

/** Whether two lists of outcomes are the same, in whatever order. */
export const sameAs = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((outcome) => b.includes(outcome)) && b.every((outcome) => a.includes(outcome));
