import { daysBetween } from '../../calendar/dates.ts';
import type { Decision } from '../../case/file/case-schema.ts';
import { type Diagnostic, error, type Path } from '../../messages/diagnostic.ts';
import { names, type Safe, safe } from '../../messages/safe.ts';
import { didYouMean, quoted } from '../../messages/suggest.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Decider } from '../../policy/pack/pack.ts';
import { madeOn, rolesIn, standInsOf } from '../decide/decided.ts';
import { deciderOf, decidersInWords, decidersLeft, neededOf } from '../decide/deciders.ts';
import { approvalsOf } from '../decide/standing.ts';
import { roleTitle } from './act-words.ts';
import type { Assessment, QuestionResult } from './assessment.ts';
import { type Concern, type Level, ofFile } from './concern.ts';
import { daysOf } from './due.ts';

/** The last decision that people recorded on a question. */
export const decisionOn = (question: string, { file }: Assessment): Decision | undefined =>
  file.decisions?.filter((decision) => decision.question === question).at(-1);

/** Decisions that are missing where one is due, made by another role, overtaken, or about nothing of these packs. */
export function decisionConcerns(assessment: Assessment): Concern[] {
  const found: Concern[] = [];
  for (const [i, decision] of (assessment.file.decisions ?? []).entries())
    found.push(...recordedConcerns(decision, i, assessment));
  for (const question of assessment.questions) {
    const one = missing(question, assessment);
    if (one) found.push(one);
  }
  return found;
}

function missing(question: QuestionResult, assessment: Assessment): Concern | undefined {
  if (question.state !== 'settled') return undefined;
  const decider = deciderOf(question, question.outcome);
  if (!decider) return undefined;
  const { decided, partly } = madeOn(question, decider, approvalsOf(question, assessment.findings), assessment);
  return decided ? undefined : new MissingDecision(question, decider, partly !== undefined, assessment);
}

/** A decision that nobody has recorded: its words are put together only where it is shown. */
class MissingDecision implements Concern {
  readonly about = 'question';
  readonly at = 'value';
  readonly path = ['decisions'];
  readonly pack: CompiledPack;
  readonly level: Level;
  readonly days: number | undefined;

  constructor(
    readonly question: QuestionResult,
    readonly decider: Decider,
    readonly isPartly: boolean,
    readonly assessment: Assessment,
  ) {
    this.pack = question.pack;
    const due = decider.before === undefined ? undefined : daysOf(assessment.sheet, decider.before)?.to;
    this.days = due === undefined ? undefined : daysBetween(assessment.asAt, due);
    this.level = this.days === undefined ? 'outstanding' : this.days < 0 ? 'overdue' : 'note';
  }

  get clauses(): readonly Safe[] {
    return names(this.decider.clauses);
  }

  get rule(): Safe {
    return this.isPartly ? safe`decision_by_too_few` : safe`decision_missing`;
  }

  get says(): Safe {
    const { question, decider, assessment } = this;
    const so = this.isPartly ? safe`only some of those who must agree have done so` : safe`no decision is recorded`;
    return safe`${question.compiled.question.title}: ${so}. It is for ${whose(decider, question, assessment)}.`;
  }
}

const BY_PEOPLE = { about: 'question', at: 'value' } as const;

/** `the Head of Service or the team manager`. */
const whose = (decider: Decider, { pack }: QuestionResult, { roles }: Assessment): Safe =>
  decidersInWords(decider, (role) => roleTitle(role, pack, roles));

function recordedConcerns(decision: Decision, i: number, assessment: Assessment): Concern[] {
  const { questions } = assessment;
  const path: Path = ['decisions', i];
  const question = questions.find((q) => q.id === decision.question);
  if (!question) {
    const right = questions.map((q) => q.id);
    const hint = didYouMean(decision.question, right);
    const says = safe`This decision is about a question that the packs of this case do not have.${hint}`;
    const shown = quoted(decision.question);
    return [inDecision(error('decision_unknown_question', says, [...path, 'question'], { shown }))];
  }
  return [
    ...otherRole(decision, question, path, assessment),
    ...contradiction(decision, question, path),
    ...overtaken(decision, question, path),
  ];
}

function otherRole(decision: Decision, question: QuestionResult, path: Path, assessment: Assessment): Concern[] {
  const { by, outcome, recommended } = decision;
  const outcomes = question.compiled.question.outcomes;
  const about = outcome in outcomes ? outcome : (recommended?.possible[0] ?? question.outcome);
  const left = decidersLeft(question, about);
  const [decider] = left;
  const standIns = standInsOf(approvalsOf(question, assessment.findings));
  const mayDecide = (one: Decider): boolean => one.who.some((role) => role === by || standIns.get(role) === by);
  const isNamed = (one: Decider): boolean =>
    mayDecide(one) || (neededOf(one) > 1 && rolesIn([decision], one).length > 0);
  if (!decider || left.some(isNamed)) return [];
  const says = safe`${question.compiled.question.title}: decided by a role that the clause does not name. It is for ${whose(decider, question, assessment)}.`;
  const { pack } = question;
  const clauses = names(decider.clauses);
  const rule = safe`decision_by_other_role`;
  return [{ ...BY_PEOPLE, level: 'outstanding', rule, pack, clauses, says, path: [...path, 'by'] }];
}

/** A fault of the file that is about a decision. */
const inDecision = (fault: Diagnostic): Concern => ({ ...ofFile(fault), about: 'question' });

/** A decision that is said to agree with one outcome, and names another. */
function contradiction(
  { agrees, outcome, recommended }: Decision,
  { compiled }: QuestionResult,
  path: Path,
): Concern[] {
  const then = recommended?.possible ?? [];
  const differs = outcome in compiled.question.outcomes && then.length > 0 && !then.includes(outcome);
  if (!agrees || !differs) return [];
  const says = safe`${compiled.question.title}: the decision is said to agree, but it is another outcome than the one that stood when it was recorded. Correct one of the two.`;
  return [inDecision(error('decision_contradicts_itself', says, [...path, 'agrees']))];
}

/** What the procedure asks has changed since the decision was recorded. */
function overtaken(decision: Decision, question: QuestionResult, path: Path): Concern[] {
  const then = decision.recommended?.possible;
  if (!then || sameAs(then, question.possible)) return [];
  const { pack, compiled, clauses } = question;
  const says = safe`${compiled.question.title}: what the procedure asks has changed since this decision was recorded. The decision stays as it was made. Decide if you need to look at it again.`;
  return [{ ...BY_PEOPLE, level: 'note', rule: safe`decision_overtaken`, pack, clauses, says, path }];
}

/** Whether two lists of outcomes are the same, in whatever order. */
export const sameAs = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((outcome) => b.includes(outcome)) && b.every((outcome) => a.includes(outcome));
