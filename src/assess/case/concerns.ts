import { daysBetween } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { pathOf } from '../../case/file/fact-path.ts';
import type { Diagnostic, Locate, Path, Position, Remark } from '../../messages/diagnostic.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { requirementOf } from '../../policy/pack/pack.ts';
import type { Kind } from '../../policy/pack/pack-schema.ts';
import { compare, type Mismatch } from '../worked/expectations.ts';
import type { Assessment, Finding, FindingState, QuestionResult } from './assessment.ts';
import { decisionConcerns } from './decisions.ts';

/** How much an item of a check weighs, heaviest first. An error means that the file cannot be relied on. */
export const LEVELS = ['error', 'overdue', 'past_due', 'outstanding', 'undecided', 'note'] as const;

export type Level = (typeof LEVELS)[number];

/** A level as people read it. */
export const levelInWords = (level: Level): string => (level === 'past_due' ? 'past due' : level);

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
export interface Concern extends Pick<CheckItem, 'level' | 'rule' | 'about' | 'pack' | 'clauses' | 'days' | 'found'> {
  readonly says: string;
  readonly path: Path;
  readonly at: 'key' | 'value';
}

/** Everything that a check has to say about one case that could be assessed. */
export function concerns(file: CaseFile, assessment: Assessment): Concern[] {
  const expected = file.expect?.diagnostics ?? [];
  const list: Concern[] = [];
  for (const remark of assessment.remarks) if (!expected.includes(remark.code)) list.push(ofRemark(remark));
  if (file.expect) list.push(...compare(file.expect, assessment).map(ofMismatch));
  for (const question of assessment.questions) {
    if (question.state === 'undecided') list.push(new QuestionConcern(question));
  }
  for (const finding of assessment.findings) {
    const level = levelOf(finding);
    if (level) list.push(new FindingConcern(finding, level, assessment));
  }
  for (const concern of decisionConcerns(assessment)) list.push({ ...concern, about: 'question', at: 'value' });
  return list;
}

const LEVEL_OF = { error: 'error', warning: 'note', note: 'note' } as const;

const ofRemark = ({ code, severity, says, path, at = 'value', found }: Remark): Concern => ({
  level: LEVEL_OF[severity],
  rule: code,
  about: 'file',
  clauses: [],
  says,
  path,
  at,
  found,
});

const ofMismatch = ({ path, says }: Mismatch): Concern =>
  ofRemark({ code: 'not_as_expected', severity: 'error', says, path });

class QuestionConcern implements Concern {
  readonly level = 'undecided';
  readonly about = 'question';
  readonly path = ['answers'];
  readonly at = 'key';

  constructor(readonly question: QuestionResult) {}

  get rule(): string {
    return this.question.id;
  }

  get pack(): CompiledPack {
    return this.question.pack;
  }

  get clauses(): readonly string[] {
    return this.question.clauses;
  }

  get says(): string {
    const { compiled, hangsOn } = this.question;
    return `${compiled.question.title}: undecided; it hangs on ${hangsOn.join(', ')}.`;
  }
}

class FindingConcern implements Concern {
  readonly at = 'key';
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly pack: CompiledPack;

  constructor(
    readonly finding: Finding,
    readonly level: Level,
    readonly assessment: Assessment,
  ) {
    this.rule = finding.rule;
    this.clauses = finding.clauses;
    this.pack = finding.pack;
  }

  get about(): About {
    return this.finding.kind as Kind;
  }

  get days(): number | undefined {
    const { due, state } = this.finding;
    return due && state !== 'done_late' ? daysBetween(this.assessment.asAt, due.to) : undefined;
  }

  get says(): string {
    const { state, says, who, unsure } = this.finding;
    const before = unsure === 'when' ? 'not recorded when: ' : (STATE_BEFORE[state] ?? '');
    return `${before}${says} (${who.join(', ')})`;
  }

  get path(): Path {
    return placeOf(this.finding, this.assessment.file);
  }
}

const STATE_BEFORE: Partial<Record<FindingState, string>> = {
  unknown: 'not recorded: ',
  due: 'due: ',
  past_due_unrecorded: 'past its day, not recorded: ',
  done_late: 'done late: ',
  declined: 'declined: ',
};

function levelOf({ state, kind, unsure }: Finding): Level | undefined {
  if (kind === 'indicator' || unsure === 'applies') return undefined;
  if (state === 'overdue' || state === 'outstanding') return state;
  if (state === 'past_due_unrecorded') return 'past_due';
  if (state === 'unknown') return 'undecided';
  return state === 'due' || state === 'done_late' || state === 'declined' ? 'note' : undefined;
}

/** Where in a case file a requirement is, or would be, shown to be met. */
function placeOf(finding: Finding, file: CaseFile): Path {
  const { in: text, items, evidence } = requirementOf(finding.pack.pack, finding.rule);
  if (text) return ['analysis', text];
  if (items) return ['checklists', finding.rule];
  // What only several answers show together stands at none of them.
  if (evidence && evidence.kind !== 'test') return ['answers'];
  const fact = evidence?.fact ?? finding.rule;
  return pathOf(fact, finding.pack.facts.get(fact), file);
}

/** The concerns that weigh enough to be shown, with words and places, in the order of the file. */
export function itemsOf(list: readonly Concern[], show: Level, locate: Locate): CheckItem[] {
  return list
    .filter(({ level }) => reaches(level, show))
    .map((concern) => itemOf(concern, locate))
    .sort((a, b) => a.line - b.line || a.column - b.column || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/** A concern with its words and its place. */
export function itemOf(concern: Concern, locate: Locate): CheckItem {
  const { level, rule, about, pack, clauses, days, says, found, path, at } = concern;
  return { level, rule, about, pack, clauses, days, says, found, ...locate(path, at) };
}

/** A diagnostic as an item of a check. */
export function diagnosticItem({ code, severity, line, column, says, found }: Diagnostic): CheckItem {
  return { level: LEVEL_OF[severity], rule: code, about: 'file', clauses: [], line, column, says, found };
}
