import type { Day } from '../../calendar/dates.ts';
import { consistency } from '../../case/consistency/consistency.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { isNotKnown } from '../../case/file/entry-value.ts';
import { bookOn } from '../../case/sheet/book-on.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { readFacts } from '../../case/sheet/read-facts.ts';
import { type Diagnostic, warning } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { standingOf } from '../decide/standing.ts';
import { keptInView, supposedOpen } from '../supposed/kept-in-view.ts';
import {
  type Assessment,
  type Finding,
  isFrom,
  isOpen,
  type QuestionResult,
  questionWith,
  type Standing,
  type UnknownFact,
  urgentRules,
} from './assessment.ts';
import { contradictions } from './contradictions.ts';
import { assessFindings } from './findings.ts';
import { impossibilities, unassuming } from './impossible.ts';
import { project } from './project.ts';
import { assessQuestions } from './questions.ts';

/** Facts × packs → everything that the packs say about a case at one date. Pure: no clock, no disk. */
export function assess(file: CaseFile, given: Rulebook, asAt: Day): Assessment {
  const book = bookOn(given, file, asAt);
  const sheet = readFacts(file, book.scope, asAt);
  const impossible: Diagnostic[] = [];
  const masks = new Map(
    book.packs.map((pack) => {
      const known = project(pack, sheet);
      const broken = impossibilities(pack, known, sheet);
      impossible.push(...broken);
      return [broken.length > 0 ? unassuming(pack) : pack, known];
    }),
  );
  const { results, findings, ifStillOpen } = throughPacks(file, book, masks, sheet, asAt);
  const questions = results.map((result) => answered(result, findings));
  const diagnostics = [
    ...withoutRepeats(sheet.diagnostics, consistency(file, asAt)),
    ...contradictions(sheet, book, masks),
    ...impossible,
    ...uncounted(findings),
  ];
  return new CaseAssessment(file, asAt, book, masks, sheet, questions, findings, ifStillOpen, diagnostics);
}

/** A class, since of an object with getters of its own the engine keeps a form for each case, and the case with it. */
class CaseAssessment implements Assessment {
  readonly packs: Assessment['packs'];
  readonly roles: Assessment['roles'];
  readonly profile: Assessment['profile'];
  readonly replaced: Assessment['replaced'];
  #standings: Assessment['standings'] | undefined;
  #unknown: Assessment['unknown'] | undefined;
  readonly #book: Rulebook;

  constructor(
    readonly file: CaseFile,
    readonly asAt: Day,
    book: Rulebook,
    readonly masks: Assessment['masks'],
    readonly sheet: FactSheet,
    readonly questions: readonly QuestionResult[],
    readonly findings: readonly Finding[],
    readonly ifStillOpen: Assessment['ifStillOpen'],
    readonly diagnostics: readonly Diagnostic[],
  ) {
    this.packs = [...masks.keys()];
    this.roles = book.roles;
    this.profile = book.profile;
    this.replaced = book.replaced;
    this.#book = book;
  }

