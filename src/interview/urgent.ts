import type { Assessment } from '../assess/assessment.ts';
import { dayInWords } from '../case/date-words.ts';

/** What is overdue: said at once, whatever is still to be asked. */
export function urgentLines({ findings, asAt }: Assessment): string[] {
  return findings
    .filter(({ state, due }) => state === 'overdue' && due)
    .map(({ says, due, clauses }) => `Overdue since ${dayInWords(due?.to ?? asAt)}: ${says} ${clauses.join(', ')}`);
}
