import type { Decider, Requirement } from '../../policy/pack/pack.ts';
import { type Decided, type Finding, isFrom, type QuestionResult, type Standing } from '../case/assessment.ts';
import { madeOn, type Recorded } from './decided.ts';
import { deciderOf } from './deciders.ts';

type Belongs = NonNullable<Requirement['belongs']>;

const USUALLY: Partial<Record<Requirement['kind'], Belongs>> = { approval: 'to', notify: 'after' };

/** Whether a requirement comes before the decision, is part of it, or follows from it. */
export const belongsTo = ({ belongs, kind }: Pick<Requirement, 'belongs' | 'kind'>): Belongs =>
  belongs ?? USUALLY[kind] ?? 'before';

/** Where a question stands; undefined where it does not arise, the document is silent on it, or it asks nothing of anybody. */
export function standingOf(
  question: QuestionResult,
  assessment: Recorded & { readonly findings: readonly Finding[] },
): Standing | undefined {
  if (question.state === 'not_in_play' || question.state === 'silent') return undefined;
  const decider = deciderOf(question, question.outcome ?? question.possible[0]);
  const own = assessment.findings.filter((f) => isFrom(f, question.pack) && f.question === question.id);
  const { decided, partly } = madeOn(question, decider, approvalsOf(question, assessment.findings), assessment);
  if (!decider && !decided && question.state === 'settled' && !own.some(applies)) return undefined;
  const left = leftOf(question, own, decider !== undefined);
  return { at: standingAt(question, own, left, decider, decided), left, decider, decided, ...(partly && { partly }) };
}

/** The approvals that are part of the decision on a question. */
export const approvalsOf = ({ id, pack }: QuestionResult, findings: readonly Finding[]): Finding[] =>
  findings.filter((f) => f.kind === 'approval' && f.question === id && isFrom(f, pack) && belongsOf(f) === 'to');

function standingAt(
  { state }: QuestionResult,
  findings: readonly Finding[],
  left: Standing['left'],
  decider: Decider | undefined,
  decided: Decided | undefined,
): Standing['at'] {
  const nothingLeft = state === 'settled' && left.toDo + left.toFindOut === 0;
  if (!decider && !decided) return nothingLeft ? 'carried_out' : 'to_prepare';
  if (!decided) return nothingLeft ? 'ready' : 'to_prepare';
  const following = findings.filter((f) => applies(f) && belongsOf(f) === 'after');
  const isDone = following.length > 0 && following.every(({ state: s }) => s === 'met' || s === 'done_late');
  return isDone && decided.how !== 'declined' ? 'carried_out' : 'decided';
}

const applies = ({ kind, state, unsure }: Finding): boolean =>
  kind !== 'indicator' && state !== 'not_applicable' && unsure !== 'applies';

const belongsOf = ({ pack, rule }: Finding): Belongs | undefined => {
  const requirement = pack.pack.requirements[rule];
  return requirement && belongsTo(requirement);
};

/** What is left: counted by requirement; what is not known of the question itself, by fact. */
function leftOf(question: QuestionResult, findings: readonly Finding[], isDecided: boolean): Standing['left'] {
  const counting = findings.filter((f) => applies(f) && (!isDecided || belongsOf(f) === 'before'));
  const toDo = counting.filter(
    ({ state }) => state === 'overdue' || state === 'outstanding' || state === 'due' || state === 'barred',
  );
  const unsure = counting.filter(({ state }) => state === 'past_due_unrecorded' || state === 'unknown');
  return { toDo: toDo.length, toFindOut: unsure.length + question.hangsOn.length };
}
