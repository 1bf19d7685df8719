import type { Assessment } from '../assess/assessment.ts';
import { dayInWords } from '../case/date-words.ts';
import { type Diagnostic, inFull } from '../diagnostic.ts';
import type { CompiledPack } from '../policy/compile.ts';
import type { PackStamp } from './json.ts';
import { fill } from './markdown.ts';
import { NOT_A_DECISION, PROTECT, type Summary, summarise } from './summary.ts';
import { clauseList, type TaskView } from './summary-tasks.ts';
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
  return fill(template, {
    ...summaryFields(summary),
    case: assessment.file.case,
    as_at: dayInWords(assessment.asAt),
    protect: PROTECT,
    not_a_decision: NOT_A_DECISION,
    problems: diagnostics.map((d) => `Line ${d.line}: ${inFull(d)}`),
    analyses: assessment.packs.flatMap((pack) => analysesOf(pack, assessment, title)),
    packs: making.stamps.map((s) => `${s.id} ${s.version} (${s.digest.slice(0, 12)})`).join(', '),
    version: `v${making.version}`,
    case_digest: making.caseDigest.slice(0, 16),
  });
}

const MOST_CHANGES = 3;

function summaryFields(summary: Summary): Record<string, unknown> {
  const { factors } = summary;
  return {
    answers: summary.answers.map((a) => ({
      ...a,
      always: a.always ?? '',
      changes: a.wouldChange.slice(0, MOST_CHANGES),
    })),
    not_in_play: summary.notInPlay,
    people: byPerson(summary.tasks),
    met: summary.met,
    maybe: summary.maybe,
    maybe_clauses: clauseList(summary.maybe),
    met_clauses: clauseList(summary.met),
    unknown: summary.unknown,
    factors,
    unknown_factors: factors.unknown.map((f) => f.clauses).join('; '),
    no_factors: factors.for.length + factors.against.length + factors.unknown.length === 0,
    dates: summary.dates,
    sources: summary.sources,
    decisions: summary.decisions,
  };
}

/** Open tasks by who is to do them, in the order in which they come up. */
function byPerson(tasks: readonly TaskView[]): { who: string; tasks: TaskView[] }[] {
  const people = new Map<string, TaskView[]>();
  for (const task of tasks) people.set(task.who, [...(people.get(task.who) ?? []), task]);
  return [...people].map(([who, own]) => ({ who, tasks: own }));
}

/** The analysis texts that the case's packs ask for here, and those that were written all the same. */
function analysesOf(pack: CompiledPack, { file, findings }: Assessment, title: Titles): Record<string, unknown>[] {
  return Object.entries(pack.pack.analyses ?? {}).flatMap(([id, analysis]) => {
    const written = file.analysis?.[id];
    const asked = findings.some(
      (f) => f.state !== 'not_applicable' && f.pack === pack && pack.pack.requirements?.[f.rule]?.in === id,
    );
    if (!written && !asked) return [];
    const by = [
      written?.by && title(written.by, pack),
      written?.post,
      written?.date && dayInWords(String(written.date)),
    ];
    return [
      {
        title: analysis.title,
        paragraphs: (written?.text ?? '').split(/\n\s*\n/).filter((paragraph) => paragraph.trim()),
        by: by.filter((part) => part).join(', '),
      },
    ];
  });
}
