import { daysBetween } from '../case/dates.ts';
import { pathOf } from '../case/fact-path.ts';
import type { CaseFile } from '../case/schema.ts';
import type { Diagnostic, Locate, Path, Position } from '../diagnostic.ts';
import type { CompiledPack } from '../policy/compile.ts';
import type { Kind } from '../policy/schema.ts';
import type { Assessment, Finding, FindingState, QuestionResult } from './assessment.ts';
import { compare } from './expectations.ts';

/** How much an item of a check weighs, heaviest first. An error means that the file cannot be relied on. */
export const LEVELS = ['error', 'overdue', 'outstanding', 'undecided', 'note'] as const;

export type Level = (typeof LEVELS)[number];

/** Whether a level weighs as much as another, or more. */
export const reaches = (level: Level, least: Level): boolean => LEVELS.indexOf(level) <= LEVELS.indexOf(least);

/** What an item is about: the file itself, a question for decision, or a requirement of some kind. */
export type About = 'file' | 'question' | Kind;

/** One line of a check: a diagnostic or a finding, by place in the file; never a value or narrative of the case. */
export interface CheckItem extends Position {
  readonly level: Level;
  /** Code of the diagnostic, or id of the requirement or question. */
  readonly rule: string;
  readonly about: About;
  /** The pack that it is from; none for what is about the file. */
  readonly pack?: CompiledPack | undefined;
  readonly clauses: readonly string[];
  readonly says: string;
  /** Days left until it is due; below 0 it is overdue by so many. */
  readonly days?: number | undefined;
  /** The value at fault, for a terminal where it may be shown. */
  readonly found?: string | undefined;
}

/** An item whose words and place are worked out only if it is shown. */
export interface Concern extends Pick<CheckItem, 'level' | 'rule' | 'about' | 'pack' | 'clauses' | 'days'> {
  readonly says: () => string;
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly found?: string | undefined;
}

/** Everything that a check has to say about one case that could be assessed. */
export function concerns(file: CaseFile, assessment: Assessment): Concern[] {
  const expected = file.expect?.diagnostics ?? [];
  const list: Concern[] = [];
  for (const { code, severity, says, path, at = 'value', found } of assessment.remarks) {
    if (!expected.includes(code)) list.push({ ...ofFile(LEVEL_OF[severity], code, says, path), at, found });
  }
  if (file.expect) {
    for (const { path, says } of compare(file.expect, assessment)) {
      list.push(ofFile('error', 'not_as_expected', says, path));
    }
  }
  for (const question of assessment.questions) if (question.state === 'undecided') list.push(ofQuestion(question));
  for (const finding of assessment.findings) {
    const level = levelOf(finding);
    if (level) list.push(ofFinding(finding, level, assessment));
  }
  return list;
}

const LEVEL_OF = { error: 'error', warning: 'note', note: 'note' } as const;

const ofFile = (level: Level, rule: string, says: string, path: Path): Concern => ({
  level,
  rule,
  about: 'file',
  clauses: [],
  says: () => says,
  path,
  at: 'value',
});

const ofQuestion = ({ id, pack, compiled, clauses, hangsOn }: QuestionResult): Concern => ({
  level: 'undecided',
  rule: id,
  about: 'question',
  pack,
  clauses,
  says: () => `${compiled.question.title}: undecided; it hangs on ${hangsOn.join(', ')}.`,
  path: ['answers'],
  at: 'key',
});

const ofFinding = (finding: Finding, level: Level, { file, asAt }: Assessment): Concern => ({
  level,
  rule: finding.rule,
  about: finding.kind as Kind,
  pack: finding.pack,
  clauses: finding.clauses,
  days: finding.due && finding.state !== 'done_late' ? daysBetween(asAt, finding.due.to) : undefined,
  says: () => `${STATE_BEFORE[finding.state] ?? ''}${finding.says} (${finding.who.join(', ')})`,
  get path() {
    return placeOf(finding, file);
  },
  at: 'key',
});

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

/** The concerns that weigh enough to be shown, with words and places, in the order of the file. */
export function itemsOf(list: readonly Concern[], show: Level, locate: Locate): CheckItem[] {
  return list
    .filter(({ level }) => reaches(level, show))
    .map((concern) => itemOf(concern, locate))
    .sort((a, b) => a.line - b.line || a.column - b.column || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/** A concern with its words and its place. */
export function itemOf({ says, path, at, ...rest }: Concern, locate: Locate): CheckItem {
  return { ...rest, says: says(), ...locate(path, at) };
}

/** A diagnostic as an item of a check. */
export function diagnosticItem({ code, severity, line, column, says, found }: Diagnostic): CheckItem {
  return { level: LEVEL_OF[severity], rule: code, about: 'file', clauses: [], line, column, says, found };
}
