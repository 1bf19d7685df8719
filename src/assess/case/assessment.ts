import type { Day, DayRange } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { UnknownKind } from '../../case/file/entry.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import type { Safe } from '../../messages/safe.ts';
import type { CompiledPack, CompiledQuestion } from '../../policy/compile/compiled.ts';
import type { Replacement } from '../../policy/folder/replaceable.ts';
import type { Decider } from '../../policy/pack/pack.ts';
import type { Kind, Strength } from '../../policy/pack/pack-schema.ts';
import type { Profile } from '../../policy/pack/profiles.ts';
import type { Masks } from './project.ts';

/** Whether a question for decision has one answer, several, none, or does not arise. */
export type QuestionState = 'settled' | 'undecided' | 'not_in_play' | 'silent';

/** What would be different if facts were otherwise. */
export interface WouldChange {
  readonly changes: readonly { readonly fact: string; readonly from: string; readonly to: string }[];
  /** Outcomes that would then be possible; one where it would be settled. */
  readonly outcomes: readonly string[];
}

/** What one pack says on one question for decision. */
export interface QuestionResult {
  readonly id: Safe;
  readonly pack: CompiledPack;
  readonly compiled: CompiledQuestion;
  readonly state: QuestionState;
  readonly outcome?: string | undefined;
  /** Outcomes that remain, `not_in_play` among them where that is not known either. */
  readonly possible: readonly string[];
  /** Rules that hold. */
  readonly rules: readonly string[];
  readonly clauses: readonly Safe[];
  /** Unknown facts on which it hangs, in the pack's order. */
  readonly hangsOn: readonly Safe[];
  /** Whether each of its deciders decides here, in the order of the pack. */
  readonly deciding: readonly (boolean | undefined)[];
  /** Unknown facts on which it hangs who decides, where it is settled what is asked. */
  readonly whoHangsOn: readonly Safe[];
  /** Everything that its urgent outcome asks for is done. */
  readonly isAnswered?: true;
}

export const FINDING_STATES = [
  'met',
  'outstanding',
  'due',
  'overdue',
  'past_due_unrecorded',
  'done_late',
  'declined',
  'varied',
  'barred',
  'not_applicable',
  'unknown',
] as const;

/** What is known of a requirement or an indicator in this case. */
export type FindingState = (typeof FINDING_STATES)[number];

/** Something about the case, from a clause. */
export interface Finding {
  readonly rule: Safe;
  readonly pack: CompiledPack;
  readonly question: string;
  readonly kind: Kind | 'indicator';
  readonly state: FindingState;
  readonly clauses: readonly Safe[];
  readonly says: Safe;
  readonly who: readonly Safe[];
  /** How strongly the document asks for it. */
  readonly strength: Strength;
  /** Of something that is asked for each time: the day of this one, and where it stands in the file. */
  readonly instance?: { readonly on: DayRange | undefined; readonly path: Path; readonly what: string } | undefined;
  /** The departure from it that is approved: by which role, where that is known, and when. */
  readonly variation?: { readonly by: Safe | undefined; readonly on: DayRange | undefined } | undefined;
  /** What must be so before it may be done, while it is not known to be. */
  readonly waitsFor?: Safe | undefined;
  /** For an indicator: whether it speaks for or against. */
  readonly points?: 'for' | 'against' | undefined;
  readonly due?: DayRange | undefined;
  /** How the due date was counted, in words; without a due date, why it could not be. */
  readonly counted?: string | undefined;
  readonly done?: DayRange | undefined;
  /** For state unknown: whether it is not known if it applies, if it was done, or if it was done in time. */
  readonly unsure?: 'applies' | 'done' | 'when' | undefined;
  /** Items of a content requirement that are known to be missing, or not known to be there. */
  readonly items?: readonly { readonly says: string; readonly state: 'met' | 'outstanding' | 'unknown' }[] | undefined;
  /** What must be said with it although it counts as in place: its text is in doubt, or who and when is missing. */
  readonly caveat?: Safe | undefined;
  /** Facts whose answer would settle the state. */
  readonly hangsOn: readonly Safe[];
}

export const STANDINGS = ['to_prepare', 'ready', 'decided', 'carried_out'] as const;

