import type { QuestionResult } from '../../assess/case/assessment.ts';
import { type Day, parseDate } from '../../calendar/dates.ts';
import { departures, type Said } from '../../documents/record.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';

/** What is wrong with a day on which something was decided. */
export function wholeDay(date: string, asAt: Day): string | undefined {
  const range = parseDate(date);
  if (!range || range.from !== range.to) return 'Write a whole date, such as 2026-11-20.';
  return range.from > asAt ? `That is after ${asAt}, the day on which the case is looked at.` : undefined;
}

/** What has been said about a decision and cannot be so; each as a sentence that names its option. */
export function faultsOf(said: Said, { compiled }: QuestionResult, roles: readonly string[], asAt: Day): string[] {
  const { outcome, by, post, date, agrees, reasonCode, reason } = said;
  const outcomes = Object.keys(compiled.question.outcomes);
  const codes = departures.map(([code]) => code as string);
  const date_ = date === undefined ? undefined : wholeDay(date, asAt);
  return [
    ...(outcome && /^[a-z0-9_]+$/.test(outcome) && !outcomes.includes(outcome)
      ? [
          `--outcome ${outcome}: this question has no such outcome.${didYouMean(outcome, outcomes)} Known: ${oneOf(outcomes)}; or a sentence in words.`,
        ]
      : []),
    ...(by && !roles.includes(by)
      ? [`--by ${by}: this is not a role.${didYouMean(by, roles)} Known: ${oneOf(roles, 30)}.`]
      : []),
    ...(post && post.length > 40 ? ['--post: a post or initials, at most 40 characters. Never a name.'] : []),
    ...(date_ ? [`--date ${date}: ${date_}`] : []),
    ...(reasonCode && !codes.includes(reasonCode)
      ? [`--reason-code ${reasonCode}: there is no such code.${didYouMean(reasonCode, codes)} Known: ${oneOf(codes)}.`]
      : []),
    ...(agrees && (reasonCode || reason)
      ? ['A decision that agrees needs no reason: leave out --reason-code and --reason, or say --departs.']
      : []),
  ];
}

/** Options that are still needed where nobody can be asked. */
export function stillNeeded({ outcome, by, date, agrees, reasonCode, reason }: Said): string[] {
  return [
    ...(outcome ? [] : ['--outcome']),
    ...(by ? [] : ['--by']),
    ...(date ? [] : ['--date']),
    ...(agrees === undefined ? ['--agrees or --departs'] : []),
    ...(agrees === false && !reasonCode ? ['--reason-code'] : []),
    ...(agrees === false && !reason?.trim() ? ['--reason'] : []),
  ];
}
