import { type Day, isExact } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Decision } from '../../case/file/decision-schema.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import type { Decider, Requirement } from '../../policy/pack/pack.ts';
import type { Decided, Finding, QuestionResult, Standing } from './assessment.ts';
import { daysOf } from './due.ts';

/** What an assessment holds of a case that tells where its questions stand. */
type Recorded = {
  readonly file: CaseFile;
  readonly sheet: FactSheet;
  readonly findings: readonly Finding[];
  readonly asAt: Day;
};

type Belongs = NonNullable<Requirement['belongs']>;

const USUALLY: Partial<Record<Requirement['kind'], Belongs>> = { approval: 'to', notify: 'after' };

/** Whether a requirement comes before the decision, is part of it, or follows from it. */
export const belongsTo = ({ belongs, kind }: Pick<Requirement, 'belongs' | 'kind'>): Belongs =>
  belongs ?? USUALLY[kind] ?? 'before';

/** Whose decision an outcome of a question is, as a clause says; undefined where none does. */
export function deciderOf({ compiled }: QuestionResult, outcome: string | undefined): Decider | undefined {
  return compiled.question.decided_by?.find(
    ({ outcomes }) => outcomes === undefined || (outcome !== undefined && outcomes.includes(outcome)),
  );
}

/** Where a question stands; undefined where it does not arise, the document is silent on it, or it asks nothing of anybody. */
export function standingOf(question: QuestionResult, assessment: Recorded): Standing | undefined {
  if (question.state === 'not_in_play' || question.state === 'silent') return undefined;
  const decider = deciderOf(question, question.outcome ?? question.possible[0]);
  const own = assessment.findings.filter((f) => f.pack === question.pack && f.question === question.id);
  const decided = decidedOn(question, assessment) ?? decidedByRecord(own, decider);
  if (!decider && !decided && question.state === 'settled' && !own.some(applies)) return undefined;
  const left = leftOf(question, own, decider !== undefined);
  return { at: standingAt(question, own, left, decider, decided), left, decider, decided };
}

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
  const toDo = counting.filter(({ state }) => state === 'overdue' || state === 'outstanding' || state === 'due');
  const unsure = counting.filter(({ state }) => state === 'past_due_unrecorded' || state === 'unknown');
  return { toDo: toDo.length, toFindOut: unsure.length + question.hangsOn.length };
}

/** What people decided by the day: as they recorded it under `decisions`, the last of several; else as the records show it. */
function decidedOn(result: QuestionResult, { file, sheet, asAt }: Recorded): Decided | undefined {
  const { id, pack } = result;
  const mine = ({ question, recommended, date }: Decision): boolean =>
    question === id &&
    String(date) <= asAt &&
    (recommended === undefined || recommended.pack.split(' ')[0] === pack.pack.pack);
  const last = file.decisions?.filter(mine).at(-1);
  if (!last) return shownDecision(result, sheet);
  const how = last.outcome === 'declined' ? 'declined' : last.agrees ? 'agrees' : 'departs';
  return { how, by: last.by, date: String(last.date), outcome: last.outcome };
}

/** What the decider's own record shows, where no decision is recorded as such: an approval given, or declined. */
function decidedByRecord(findings: readonly Finding[], decider: Decider | undefined): Decided | undefined {
  const approvals = findings.filter((f) => f.kind === 'approval' && belongsOf(f) === 'to');
  const [record] = approvals.filter(({ who }) => who.some((role) => decider?.who.includes(role)));
  const [by] = record?.who ?? [];
  if (!record || by === undefined) return undefined;
  if (record.state === 'declined') return { how: 'declined', by };
  const isGiven = record.state === 'met' || record.state === 'done_late';
  return isGiven ? { how: decider?.approval_departs ? 'departs' : 'agrees', by, date: record.done?.to } : undefined;
}

/** A decision that no entry under `decisions` tells, and the records do: by the rules that hold. */
function shownDecision({ compiled, rules }: QuestionResult, sheet: FactSheet): Decided | undefined {
  const shown = compiled.rules.find(({ id, rule }) => rules.includes(id) && rule.decided)?.rule.decided;
  if (!shown) return undefined;
  const { how, by, on } = shown;
  const day = on === undefined ? undefined : daysOf(sheet, on);
  return { how, by, ...(day && isExact(day) && { date: day.from }) };
}
