import type { Assessment } from '../assess/assessment.ts';
import { dayInWords } from '../case/date-words.ts';
import { type Diagnostic, inFull } from '../diagnostic.ts';
import type { PackStamp } from './json.ts';
import { fill } from './markdown.ts';
import { analysesOf, doneTasks, reasonsOf, toDecide } from './note-parts.ts';
import { NOT_A_DECISION, PROTECT, type Summary, summarise } from './summary.ts';
import { clauseList } from './summary-tasks.ts';
import type { Titles } from './titles.ts';

/** What a note says of its own making. */
export interface Making {
  readonly version: string;
  readonly stamps: readonly PackStamp[];
  /** SHA-256 of the case file. */
  readonly caseDigest: string;
}

/** The rationale for the child's file, as Markdown. @throws TemplateError for a fault in the template */
export function rationaleNote(
  template: string,
  assessment: Assessment,
  diagnostics: readonly Diagnostic[],
  title: Titles,
  making: Making,
): string {
  const summary = summarise(assessment, title);
  const covered = summary.met.filter((task) => task.kind === 'analysis');
  return fill(template, {
    ...summaryFields(summary),
    case: assessment.file.case,
    as_at: dayInWords(assessment.asAt),
    protect: PROTECT,
    not_a_decision: NOT_A_DECISION,
    problems: diagnostics.map((d) => `Line ${d.line}: ${inFull(d)}`),
    analyses: assessment.packs.flatMap((pack) => analysesOf(pack, assessment, title)),
    written_clauses: clauseList(covered),
    done: doneTasks(assessment, title),
    reasons: reasonsOf(summary, assessment),
    to_decide: toDecide(assessment),
    packs: making.stamps.map((s) => `${s.id} ${s.version} (${s.digest.slice(0, 12)})`).join(', '),
    version: making.version,
    case_digest: making.caseDigest.slice(0, 16),
  });
}

function summaryFields(summary: Summary): Record<string, unknown> {
  const { factors, maybe } = summary;
  return {
    answers: summary.answers.map((answer) => ({ ...answer, always: answer.always ?? '' })),
    not_in_play: summary.notInPlay,
    tasks: summary.tasks,
    maybe,
    maybe_clauses: clauseList(maybe),
    unknown: summary.unknown,
    factors,
    unknown_factors: factors.unknown.map((f) => f.clauses).join('; '),
    no_factors: factors.for.length + factors.against.length + factors.unknown.length === 0,
    dates: summary.dates,
    sources: summary.sources,
    decisions: summary.decisions,
  };
}
