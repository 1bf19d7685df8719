import type { Assessment } from '../../assess/case/assessment.ts';
import { sameAs } from '../../assess/case/decisions.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { Decision } from '../../case/file/case-schema.ts';
import { DEPARTURES } from '../../case/file/departures.ts';
import type { Titles } from '../words/titles.ts';

/** A decision that people made, ready to be shown apart from what the procedure asks. */
export interface DecisionView {
  readonly question: string;
  readonly outcome: string;
  readonly by: string;
  readonly date: string;
  readonly agrees: string;
  /** What the procedure asked when the decision was recorded; empty where the file does not say. */
  readonly asked: string;
}

/** The decisions of a case, in the order in which they were recorded. */
export function decisionViews({ file, questions, packs }: Assessment, title: Titles): DecisionView[] {
  return (file.decisions ?? []).map((decision) => {
    const question = questions.find((q) => q.id === decision.question);
    const role = title(decision.by, question?.pack ?? packs[0]);
    return {
      question: question?.compiled.question.title ?? decision.question,
      outcome: inWords(decision.outcome),
      by: [role, decision.post].filter((part) => part).join(', '),
      date: dayInWords(String(decision.date)),
      agrees: agreement(decision),
      asked: askedThen(decision, question?.possible),
    };
  });
}

const inWords = (outcome: string): string => outcome.replaceAll('_', ' ');

function agreement({ agrees, reason, reason_code: code }: Decision): string {
  if (agrees) return 'Agrees with what the procedure asks.';
  const kind = code ? ` (${DEPARTURES[code]})` : '';
  return `Departs from what the procedure asks${kind}, because: ${reason ?? ''}`;
}

/** What was asked then stays as it was; where something else is asked today, that is said beside it. */
function askedThen({ recommended }: Decision, today: readonly string[] | undefined): string {
  if (!recommended) return '';
  const { as_at: day, possible, clauses = [] } = recommended;
  const cited = clauses.length > 0 ? ` (${clauses.join(', ')})` : '';
  const then = `Asked by the procedure on ${dayInWords(String(day))}: ${possible.map(inWords).join(' or ')}${cited}.`;
  return today && !sameAs(today, possible) ? `${then} Something else is asked today.` : then;
}
