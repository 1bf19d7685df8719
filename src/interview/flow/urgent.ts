import { type Assessment, isUrgent } from '../../assess/case/assessment.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import { safetyLine } from '../../report/words/safety.ts';

/** What cannot wait, said at once whatever is still to be asked: outcomes marked urgent, and what is overdue. */
export function urgentLines({ questions, findings, asAt }: Assessment): string[] {
  const outcomes = questions.filter(isUrgent).map((result) => {
    const { compiled, outcome = '', clauses } = result;
    const { outcomes: known, asks } = compiled.question;
    return [`Urgent: ${known[outcome]?.says ?? asks} ${clauses.join(', ')}`, safetyLine(result) ?? []]
      .flat()
      .join('. ');
  });
  const overdue = findings
    .filter(({ state, due }) => state === 'overdue' && due)
    .map(({ says, due, clauses }) => `Overdue since ${dayInWords(due?.to ?? asAt)}: ${says} ${clauses.join(', ')}`);
  return [...outcomes, ...overdue];
}
