import { type Assessment, type Finding, isUrgent } from '../../assess/case/assessment.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { Day } from '../../calendar/dates.ts';
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
  const late = findings.filter(({ state, due }) => state === 'overdue' && due);
  const days = [...new Set(late.map(({ due }) => due?.to ?? asAt))].sort();
  return [
    ...outcomes,
    ...days.flatMap((day) =>
      overdueSince(
        day,
        late.filter(({ due }) => due?.to === day),
      ),
    ),
  ];
}

/** As many things of one day are named; more are counted, and the brief at the end has them. */
const NAMED = 2;

function overdueSince(day: Day, late: readonly Finding[]): string[] {
  const since = `Overdue since ${dayInWords(day)}`;
  if (late.length > NAMED)
    return [`${since}: ${late.length} things to do. The brief at the end names the most pressing.`];
  return late.map(({ says, clauses }) => `${since}: ${says} ${clauses.join(', ')}`);
}
