import { days, type Knowledge, NO, YES } from '../../knowledge.ts';
import { isShortBreak, latestCare, presentEpisode } from '../../records/care.ts';
import type { CaseRecords } from '../../records/case-records.ts';
import { isUnborn } from '../../records/child.ts';
import { LEGAL_STATUSES, PLACEMENTS } from '../../records/codes.ts';
import type { DerivationContext } from '../context.ts';
import { form } from '../form.ts';
import { optionFor } from '../option-for.ts';
import { isGrownOrDead } from './child.ts';

const FIXED: readonly string[] = ['began', 'ended', 'first_legal_status', 'last_legal_status'];

export const care = form({
  key: 'care',
  says: 'From the looked-after episodes: whether the child is looked after today or ever was (short breaks do not count, and it ends at 18), when the present or last time began or ended, placement, and the legal status: today, at the start, or in the episode that began last.',
  schema: ({ z, Means }) =>
    z.strictObject({
      care: z
        .enum([
          'open',
          'ever',
          'began',
          'ended',
          'legal_status',
          'first_legal_status',
          'last_legal_status',
          'placement',
        ])
        .meta({ description: 'What is wanted of the episodes.' }),
      means: Means,
    }),
  examples: [{ care: 'legal_status', means: { C1: 'interim_care_order', V2: 'section_20' } }],
  inputs: () => ({ lists: ['looked_after'] }),
  gives: ({ care: field, means = {} }) => {
    const type =
      field === 'open' || field === 'ever' ? 'yes_no' : field === 'began' || field === 'ended' ? 'date' : 'choice';
    const known = field === 'placement' ? PLACEMENTS : Object.keys(LEGAL_STATUSES);
    return { types: [type], options: Object.values(means), means: { named: Object.keys(means), known } };
  },
  isOver: ({ care: field }) => FIXED.includes(field),
  isAbsent: (_, { records }) => everLookedAfter(records) === NO,
  workOut: ({ care: field, means }, context, options) => {
    if (field === 'open') return lookedAfterNow(context);
    const { records } = context;
    if (field === 'ever') return everLookedAfter(records);
    if (field === 'began' || field === 'ended') {
      const date = latestCare(records)?.[field];
      return date && days(date);
    }
    const episode = EPISODES[field](records);
    const code = field === 'placement' ? episode?.placement : episode?.legalStatus;
    return code === undefined ? undefined : optionFor(code, means, options);
  },
});

const EPISODES = {
  first_legal_status: (records: CaseRecords) => latestCare(records)?.first,
  last_legal_status: ({ lookedAfter }: CaseRecords) => lookedAfter?.episodes.at(-1),
  legal_status: presentEpisode,
  placement: presentEpisode,
};

function everLookedAfter(records: CaseRecords): Knowledge | undefined {
  if (latestCare(records)) return YES;
  return records.lookedAfter?.complete ? NO : undefined;
}

function lookedAfterNow(context: DerivationContext): Knowledge | undefined {
  const { records, asAt } = context;
  if (isUnborn(records, asAt) === YES) return NO;
  if (records.lookedAfter && isGrownOrDead(context)) return NO;
  const open = (records.lookedAfter?.episodes ?? []).filter((episode) => episode.ended === undefined);
  const counting = open.filter((episode) => !isShortBreak(episode));
  if (counting.some((episode) => episode.legalStatus !== undefined)) return YES;
  return records.lookedAfter?.complete && counting.length === 0 ? NO : undefined;
}
