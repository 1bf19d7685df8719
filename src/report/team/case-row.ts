import { type Assessment, isOpen, type QuestionResult } from '../../assess/case/assessment.ts';
import { RANKS, type Rank, type Task, tasksOf } from '../../assess/case/tasks.ts';
import { type Day, doubledMonths } from '../../calendar/dates.ts';
import { optionsOf } from '../../facts/fact.ts';
import { MOST } from '../../logic/span.ts';

/** What is known of a yes or no. */
export type Known = 'yes' | 'no' | 'unknown';

/** A number that may be known in part: full months, or a count. No `max` where there is no upper end; none of both where nothing is known. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/** One question for decision in a row. */
export interface RowQuestion {
  readonly state: QuestionResult['state'];
  readonly outcome: string | null;
  readonly standing: string | null;
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
}

/** One case as a row: figures, dates, ids and codes; no text that a person wrote. */
export interface CaseRow {
  readonly version: 1;
  readonly case: string;
  readonly authority: string | null;
  readonly team: string | null;
  readonly worker: string | null;
  readonly as_at: Day;
  readonly on_plan: Known;
  readonly looked_after: Known;
  /** On a plan and looked after at once. */
  readonly dual_status: Known;
  readonly earlier_plans: Range;
  /** The number of the plan that the child is on, or that is asked for; null where neither is known. */
  readonly plan_number: Range;
  readonly months_between_plans: Range;
  readonly last_plan_months: Range;
  readonly months_on_plan: Range;
  readonly plan_began: Day | null;
  readonly last_plan_began: Day | null;
  readonly last_plan_ended: Day | null;
  readonly conference_requested: Day | null;
  readonly category_now: string | null;
  readonly category_before: string | null;
  /** Open tasks by how pressing they are. */
  readonly tasks: Readonly<Record<Rank, number>>;
  /** The first day still to come on which something is due, and the clauses that ask for it. */
  readonly next_due: Day | null;
  readonly next_due_clauses: readonly string[];
  /** Clauses of what is overdue, and of what is past its day and not recorded. */
  readonly overdue_clauses: readonly string[];
  readonly past_due_clauses: readonly string[];
  /** Matters of the analysis that are asked for and not covered. */
  readonly analysis_missing: readonly string[];
  /** Facts that matter and are not known. */
  readonly missing: readonly string[];
  /** Faults of the file for which it cannot be relied on. */
  readonly file_faults: number;
  readonly questions: Readonly<Record<string, RowQuestion>>;
}

/** A case as a row. @param tasks what is open in it, where that was worked out before */
export function caseRow(assessment: Assessment, tasks: readonly Task[] = tasksOf(assessment)): CaseRow {
  const { file, asAt, profile, diagnostics, unknown, findings } = assessment;
  const next = nextDue(tasks, asAt);
  const analysis = findings.filter((finding) => finding.kind === 'analysis' && isOpen(finding));
  return {
    version: 1,
    case: file.case,
    authority: profile?.id ?? null,
    team: file.team ?? null,
    worker: file.worker ?? null,
    as_at: asAt,
    ...planFigures(assessment),
    tasks: Object.fromEntries(RANKS.map((rank) => [rank, tasks.filter((t) => t.rank === rank).length])) as Record<
      Rank,
      number
    >,
    next_due: next?.due?.to ?? null,
    next_due_clauses: next?.clauses ?? [],
    overdue_clauses: clausesOf(tasks, 'overdue'),
    past_due_clauses: clausesOf(tasks, 'past_due'),
    analysis_missing: [...new Set(analysis.map(({ rule }) => rule))],
    missing: [...new Set(unknown.map(({ fact }) => fact))],
    file_faults: diagnostics.filter(({ severity }) => severity === 'error').length,
    questions: Object.fromEntries(
      assessment.questions.map((question) => [
        `${question.pack.pack.pack}.${question.id}`,
        rowQuestion(question, assessment),
      ]),
    ),
  };
}

type PlanFigures = Pick<
  CaseRow,
  | 'on_plan'
  | 'looked_after'
  | 'dual_status'
  | 'earlier_plans'
  | 'plan_number'
  | 'months_between_plans'
  | 'last_plan_months'
  | 'months_on_plan'
  | 'plan_began'
  | 'last_plan_began'
  | 'last_plan_ended'
  | 'conference_requested'
  | 'category_now'
  | 'category_before'
