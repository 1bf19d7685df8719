import { pathOf } from '../case/fact-path.ts';
import type { CaseFile } from '../case/schema.ts';
import { type Diagnostic, type Locate, type Path, type Position, place } from '../diagnostic.ts';
import type { Assessment, Finding, FindingState, QuestionResult } from './assessment.ts';
import { compare } from './expectations.ts';

/** How much an item of a check weighs, heaviest first. An error means that the file cannot be relied on. */
export const LEVELS = ['error', 'overdue', 'outstanding', 'undecided', 'note'] as const;

export type Level = (typeof LEVELS)[number];

/** One line of a check: a diagnostic or a finding, by place in the file; never a value or narrative of the case. */
export interface CheckItem extends Position {
  readonly level: Level;
  /** Code of the diagnostic, or id of the requirement or question. */
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly says: string;
  /** The value at fault, for a terminal where it may be shown. */
  readonly found?: string;
}

/** Everything that a check has to say about one case that could be assessed. */
export function checkItems(file: CaseFile, assessment: Assessment, locate: Locate): CheckItem[] {
  const expected = new Set(file.expect?.diagnostics ?? []);
  const remarks = assessment.remarks
    .filter((remark) => !expected.has(remark.code))
    .map((remark) => place(remark, locate));
  const mismatches = compare(file.expect, assessment).map(({ path, says }) => ({
    ...locate(path),
    level: 'error' as const,
    rule: 'not_as_expected',
    clauses: [],
    says,
  }));
  return [
    ...remarks.map(diagnosticItem),
    ...mismatches,
    ...assessment.questions.filter((q) => q.state === 'undecided').map((q) => questionItem(q, locate)),
    ...assessment.findings.flatMap((f) => findingItem(f, assessment, locate) ?? []),
  ].sort((a, b) => a.line - b.line || a.column - b.column || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

const LEVEL_OF = { error: 'error', warning: 'note', note: 'note' } as const;

/** A diagnostic as an item of a check. */
export function diagnosticItem({ code, severity, line, column, says, found }: Diagnostic): CheckItem {
  return { level: LEVEL_OF[severity], rule: code, clauses: [], line, column, says, ...(found && { found }) };
}

function questionItem({ id, compiled, clauses, hangsOn }: QuestionResult, locate: Locate): CheckItem {
  const says = `${compiled.question.title}: undecided; it hangs on ${hangsOn.join(', ')}.`;
  return { ...locate(['answers'], 'key'), level: 'undecided', rule: id, clauses, says };
}

function findingItem(finding: Finding, { file }: Assessment, locate: Locate): CheckItem | undefined {
  const level = levelOf(finding);
  if (!level) return undefined;
  const { rule, clauses, says, who } = finding;
  const state = STATE_BEFORE[finding.state] ?? '';
  return {
    ...locate(placeOf(finding, file), 'key'),
    level,
    rule,
    clauses,
    says: `${state}${says} (${who.join(', ')})`,
  };
}

const STATE_BEFORE: Partial<Record<FindingState, string>> = {
  unknown: 'not recorded: ',
  due: 'due: ',
  done_late: 'done late: ',
};

function levelOf({ state, kind, unsure }: Finding): Level | undefined {
  if (kind === 'indicator' || unsure === 'applies') return undefined;
  if (state === 'overdue' || state === 'outstanding') return state;
  if (state === 'unknown') return 'undecided';
  return state === 'due' || state === 'done_late' ? 'note' : undefined;
}

/** Where in a case file a requirement is, or would be, shown to be met. */
function placeOf(finding: Finding, file: CaseFile): Path {
  const requirement = finding.pack.pack.requirements?.[finding.rule];
  if (requirement?.in) return ['analysis', requirement.in];
  if (requirement?.items) return ['checklists', finding.rule];
  const evidence = Object.keys(requirement?.evidence ?? {})[0] ?? finding.rule;
  return pathOf(evidence, finding.pack.facts.get(evidence), file);
}
