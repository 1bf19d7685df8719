import { days, type Knowledge, NO, YES } from '../../knowledge.ts';
import { isShortBreak, latestCare, presentEpisode } from '../../records/care.ts';
import { isUnborn } from '../../records/child.ts';
import type { DerivationContext } from '../context.ts';
import { form } from '../form.ts';
import { optionFor } from '../option-for.ts';

const FIXED: readonly string[] = ['began', 'ended', 'first_legal_status'];

export const care = form({
  key: 'care',
  says: 'From the looked-after episodes: whether the child is looked after today (short breaks do not count), when the present or last time began or ended, legal status, placement.',
  schema: ({ z, Means }) =>
    z.strictObject({
      care: z
        .enum(['open', 'began', 'ended', 'legal_status', 'first_legal_status', 'placement'])
        .meta({ description: 'What is wanted of the episodes.' }),
      means: Means,
    }),
  examples: [{ care: 'legal_status', means: { C1: 'interim_care_order', V2: 'section_20' } }],
  inputs: () => ({ lists: ['looked_after'] }),
  gives: ({ care: field, means }) => {
    const type = field === 'open' ? 'yes_no' : field === 'began' || field === 'ended' ? 'date' : 'choice';
    return { types: [type], options: Object.values(means ?? {}) };
  },
  isOver: ({ care: field }) => FIXED.includes(field),
  workOut: ({ care: field, means }, context, options) => {
    if (field === 'open') return lookedAfterNow(context);
    const { records } = context;
    if (field === 'began' || field === 'ended') {
      const date = latestCare(records)?.[field];
      return date && days(date);
    }
    const episode = field === 'first_legal_status' ? latestCare(records)?.first : presentEpisode(records);
    const code = field === 'placement' ? episode?.placement : episode?.legalStatus;
    return code === undefined ? undefined : optionFor(code, means, options);
  },
});

function lookedAfterNow({ records, asAt }: DerivationContext): Knowledge | undefined {
  if (isUnborn(records, asAt) === YES) return NO;
  const open = (records.lookedAfter?.episodes ?? []).filter((episode) => episode.ended === undefined);
  const counting = open.filter((episode) => !isShortBreak(episode));
  if (counting.some((episode) => episode.legalStatus !== undefined)) return YES;
  return records.lookedAfter?.complete && counting.length === 0 ? NO : undefined;
}