  get standings(): Assessment['standings'] {
    return (this.#standings ??= standingsOf(this.questions, this));
  }

  get unknown(): Assessment['unknown'] {
    return (this.#unknown ??= unknownFacts(this.questions, this.findings, this.sheet, this.#book));
  }
}

/** What each pack says of its questions, and of what it asks for; that stays in view while nobody has said that a plan ended. */
function throughPacks(
  file: CaseFile,
  book: Rulebook,
  masks: Assessment['masks'],
  sheet: FactSheet,
  asAt: Day,
): Pick<Assessment, 'findings' | 'ifStillOpen'> & { readonly results: readonly QuestionResult[] } {
  const { calendar, meetings } = book.scope;
  const listsEveryMeeting = file.meetings?.complete === true;
  const results: QuestionResult[] = [];
  const findings: Finding[] = [];
  const supposed = supposedOpen(file, book, asAt);
  const ifStillOpen = new Set<Finding>();
  for (const [pack, known] of masks) {
    results.push(...assessQuestions(pack, known));
    const view = { pack, masks: known, sheet, asAt, calendar, listsEveryMeeting, file, meetings };
    const found = assessFindings(view);
    const still = supposed && { ...view, ...supposed, masks: project(pack, supposed.sheet) };
    findings.push(...(still ? keptInView(found, still, ifStillOpen) : found));
  }
  return { results, findings, ifStillOpen };
}

/**
 * An urgent outcome that names what cannot wait is answered once none of that is open. Where some of it is asked for
 * already, what may yet be asked for counts as open too.
 */
function answered(result: QuestionResult, findings: readonly Finding[]): QuestionResult {
  const rules = urgentRules(result);
  if (rules.length === 0) return result;
  const named = findings.filter((f) => isFrom(f, result.pack) && rules.includes(f.rule));
  const isAsked = named.some(({ state, unsure }) => state !== 'not_applicable' && unsure !== 'applies');
  const isLeft = named.some((f) => isOpen(f) || (isAsked && f.unsure === 'applies'));
  return isLeft ? result : questionWith(result, { isAnswered: true });
}

/** What is said of the dates of a file in particular stands in place of what is said of them in general. */
function withoutRepeats(drawn: readonly Diagnostic[], particular: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!drawn.some(isOfDates)) return [...drawn, ...particular];
  const told = new Set(particular.map(({ path = [] }) => path.join('.')));
  const ofPlans = particular.some(({ path: [part] = [] }) => part === 'previous_plans' || part === 'current_plan');
  // Two dates that stand in no place of their own are those of plans
  const isTold = ({ path = [] }: Diagnostic): boolean => told.has(path.join('.')) || (ofPlans && path.length === 1);
  return [...drawn.filter((one) => !isOfDates(one) || !isTold(one)), ...particular];
}

const isOfDates = ({ code }: Diagnostic): boolean => code === 'dates_run_backwards';

function standingsOf(
  questions: readonly QuestionResult[],
  { file, sheet, asAt, findings }: Parameters<typeof standingOf>[1],
): Map<QuestionResult, Standing> {
  const byQuestion = new Map<string, Finding[]>();
  for (const finding of findings) {
    const found = byQuestion.get(finding.question);
    if (found) found.push(finding);
    else byQuestion.set(finding.question, [finding]);
  }
  const standings = new Map<QuestionResult, Standing>();
  for (const question of questions) {
    const standing = standingOf(question, { file, sheet, asAt, findings: byQuestion.get(question.id) ?? [] });
    if (standing) standings.set(question, standing);
  }
  return standings;
}

/** Deadlines in working days that lead beyond the years whose bank holidays are known. */
function uncounted(findings: readonly Finding[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const finding of findings) {
    if (finding.due) continue;
    const { rule, counted } = finding;
    if (!counted) continue;
    const says = safe`${rule}: its last day lies beyond the years whose bank holidays are known. Count it by hand.`;
    found.push(warning('beyond_bank_holidays', says, ['dates'], { at: 'key', shown: counted }));
  }
  return found;
}

function unknownFacts(
  questions: readonly QuestionResult[],
  findings: readonly Finding[],
  sheet: FactSheet,
  { scope }: Rulebook,
): UnknownFact[] {
  const open = new Set([
    ...[...questions, ...findings].flatMap((result) => result.hangsOn),
    ...questions.flatMap((question) => question.whoHangsOn),
  ]);
  return [...open].map((fact) => {
    const entry = sheet.states.get(fact)?.entry;
    const label = scope.facts.get(fact)?.label ?? fact;
    if (!isNotKnown(entry)) return { fact, label, kind: 'not_asked' as const };
    const kind = entry.unknown === 'not_known' ? ('asked_not_known' as const) : entry.unknown;
    const chase = { ...(entry.who && { who: entry.who }), ...(entry.chase_by && { chaseBy: String(entry.chase_by) }) };
    return { fact, label, kind, ...chase };
  });
}
