import {
  type Assessment,
  type Finding,
  isUrgent,
  type QuestionResult,
  type UnknownFact,
  type WouldChange,
} from '../assess/assessment.ts';
import { outcomeRestsOn, outcomeWouldChange } from '../assess/reasons.ts';
import { dayInWords, rangeInWords } from '../case/date-words.ts';
import { type Day, parseDate } from '../case/dates.ts';
import type { CompiledPack } from '../policy/compile.ts';
import { type Audience, ON_FILE } from './audience.ts';
import { caseDates } from './case-dates.ts';
import { type DecisionView, decisionViews } from './decision-view.ts';
import { isOpen, openTasks, type TaskView, taskView, type Unrecorded } from './summary-tasks.ts';
import { capital, factInWords, type Titles, valueInWords } from './titles.ts';

/** What every screen and note says first. */
export const PROTECT = 'If a child is in danger now, act now. Protective action never waits for this form.';

/** What the output is, and is not. */
export const NOT_A_DECISION = 'What the procedure asks next, and why. It is not a decision; people decide.';

/** One question for decision, ready to be shown. */
export interface AnswerView {
  /** Id of the question, and the pack that speaks. */
  readonly id: string;
  readonly pack: string;
  readonly title: string;
  readonly state: QuestionResult['state'];
  readonly urgent: boolean;
  /** It is not even known whether the question arises. */
  readonly mayNotArise: boolean;
  /** One sentence. */
  readonly says: string;
  /** Where undecided: the outcomes that remain. */
  readonly possible: readonly string[];
  readonly hangsOn: readonly string[];
  readonly always: string | undefined;
  readonly grounds: readonly string[];
  readonly cites: string;
  /** The ids alone. */
  readonly clauses: string;
  readonly restsOn: readonly string[];
  readonly wouldChange: readonly string[];
}

export interface FactorView {
  readonly says: string;
  readonly clauses: string;
}

export interface UnknownView {
  readonly label: string;
  readonly kind: string;
  readonly who: string;
  readonly chaseBy: string;
}

/** An assessment in words: what the screen and the note have in common. */
export interface Summary {
  readonly answers: readonly AnswerView[];
  readonly notInPlay: readonly string[];
  /** Requirements that apply and are not met; those that may apply too, where they are few. */
  readonly tasks: readonly TaskView[];
  /** Requirements of which nothing is recorded, by person, where they are too many to stand among the others. */
  readonly unrecorded: readonly Unrecorded[];
  /** Requirements that may apply, where they are too many to be read one by one. */
  readonly maybe: readonly TaskView[];
  readonly met: readonly TaskView[];
  readonly factors: {
    readonly for: readonly FactorView[];
    readonly against: readonly FactorView[];
    readonly unknown: readonly FactorView[];
  };
  readonly unknown: readonly UnknownView[];
  readonly dates: readonly { readonly label: string; readonly value: string }[];
  /** The documents, each with a warning where its own review date has passed. */
  readonly sources: readonly string[];
  readonly decisions: readonly DecisionView[];
}

/** Puts an assessment into words for some readers. */
export function summarise(assessment: Assessment, title: Titles, audience = ON_FILE): Summary {
  const { questions, findings } = assessment;
  const requirements = findings.filter((f) => f.kind !== 'indicator' && f.state !== 'not_applicable');
  const factors = findings.filter((f) => f.kind === 'indicator');
  return {
    answers: questions
      .filter((q) => q.state !== 'not_in_play')
      .sort((a, b) => weight(a) - weight(b))
      .map((q) => (mayNotArise(q) ? openQuestionView(q) : answerView(q, assessment))),
    notInPlay: questions.filter((q) => q.state === 'not_in_play').map((q) => q.compiled.question.title),
    ...openTasks(requirements, assessment, title),
    met: requirements.filter((f) => !isOpen(f)).map((f) => taskView(f, assessment, title)),
    factors: {
      for: factors.filter((f) => f.state === 'met' && f.points === 'for').map(factorView),
      against: factors.filter((f) => f.state === 'met' && f.points === 'against').map(factorView),
      unknown: factors.filter((f) => f.state === 'unknown').map(factorView),
    },
    unknown: assessment.unknown.filter((u) => !isOwnRecord(u.fact, assessment)).map((u) => unknownView(u, title)),
    dates: knownDates(assessment, audience),
    sources: assessment.packs.map((pack) => `${sourceLine(pack, assessment.asAt)}${addedLabel(pack, assessment)}`),
    decisions: decisionViews(assessment, title),
  };
}

const factorView = (f: Finding): FactorView => ({ says: f.says, clauses: f.clauses.join(', ') });

/** Whether it is not even known that a question arises. */
const mayNotArise = ({ state, possible }: QuestionResult): boolean =>
  state === 'undecided' && possible.includes('not_in_play');

/** What cannot wait comes first, then what has an answer, then what hangs on something, then what may not arise, then silence. */
function weight(question: QuestionResult): number {
  if (isUrgent(question)) return -1;
  if (question.state === 'settled') return 0;
  if (question.state === 'silent') return 3;
  return mayNotArise(question) ? 2 : 1;
}