/** A decision that people made on a question. */
export interface Decided {
  /** Whether it is what the procedure asks, something else, or a refusal of what was asked for. */
  readonly how: 'agrees' | 'departs' | 'declined';
  readonly by: string;
  readonly date?: Day | undefined;
  /** The roles that decided it together, where a clause asks for several. */
  readonly together?: readonly string[] | undefined;
  /** What was decided, where a decision is recorded as such: an outcome of the question, or a sentence. */
  readonly outcome?: string | undefined;
}

/** Where a question for decision stands, from what people have recorded. */
export interface Standing {
  readonly at: (typeof STANDINGS)[number];
  /** What must still be done, and found out, before the decision; where nobody decides, in all. */
  readonly left: { readonly toDo: number; readonly toFindOut: number };
  /** Whose decision it is, by a clause. */
  readonly decider?: Decider | undefined;
  readonly decided?: Decided | undefined;
  /** Where several must decide together: those who have, while they are too few. */
  readonly partly?: readonly string[];
}

/** A fact that matters here and is not known. */
export interface UnknownFact {
  readonly fact: string;
  readonly label: string;
  readonly kind: 'not_asked' | 'asked_not_known' | Exclude<UnknownKind, 'not_known'>;
  readonly who?: string;
  readonly chaseBy?: string;
}

/** Everything that the packs of a case say about it at one date. */
export interface Assessment {
  readonly file: CaseFile;
  readonly asAt: Day;
  readonly packs: readonly CompiledPack[];
  /** The usual titles of roles. */
  readonly roles: Readonly<Record<string, Safe>>;
  /** The authority of the case, where it names one. */
  readonly profile?: Profile | undefined;
  /** What the authority's own folder puts in the place of what it extends. */
  readonly replaced: readonly Replacement[];
  readonly masks: ReadonlyMap<CompiledPack, Masks>;
  readonly sheet: FactSheet;
  readonly questions: readonly QuestionResult[];
  readonly findings: readonly Finding[];
  /** Those that stand only if a plan or care goes on which was open on the day of a record, and is not confirmed. */
  readonly ifStillOpen: ReadonlySet<Finding>;
  /** Where each question stands that arises, and on which the document speaks. */
  readonly standings: ReadonlyMap<QuestionResult, Standing>;
  readonly unknown: readonly UnknownFact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The same assessment with some parts otherwise; a spread would lose what is worked out only when it is asked for. */
export function assessmentWith(assessment: Assessment, parts: Partial<Assessment>): Assessment {
  const { standings, unknown } = assessment;
  return { ...assessment, standings, unknown, ...parts };
}

/** The same for what is said on a question. */
export function questionWith(question: QuestionResult, parts: Partial<QuestionResult>): QuestionResult {
  const { hangsOn, whoHangsOn } = question;
  return { ...question, hangsOn, whoHangsOn, ...parts };
}

/** The requirements that cannot wait, where an outcome names them. */
export function urgentRules({ outcome, compiled: { question } }: QuestionResult): readonly string[] {
  const urgent = question.outcomes[outcome ?? '']?.urgent;
  return Array.isArray(urgent) ? urgent : [];
}

const OPEN: ReadonlySet<FindingState> = new Set([
  'outstanding',
  'due',
  'overdue',
  'past_due_unrecorded',
  'barred',
  'unknown',
]);

/** Whether a finding comes from the document of a pack: by this text of it, or by another. */
export const isFrom = ({ pack }: Finding, other: CompiledPack): boolean => pack.pack.pack === other.pack.pack;

/** Whether a requirement is known to apply, and is not in place or not known to be. */
export const isOpen = ({ kind, state, unsure }: Finding): boolean =>
  kind !== 'indicator' && unsure !== 'applies' && OPEN.has(state);

/** Whether what is asked next cannot wait: what has been found, or finding out where the question itself cannot wait. */
export function isUrgent({ state, outcome, possible, isAnswered, compiled: { question } }: QuestionResult): boolean {
  if (outcome !== undefined) return question.outcomes[outcome]?.urgent !== undefined && !isAnswered;
  return question.urgent === 'yes' && state === 'undecided' && !possible.includes('not_in_play');
}
