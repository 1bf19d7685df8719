import type { Assessment, Finding, QuestionResult, Standing } from '../../assess/case/assessment.ts';
import { type Task, tasksOf } from '../../assess/case/tasks.ts';
import { outcomeRestsOn, outcomeWouldChange } from '../../assess/explain/reasons.ts';
import type { Diagnostic, Placed } from '../../messages/diagnostic.ts';
import { safetyLine } from '../words/safety.ts';
import type { Titles } from '../words/titles.ts';
import { headline } from './headline.ts';
import { type TaskWords, taskInWords } from './task-words.ts';

/** A pack as the machine contract names it. */
export interface PackStamp {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

/** The machine contract of `screen` and `explain`, version 2. */
export function assessmentJson(
  assessment: Assessment,
  diagnostics: readonly Placed<Diagnostic>[],
  packs: readonly PackStamp[],
  title: Titles,
): Record<string, unknown> {
  const { file, asAt } = assessment;
  const decision = file.decisions?.at(-1);
  return {
    version: 2,
    case: file.case,
    ...(file.authority && { authority: file.authority }),
    as_at: asAt,
    packs,
    questions: assessment.questions.map((q) => questionJson(q, assessment, title)),
    do_now: tasksOf(assessment).map((task) => taskJson(task, taskInWords(task, assessment, title))),
    findings: assessment.findings.map((finding) => findingJson(finding, assessment)),
    unknown: assessment.unknown.map(({ fact, kind, who, chaseBy }) => ({
      fact,
      kind,
      ...(who && { who }),
      ...(chaseBy && { chase_by: chaseBy }),
    })),
    diagnostics: diagnostics.map(diagnosticJson),
    ...(decision && {
      decision: {
        question: decision.question,
        outcome: decision.outcome,
        by_role: decision.by,
        date: String(decision.date),
        agrees: decision.agrees,
      },
    }),
  };
}

/** A diagnostic as the machine contract has it. */
export const diagnosticJson = ({
  code,
  severity,
  line,
  column,
  says,
}: Placed<Diagnostic>): Record<string, unknown> => ({
  code,
  severity,
  line,
  column,
  says,
});

function questionJson(question: QuestionResult, assessment: Assessment, title: Titles): Record<string, unknown> {
  const masks = assessment.masks.get(question.pack) ?? [];
  const standing = assessment.standings.get(question);
  const safety = safetyLine(question);
  const would = outcomeWouldChange(question, masks).map(({ changes, outcomes }) => ({
    changes,
    ends: outcomes.length === 1 ? { outcome: outcomes[0] } : { possible: outcomes },
  }));
  return {
    id: question.id,
    pack: question.pack.pack.pack,
    state: question.state,
    ...(question.outcome && question.state === 'settled' && { outcome: question.outcome }),
    ...(standing && standingJson(standing)),
    headline: headline(question, assessment, title),
    ...(safety && { safety }),
    possible: question.possible,
    rules: question.rules,
    clauses: question.clauses,
    rests_on: outcomeRestsOn(question, masks),
    hangs_on: question.hangsOn,
    would_change: would.filter((w) => w.changes.length === 1).map((w) => ({ ...w.changes[0], ...w.ends })),
    would_change_together: would.filter((w) => w.changes.length > 1).map((w) => ({ changes: w.changes, ...w.ends })),
  };
}

function standingJson({ at, left, decided }: Standing): Record<string, unknown> {
  return {
    standing: at,
    left: { to_do: left.toDo, to_find_out: left.toFindOut },
    ...(decided && { decided: { how: decided.how, by_role: decided.by, ...(decided.date && { date: decided.date }) } }),
  };
}

function taskJson({ rank, who, due, clauses, about }: Task, { says }: TaskWords): Record<string, unknown> {
  return {
    rank,
    roles: who,
    ...(due && { due: due.to }),
    clauses,
    ...(about.kind === 'requirement' && { rule: about.finding.rule }),
    ...(about.kind === 'analysis' && { texts: about.texts }),
    ...((about.kind === 'decision' || about.kind === 'urgent') && { question: about.question.id }),
    ...(about.kind === 'fact' && { fact: about.fact }),
    says,
  };
}

function findingJson(finding: Finding, { ifStillOpen }: Assessment): Record<string, unknown> {
  const { rule, pack, question, clauses, kind, state, who, due, counted, done, unsure, caveat, points, says } = finding;
  return {
    rule,
    pack: pack.pack.pack,
    question,
    clauses,
    kind,
    state,
    ...(who.length > 0 && { who: who[0], roles: who }),
    ...(points && { points }),
    ...(unsure && { unsure }),
    ...(counted && { counted }),
    ...(due && { due: due.to }),
    ...(done && { done: done.to }),
    ...(finding.strength !== 'must' && { strength: finding.strength }),
    ...(finding.waitsFor && { waits_for: finding.waitsFor }),
    ...(caveat && { caveat }),
    ...(ifStillOpen.has(finding) && { if_still_open: true }),
    says,
  };
}