>;

function planFigures(assessment: Assessment): PlanFigures {
  const known = (fact: string): Known => (optionOf(fact, assessment) as Known | null) ?? 'unknown';
  const [on, after, sought] = [known('on_plan_now'), known('looked_after_now'), known('conference_sought')];
  const earlier = rangeOf('earlier_plans', assessment);
  const { current_plan: plan } = assessment.file;
  const category = typeof plan === 'object' ? plan.category : undefined;
  return {
    on_plan: on,
    looked_after: after,
    dual_status: on === 'no' || after === 'no' ? 'no' : on === 'yes' && after === 'yes' ? 'yes' : 'unknown',
    earlier_plans: earlier,
    plan_number: on === 'yes' || sought === 'yes' ? oneMore(earlier) : { min: null, max: null },
    months_between_plans: betweenPlans(on, assessment),
    last_plan_months: rangeOf('last_plan_length', assessment),
    months_on_plan: on === 'yes' ? rangeOf('months_on_plan_today', assessment) : { min: null, max: null },
    plan_began: dayOf('current_plan_began', assessment),
    last_plan_began: dayOf('last_plan_began', assessment),
    last_plan_ended: dayOf('last_plan_ended', assessment),
    conference_requested: dayOf('conference_requested', assessment),
    category_now: category ?? optionOf('present_category', assessment),
    category_before: optionOf('last_plan_category', assessment),
  };
}

/** From the end of the last plan to the start of the plan in force; where none is, to the request. */
function betweenPlans(on: Known, assessment: Assessment): Range {
  if (on !== 'yes') return rangeOf('months_since_last_plan', assessment);
  const [ended, began] = [dayOf('last_plan_ended', assessment), dayOf('current_plan_began', assessment)];
  if (ended === null || began === null || began < ended) return { min: null, max: null };
  const months = Math.floor(doubledMonths(ended, began) / 2);
  return { min: months, max: months };
}

const oneMore = ({ min, max }: Range): Range => ({
  min: min === null ? null : min + 1,
  max: max === null ? null : max + 1,
});

/** What is known of a number, in whole ones: `over 11 and under 12` months are 11 full months. */
function rangeOf(fact: string, { sheet }: Assessment): Range {
  const known = sheet.states.get(fact)?.known;
  if (known?.kind !== 'span') return { min: null, max: null };
  const { lo, hi } = known.span;
  return { min: Math.floor(lo / 2), max: hi >= MOST - 1 ? null : Math.floor(hi / 2) };
}

/** The one day that is known of a date. */
function dayOf(fact: string, { sheet }: Assessment): Day | null {
  const known = sheet.states.get(fact)?.known;
  return known?.kind === 'days' && known.days.from === known.days.to ? known.days.from : null;
}

/** The one option that is known of a choice, by id. */
function optionOf(fact: string, { sheet, packs }: Assessment): string | null {
  const known = sheet.states.get(fact)?.known;
  const of = packs.find((pack) => pack.facts.has(fact))?.facts.get(fact);
  if (known?.kind !== 'options' || !of) return null;
  const left = optionsOf(of).filter((_, i) => known.mask & (1 << i));
  return left.length === 1 ? (left[0] ?? null) : null;
}

const clausesOf = (tasks: readonly Task[], wanted: Rank): string[] => [
  ...new Set(tasks.filter(({ rank }) => rank === wanted).flatMap(({ clauses }) => clauses)),
];

/** The task that is due first, of those whose day is still to come. */
function nextDue(tasks: readonly Task[], asAt: Day): Task | undefined {
  const coming = tasks.filter(({ due }) => due && due.to >= asAt);
  return coming.reduce<Task | undefined>(
    (first, task) => (first?.due && task.due && first.due.to <= task.due.to ? first : task),
    undefined,
  );
}

function rowQuestion(question: QuestionResult, { standings }: Assessment): RowQuestion {
  const { state, outcome, rules, clauses } = question;
  const standing = standings.get(question);
  return { state, outcome: (state === 'settled' && outcome) || null, standing: standing?.at ?? null, rules, clauses };
}