/** A question that may not arise: only what it hangs on, not every answer it could have. */
function openQuestionView({ id, pack, compiled, hangsOn }: QuestionResult): AnswerView {
  return {
    id,
    pack: pack.pack.pack,
    title: compiled.question.title,
    state: 'undecided',
    urgent: false,
    mayNotArise: true,
    says: 'It is not known yet whether this arises.',
    possible: [],
    hangsOn: hangsOn.map((fact) => pack.facts.get(fact)?.label ?? fact),
    always: compiled.question.always,
    grounds: [],
    cites: pack.pack.source.title,
    clauses: '',
    restsOn: [],
    wouldChange: [],
  };
}

function answerView(question: QuestionResult, assessment: Assessment): AnswerView {
  const { id, pack, compiled, state, outcome } = question;
  const masks = assessment.masks.get(pack) ?? [];
  const says = (name: string): string => endInWords(compiled.question, name);
  const label = (fact: string): string => pack.facts.get(fact)?.label ?? fact;
  return {
    id,
    pack: pack.pack.pack,
    title: compiled.question.title,
    state,
    urgent: isUrgent(question),
    mayNotArise: false,
    says: outcome ? says(outcome) : 'Undecided: more has to be known first.',
    possible: outcome ? [] : question.possible.map(says),
    hangsOn: question.hangsOn.map(label),
    always: compiled.question.always,
    grounds:
      question.rules.length > 0 && compiled.rules.filter((r) => r.rule.outcome === outcome).length > 1
        ? question.rules.map((r) => capital(r.replaceAll('_', ' ')))
        : [],
    cites: cites(pack, question.clauses),
    clauses: question.clauses.join(', '),
    restsOn: outcomeRestsOn(question, masks).map((fact) => known(fact, pack, assessment)),
    wouldChange: outcomeWouldChange(question, masks)
      .filter(keepsQuestion)
      .map(({ changes, outcomes }) => {
        const parts = changes.map((c) => `${label(c.fact)}: ${valueInWords(pack.facts.get(c.fact), c.to)}`);
        return `If ${parts.join(', and ')}, then: ${outcomes.map((o) => o.replaceAll('_', ' ')).join(' or ')}`;
      }),
  };
}

/** That a question would not arise at all is left out: it says nothing about its outcome. */
const keepsQuestion = ({ outcomes }: WouldChange): boolean => !outcomes.includes('not_in_play');

const OTHER_ENDS: Readonly<Record<string, string>> = {
  not_in_play: 'The question does not arise.',
  silent: 'The document says nothing on this.',
};

/** An end of a question, in the words of its pack. */
export const endInWords = ({ outcomes }: QuestionResult['compiled']['question'], end: string): string =>
  outcomes[end]?.says ?? OTHER_ENDS[end] ?? end;

function known(fact: string, pack: CompiledPack, { sheet }: Assessment): string {
  const definition = pack.facts.get(fact);
  const value = definition && factInWords(definition, sheet.states.get(fact));
  return `${definition?.label ?? fact}: ${value ?? 'not known'}`;
}

/** Clause ids, the headings under which they stand, and the document. */
export function cites(pack: CompiledPack, clauses: readonly string[]): string {
  const sections = [...new Set(clauses.map((id) => pack.pack.clauses[id]?.section).filter((s) => s !== undefined))];
  return `${clauses.join(', ')}: ${sections.join('; ')} (${pack.pack.pack})`;
}

const UNKNOWN_WORDS: Readonly<Record<UnknownFact['kind'], string>> = {
  not_asked: 'not answered yet',
  asked_not_known: 'asked, not known',
  awaited: 'awaited',
  disputed: 'disputed',
  withheld: 'withheld',
};

/** A requirement's own record is shown with the requirement, not a second time among what is unknown. */
function isOwnRecord(fact: string, { packs }: Assessment): boolean {
  return fact.includes('.') || packs.some((pack) => pack.pack.requirements?.[fact] !== undefined);
}

function unknownView({ label, kind, who, chaseBy }: UnknownFact, title: Titles): UnknownView {
  return {
    label: capital(label),
    kind: UNKNOWN_WORDS[kind],
    who: who ? title(who) : '',
    chaseBy: chaseBy ? dayInWords(chaseBy as Day) : '',
  };
}

/** Said of a pack that is not among those of the case's authority. */
const addedLabel = ({ pack }: CompiledPack, { profile }: Assessment): string =>
  profile && !profile.packs.includes(pack.pack)
    ? ` NOT A DOCUMENT OF ${profile.title.toUpperCase()}: added by the case file.`
    : '';

/** A source as it is to be cited, with a warning where its own review date has passed. */
function sourceLine({ pack }: CompiledPack, asAt: Day): string {
  const { title, publisher, edition, dated, review_date: review, standing } = pack.source;
  const reviewed = review === undefined ? undefined : parseDate(review);
  const lapsed = reviewed && reviewed.to < asAt ? ` ITS REVIEW DATE (${rangeInWords(reviewed)}) HAS PASSED.` : '';
  return `${[title, publisher, edition, dated].filter((part) => part).join('; ')}. ${capital(standing)}${lapsed}`;
}

const knownDates = (assessment: Assessment, audience: Audience): Summary['dates'] =>
  caseDates(assessment, audience).map(({ label, at }) => ({ label, value: rangeInWords(at) }));
