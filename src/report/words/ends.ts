import { endName } from '../../assess/explain/reasons.ts';
import type { Difference } from '../../policy/mutate/differ.ts';
import { ABSENT } from '../../policy/mutate/differ.ts';

/** What something that a pack computes ends in, in words. */
export function endInWords({ what }: Pick<Difference, 'what'>, end: Difference['from']): string {
  if (end === ABSENT) return 'not there';
  if (what === 'decider') return end === true ? 'decides' : 'does not decide';
  if (what === 'question') return `\`${endName(String(end))}\``;
  if (what === 'evidence') return end === true ? 'met' : 'not met';
  if (what === 'bar') return end === true ? 'open' : 'barred';
  if (what === 'refusal') return end === true ? 'declined' : 'not declined';
  return end === true ? 'applies' : 'does not apply';
}

/** What is spoken of: `further_plan`, the requirement `under_a_year`. */
export function subjectInWords({ what, id }: Pick<Difference, 'what' | 'id'>): string {
  if (what === 'question') return `\`${id}\``;
  if (what === 'decider') return `who decides \`${id}\``;
  return `the ${what === 'evidence' || what === 'bar' ? 'requirement' : what} \`${id}\``;
}
