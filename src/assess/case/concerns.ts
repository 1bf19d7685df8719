import { daysBetween } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { pathOf } from '../../case/file/fact-path.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { joined, type Safe, safe } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { requirementOf } from '../../policy/pack/pack.ts';
import type { Kind } from '../../policy/pack/pack-schema.ts';
import { compare } from '../worked/expectations.ts';
import { IF_STILL, peopleInWords, requirementInWords, roleTitle, UNRECORDED } from './act-words.ts';
import type { Assessment, Finding, FindingState, QuestionResult } from './assessment.ts';
import { type About, type Concern, type Level, ofFile } from './concern.ts';
import { decisionConcerns } from './decisions.ts';

/** Everything that a check has to say about one case that could be assessed. */
export function concerns(file: CaseFile, assessment: Assessment): Concern[] {
  const expected = file.expect?.diagnostics ?? [];
  const list: Concern[] = [];
  for (const diagnostic of assessment.diagnostics)
    if (!expected.includes(diagnostic.code)) list.push(ofFile(diagnostic));
  if (file.expect) list.push(...compare(file.expect, assessment).map(ofFile));
  for (const question of assessment.questions) {
    if (question.state === 'undecided') list.push(new QuestionConcern(question));
  }
  for (const finding of assessment.findings) {
    const level = levelOf(finding);
    if (level) list.push(new FindingConcern(finding, level, assessment));
  }
  list.push(...decisionConcerns(assessment));
  return list;
}

class QuestionConcern implements Concern {
  readonly level = 'undecided';
  readonly about = 'question';
  readonly path = ['answers'];
  readonly at = 'key';

  constructor(readonly question: QuestionResult) {}

  get rule(): Safe {
    return this.question.id;
  }

  get pack(): CompiledPack {
    return this.question.pack;
  }

  get clauses(): readonly Safe[] {
    return this.question.clauses;
  }

  get says(): Safe {
    const { compiled, hangsOn } = this.question;
    const labels = hangsOn.map((fact) => this.pack.facts.get(fact)?.label ?? fact);
    return safe`${compiled.question.title}: not settled. We need to know: ${joined(labels, safe`; `)}.`;
  }
}

class FindingConcern implements Concern {
  readonly at = 'key';
  readonly rule: Safe;
  readonly clauses: readonly Safe[];
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
    return due && state !== 'done_late' && state !== 'met' ? daysBetween(this.assessment.asAt, due.to) : undefined;
  }

  get who(): Safe | undefined {
    const titles = this.finding.who.map((role) => roleTitle(role, this.pack, this.assessment.roles));
    return titles.length > 0 ? peopleInWords(titles) : undefined;
  }

  get says(): Safe {
    const { state, unsure, caveat } = this.finding;
    const told = state === 'declined' && caveat ? undefined : STATE_BEFORE[state];
    const otherwise = told ?? (caveat ? safe`${caveat}: ` : safe``);
    const before = unsure === 'when' ? safe`not recorded when: ` : otherwise;
    const still = this.assessment.ifStillOpen.has(this.finding) ? IF_STILL : safe``;
    const act = safe`${still}${before}${requirementInWords(this.finding)}`;
    return this.who === undefined ? act : safe`${this.who}: ${act}`;
  }

  get path(): Path {
    return placeOf(this.finding, this.assessment.file);
  }
}

const STATE_BEFORE: Partial<Record<FindingState, Safe>> = {
  ...UNRECORDED,
  done_late: safe`done late: `,
  declined: safe`declined: `,
  varied: safe`a departure is approved: `,
};

function levelOf({ state, kind, unsure, caveat, strength }: Finding): Level | undefined {
  if (kind === 'indicator' || unsure === 'applies') return undefined;
  if (state === 'barred' || state === 'varied') return 'note';
  if (state === 'outstanding' && strength !== 'must') return 'note';
  if (state === 'overdue' || state === 'outstanding') return state;
  if (state === 'past_due_unrecorded') return 'past_due';
  if (state === 'unknown') return 'undecided';
  if (state === 'due' || state === 'done_late' || state === 'declined') return 'note';
  return caveat && kind !== 'analysis' ? 'note' : undefined;
}

/** Where in a case file a requirement is, or would be, shown to be met. */
function placeOf(finding: Finding, file: CaseFile): Path {
  if (finding.instance) return finding.instance.path;
  const { in: text, items, evidence } = requirementOf(finding.pack.pack, finding.rule);
  if (text) return ['analysis', text];
  if (items) return ['checklists', finding.rule];
  // What only several answers show together stands at none of them.
  if (evidence && evidence.kind !== 'test') return ['answers'];
  const fact = evidence?.fact ?? finding.rule;
  return pathOf(fact, finding.pack.facts.get(fact), file);
}
