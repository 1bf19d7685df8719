import type { Entry, GivenEntry } from '../../case/file/entry.ts';
import { isNotKnown } from '../../case/file/entry-value.ts';
import { type InterviewContext, say } from '../flow/interview-context.ts';
import type { Value } from '../prompters/prompter.ts';

/** What is written beside a value whatever the value is: a remark, and who may see it. */
const STAYS = ['note', 'about', 'confidential'] as const;

/** What is said of one answer alone: it goes with the answer. */
const GOES = { date: 'its day', source: 'where it was from', by: 'who said it', post: 'the post' } as const;

/** Yes and no as people write them in a case file. */
const spelt = (value: unknown): unknown => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);

/** What stays of an entry whose answer becomes another. */
export const stays = (entry: Entry | undefined): Pick<GivenEntry, (typeof STAYS)[number]> =>
  typeof entry === 'object'
    ? Object.fromEntries(STAYS.flatMap((key) => (entry[key] === undefined ? [] : [[key, spelt(entry[key])]])))
    : {};

/**
 * An entry with another answer. A remark and who may see it stay. A corrected date or number keeps everything; of
 * another answer the day and the source are not those of the one before, so they go, and that is told.
 */
export function withAnswer(
  entry: Entry | undefined,
  answer: Value | { readonly unknown: 'not_known' },
  isCorrection: boolean,
  tell: Pick<InterviewContext, 'prompter' | 'width'>,
): Entry {
  if (typeof entry !== 'object') return answer;
  const given = typeof answer === 'object' ? answer : { value: answer };
  if (isCorrection && !isNotKnown(entry) && 'value' in given) return { ...entry, ...stays(entry), ...given };
  const kept = stays(entry);
  const gone = Object.entries(GOES).flatMap(([key, words]) => (key in entry ? [words] : []));
  if (gone.length > 0)
    say(tell, `Of the answer before, ${gone.join(', ')} went with it. Give it again if it holds for this one.`, '  ');
  return Object.keys(kept).length > 0 || typeof answer === 'object' ? { ...given, ...kept } : answer;
}
