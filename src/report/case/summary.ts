import type { Assessment, Finding, QuestionResult, UnknownFact } from '../../assess/case/assessment.ts';
import { isNotLookedAt } from '../../assess/case/looked-at.ts';
import { dayInWords, rangeInWords } from '../../calendar/date-words.ts';
import { type Day, parseDate } from '../../calendar/dates.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { periodInWords } from '../../policy/editions/period.ts';
import type { Source } from '../../policy/pack/pack-schema.ts';
import { sourcesOf } from '../../policy/pack/sources.ts';
import { replacedInWords } from '../words/replaced-words.ts';
import { capital, type Titles } from '../words/titles.ts';
import { waitingInWords } from '../words/waiting-words.ts';
import { type Audience, ON_FILE } from './audience.ts';
import { caseDates } from './case-dates.ts';
import { type DecisionView, decisionViews } from './decision-view.ts';
import { type AnswerView, answerViews } from './summary-answers.ts';

/** What every screen and note says first. */
export const PROTECT = 'If a child is in danger now, act now. Do not wait for this form.';

/** What the output is, and is not. */
export const NOT_A_DECISION = 'What the procedure asks next, and why. It is not a decision; people decide.';

export interface FactorView {
  readonly says: string;
  readonly clauses: string;
}

export interface UnknownView {
  readonly label: string;
  readonly kind: string;
  readonly who: string;
  readonly chaseBy: string;
  /** What the answer would settle, in words. */
  readonly settles: string;
}

/** An assessment in words: what the screen and the note have in common. */
export interface Summary {
  readonly answers: readonly AnswerView[];
  readonly notInPlay: readonly string[];
  /** Titles of questions that nobody was asked about, since they do not belong to what is happening. */
  readonly notLookedAt: readonly string[];
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
  const factors = findings.filter((f) => f.kind === 'indicator');
  const isOutside = (q: QuestionResult): boolean => isNotLookedAt(q, assessment.file);
  return {
    answers: answerViews(assessment, title),
    notInPlay: titlesOf(questions.filter((q) => q.state === 'not_in_play' && !isOutside(q))),
    notLookedAt: titlesOf(questions.filter(isOutside)),
    factors: {
      for: factors.filter((f) => f.state === 'met' && f.points === 'for').map(factorView),
      against: factors.filter((f) => f.state === 'met' && f.points === 'against').map(factorView),
      unknown: factors.filter((f) => f.state === 'unknown').map(factorView),
    },
    unknown: assessment.unknown
      .filter((u) => !isOwnRecord(u.fact, assessment))
      .map((u) => unknownView(u, assessment, title)),
    dates: knownDates(assessment, audience),
    sources: [
      ...assessment.packs.flatMap((pack) =>
        sourcesOf(pack.pack).map(
          (source) => `${sourceLine(source, assessment.asAt)}${textOf(pack)}${addedLabel(pack, assessment)}`,
        ),
      ),
      ...waitingInWords(assessment),
      ...replacedInWords(assessment, title),
    ],
    decisions: decisionViews(assessment, title),
  };
}

const titlesOf = (questions: readonly QuestionResult[]): string[] => questions.map((q) => q.compiled.question.title);

const factorView = (f: Finding): FactorView => ({ says: f.says, clauses: f.clauses.join(', ') });

/** Of what nobody has answered. */
export const NOT_ANSWERED = 'not answered yet';

const UNKNOWN_WORDS: Readonly<Record<UnknownFact['kind'], string>> = {
  not_asked: NOT_ANSWERED,
  asked_not_known: 'asked, not known',
  awaited: 'awaited',
  disputed: 'disputed',
  withheld: 'withheld',
};

/** A requirement's own record is shown with the requirement, not a second time among what is unknown. */
function isOwnRecord(fact: string, { packs }: Assessment): boolean {
  return fact.includes('.') || packs.some((pack) => pack.pack.requirements[fact] !== undefined);
}

function unknownView(
  { fact, label, kind, who, chaseBy }: UnknownFact,
  assessment: Assessment,
  title: Titles,
): UnknownView {
  return {
    label: capital(label),
    kind: UNKNOWN_WORDS[kind],
    who: who ? title(who) : '',
    chaseBy: chaseBy ? dayInWords(chaseBy as Day) : '',
    settles: settledBy(fact, assessment),
  };
}

/** Before the titles of questions that an answer would settle. */
export const SETTLES = 'To settle ';

/** What an answer would settle: questions, or what applies beside them. */
function settledBy(fact: string, { questions, file }: Assessment): string {
  const hanging = questions.filter((q) => q.hangsOn.some((id) => id === fact) && !isNotLookedAt(q, file));
  const certain = titlesOf(hanging.filter(({ possible }) => !possible.includes('not_in_play')));
  return certain.length > 0 ? `${SETTLES}${[...new Set(certain)].join('; ')}` : 'To know what else applies';
}

/** Said of a pack that is not among those of the case's authority. */
const addedLabel = ({ pack }: CompiledPack, { profile }: Assessment): string =>
  profile && !profile.packs.includes(pack.pack)
    ? ` NOT A DOCUMENT OF ${profile.title.toUpperCase()}: added by the case file.`
    : '';

/** Which text of a document that changes in time was applied. */
const textOf = ({ period }: CompiledPack): string =>
  period ? ` The text in force ${periodInWords(period)} was applied.` : '';

/** A source as it is to be cited, with a warning where its own review date has passed. */
function sourceLine(source: Source, asAt: Day): string {
  const { title, publisher, edition, dated, review_date: review, standing } = source;
  const reviewed = review === undefined ? undefined : parseDate(review);
  const lapsed = reviewed && reviewed.to < asAt ? ` ITS REVIEW DATE (${rangeInWords(reviewed)}) HAS PASSED.` : '';
  return `${[title, publisher, edition, dated].filter((part) => part).join('; ')}. ${capital(standing)}${lapsed}`;
}

const knownDates = (assessment: Assessment, audience: Audience): Summary['dates'] =>
  caseDates(assessment, audience).map(({ label, at }) => ({ label, value: rangeInWords(at) }));
