import type { Finding, FindingState } from '../assess/case/assessment.ts';
import { rangeInWords } from '../calendar/date-words.ts';

/** States of a requirement, the most pressing first. */
const PRESSING: readonly FindingState[] = [
  'overdue',
  'past_due_unrecorded',
  'due',
  'outstanding',
  'unknown',
  'barred',
  'declined',
  'done_late',
  'met',
  'varied',
  'not_applicable',
];

/** Of what is asked for once for each of several, the one that is most pressing: it is met once all of them are. */
export const mostPressing = (findings: readonly Finding[]): Finding | undefined =>
  findings.toSorted((a, b) => PRESSING.indexOf(a.state) - PRESSING.indexOf(b.state))[0];

/** `review conference of 28 March 2026`: which of several a finding is about. */
export const whichOf = ({ instance }: Finding): string | null =>
  instance ? `${instance.what}${instance.on ? ` of ${rangeInWords(instance.on)}` : ''}` : null;

/** A value that each of several has, each with the one that it is about; what one of them lacks is said to be not known. */
export function eachInWords(findings: readonly Finding[], value: (finding: Finding) => string | null): string | null {
  const [first, ...others] = findings;
  if (!first || others.length === 0) return first ? value(first) : null;
  if (findings.every((one) => value(one) === null)) return null;
  return findings.map((one) => `${value(one) ?? 'not known'} (${whichOf(one) ?? 'which is not known'})`).join('; ');
}
