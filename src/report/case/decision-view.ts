import type { Assessment, QuestionResult } from '../../assess/case/assessment.ts';
import { sameAs } from '../../assess/case/decisions.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { Decision } from '../../case/file/case-schema.ts';
import { DEPARTURES } from '../../case/file/departures.ts';
import type { Titles } from '../words/titles.ts';
import { endsInWords, headline } from './headline.ts';

/** A decision that people made, ready to be shown apart from what the procedure asks. */
export interface DecisionView {
  readonly question: string;
  readonly outcome: string;
  readonly by: string;
  readonly date: string;
  readonly agrees: string;
  /** What the procedure asked when the decision was recorded; empty where the file does not say. */
  readonly asked: string;
  /** Whether the headline of its question tells it already: who, when and what. */
  readonly told: boolean;
}

/** The decisions of a case, in the order in which they were recorded. */
export function decisionViews(assessment: Assessment, title: Titles): DecisionView[] {
  const { file, questions, packs } = assessment;
  return (file.decisions ?? []).filter(inView(questions, packs)).map((decision) => {
    const question = questions.find((q) => q.id === decision.question);
    const role = title(decision.by, question?.pack ?? packs[0]);
    return {
      question: question?.compiled.question.title ?? decision.question,
      outcome: outcomeInWords(decision, questions),
      by: [role, decision.post].filter((part) => part).join(', '),
      date: dayInWords(String(decision.date)),
      agrees: agreement(decision),
      asked: askedThen(decision, question),
      told: question !== undefined && headline(question, assessment, title).includes(dayInWords(String(decision.date))),
    };
  });
}

/** A decision on a question that these readers are not told of is left out; one on no question of a pack is shown. */
const inView =
  (questions: Assessment['questions'], packs: Assessment['packs']) =>
  ({ question }: Decision): boolean =>
    questions.some((q) => q.id === question) || !packs.some(({ pack }) => question in pack.questions);

/** What was decided: the outcome in its pack's words, or the words of the people who decided. */
export function outcomeInWords({ question: id, outcome }: Decision, questions: readonly QuestionResult[]): string {
  const question = questions.find((q) => q.id === id && outcome in q.compiled.question.outcomes);
  if (!question) return OTHER_DECISIONS[outcome] ?? outcome;
  return endsInWords(question, [outcome]);
}

/** What may be recorded as decided, and is no outcome of any pack. */
const OTHER_DECISIONS: Readonly<Record<string, string>> = { declined: 'not agreed' };

function agreement({ agrees, reason, reason_code: code }: Decision): string {
  if (agrees) return 'Agrees with what the procedure asks.';
  const kind = code ? ` (${DEPARTURES[code]})` : '';
  return `Departs from what the procedure asks${kind}, because: ${reason ?? ''}`;
}

/** What was asked then stays as it was; where something else is asked today, that is said beside it. */
function askedThen({ recommended }: Decision, question: QuestionResult | undefined): string {
  if (!recommended || !question) return '';
  const { as_at: day, possible, clauses = [] } = recommended;
  const cited = clauses.length > 0 ? ` (${clauses.join(', ')})` : '';
  const then = `Asked by the procedure on ${dayInWords(String(day))}: ${endsInWords(question, possible)}${cited}.`;
  return !sameAs(question.possible, possible) ? `${then} Something else is asked today.` : then;
}
