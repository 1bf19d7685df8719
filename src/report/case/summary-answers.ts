import { type Assessment, isUrgent, type QuestionResult, type WouldChange } from '../../assess/case/assessment.ts';
import { isNotLookedAt } from '../../assess/case/looked-at.ts';
import { outcomeRestsOn, outcomeWouldChange } from '../../assess/explain/reasons.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { safetyLine } from '../words/safety.ts';
import { capital, factInWords, type Titles, valueInWords } from '../words/titles.ts';
import { endsInWords, headline } from './headline.ts';

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
  /** The tool's own word on safety, labelled so. */
  readonly safety: string | undefined;
  /** The ids alone. */
  readonly clauses: string;
  readonly restsOn: readonly string[];
  readonly wouldChange: readonly string[];
}

/** What a case says of its questions for decision, in the order in which it is read. */
export const answerViews = (assessment: Assessment, title: Titles): AnswerView[] =>
  assessment.questions
    .filter((q) => q.state !== 'not_in_play' && !isNotLookedAt(q, assessment.file))
    .sort((a, b) => weight(a) - weight(b))
    .map((q) => (mayNotArise(q) ? openQuestionView(q, assessment, title) : answerView(q, assessment, title)));

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
function openQuestionView(question: QuestionResult, assessment: Assessment, title: Titles): AnswerView {
  const { id, pack, compiled, hangsOn } = question;
  return {
    id,
    pack: pack.pack.pack,
    title: compiled.question.title,
    state: 'undecided',
    urgent: false,
    mayNotArise: true,
    says: headline(question, assessment, title),
    possible: [],
    hangsOn: hangsOn.map((fact) => pack.facts.get(fact)?.label ?? fact),
    always: compiled.question.always,
    safety: safetyLine(question),
    clauses: '',
    restsOn: [],
    wouldChange: [],
  };
}

function answerView(question: QuestionResult, assessment: Assessment, title: Titles): AnswerView {
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
    says: headline(question, assessment, title),
    possible: outcome ? [] : question.possible.map(says),
    hangsOn: question.hangsOn.map(label),
    always: compiled.question.always,
    safety: safetyLine(question),
    clauses: question.clauses.join(', '),
    restsOn: tellingFacts(question, assessment),
    wouldChange: outcomeWouldChange(question, masks)
      .filter(keepsQuestion)
      .map(({ changes, outcomes }) => {
        const parts = changes.map((c) => `${label(c.fact)}: ${valueInWords(pack.facts.get(c.fact), c.to)}`);
        return `${capital(parts.join(', and '))}. Then: ${endsInWords(question, outcomes)}`;
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

/** The facts that carry an outcome, as statements; those that only make the question arise are left out. */
function tellingFacts(question: QuestionResult, assessment: Assessment): string[] {
  if (question.state !== 'settled') return [];
  const masks = assessment.masks.get(question.pack) ?? [];
  const telling = new Set(
    outcomeWouldChange(question, masks)
      .filter(keepsQuestion)
      .flatMap(({ changes }) => changes.map(({ fact }) => fact)),
  );
  const facts = outcomeRestsOn(question, masks).filter((fact) => telling.has(fact));
  return facts.map((fact) => statement(fact, question.pack, assessment));
}

/** A fact as a statement: its label alone where it is so, else with what is known of it. */
function statement(id: string, pack: CompiledPack, { sheet }: Assessment): string {
  const fact = pack.facts.get(id);
  if (!fact) return id;
  const value = factInWords(fact, sheet.states.get(id)) ?? 'not known';
  return fact.type === 'yes_no' && value === 'yes' ? fact.label : `${fact.label}: ${value}`;
}

/** Clause ids, and the headings under which they stand. */
export function cites(pack: CompiledPack, clauses: readonly string[]): string {
  const sections = [...new Set(clauses.map((id) => pack.pack.clauses[id]?.section).filter((s) => s !== undefined))];
  return `${clauses.join(', ')}: ${sections.join('; ')}`;
}
