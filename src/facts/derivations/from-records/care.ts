import type { DayRange } from '../../../calendar/dates.ts';
import { days, type Knowledge, NO, YES } from '../../knowledge.ts';
import { followsOn, isShortBreak, latestCare, presentEpisode } from '../../records/care.ts';
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
  says: 'From the looked-after episodes. Whether the child is looked after today, or ever was: short breaks do not count, and it ends at 18. When the present or last time began or ended, and when the present legal status or placement began. The placement of today. The legal status today, at the start, or in the episode that began last.',
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
          'status_began',
          'placement_began',
        ])
        .meta({ description: 'What is wanted of the episodes.' }),
      means: Means,
      of: z.array(z.string()).min(1).optional().meta({
        description:
          'For `status_began` and `placement_began`: the codes that count as one. Without it, the code of today.',
      }),
    }),
  examples: [
    { care: 'legal_status', means: { C1: 'interim_care_order', V2: 'section_20' } },
    { care: 'status_began', of: ['C1', 'C2'] },
  ],
  inputs: () => ({ lists: ['looked_after'] }),
  gives: ({ care: field, means = {}, of: codes = [] }) => {
    const type = field === 'open' || field === 'ever' ? 'yes_no' : DATES.includes(field) ? 'date' : 'choice';
    const known = field.startsWith('placement') ? PLACEMENTS : Object.keys(LEGAL_STATUSES);
    return { types: [type], options: Object.values(means), means: { named: [...Object.keys(means), ...codes], known } };
  },
  isOver: ({ care: field }) => FIXED.includes(field),
  isAbsent: (_, { records }) => everLookedAfter(records) === NO,
  workOut: ({ care: field, means, of: codes }, context, options) => {
    if (field === 'open') return lookedAfterNow(context);
    const { records } = context;
    if (field === 'ever') return everLookedAfter(records);
    if (field === 'began' || field === 'ended') {
      const date = latestCare(records)?.[field];
      return date && days(date);
    }
    if (field === 'status_began' || field === 'placement_began') {
      const began = runBegan(records, field === 'status_began' ? 'legalStatus' : 'placement', codes);
      return began && days(began);
    }
    const episode = EPISODES[field](records);
    const code = field === 'placement' ? episode?.placement : episode?.legalStatus;
    return code === undefined ? undefined : optionFor(code, means, options);
  },
  openOn: ({ care: field }, { records: { lookedAfter } }) =>
    field === 'open'
      ? lookedAfter?.episodes.findLast((one) => one.openOn !== undefined && !isShortBreak(one))?.openOn
      : undefined,
});

const DATES: readonly string[] = ['began', 'ended', 'status_began', 'placement_began'];

/** When the present run of episodes began that have the code of today, or one of some codes; short breaks among them. */
function runBegan(
  records: CaseRecords,
  field: 'legalStatus' | 'placement',
  codes: readonly string[] | undefined,
): DayRange | undefined {
  const present = presentEpisode(records);
  const code = present?.[field];
  const wanted = codes ?? (code === undefined ? [] : [code]);
  if (!present || code === undefined || !wanted.includes(code)) return undefined;
  const episodes = records.lookedAfter?.episodes ?? [];
  let first = present;
  for (const before of episodes.slice(0, episodes.indexOf(present)).reverse()) {
    const own = before[field];
    // An episode whose code is not known may belong to it, so that the start is not known
    if (own === undefined) return undefined;
    if (!wanted.includes(own) || !followsOn(before, first)) break;
    first = before;
  }
  return first.began;
}

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
  const { lookedAfter } = records;
  if (isUnborn(records, asAt) === YES) return NO;
  if (!lookedAfter) return undefined;
  if (isGrownOrDead(context)) return NO;
  const open = lookedAfter.episodes.filter((episode) => episode.ended === undefined);
  const counting = open.filter((episode) => !isShortBreak(episode));
  if (counting.some((episode) => episode.legalStatus !== undefined && episode.openOn === undefined)) return YES;
  return lookedAfter.complete && counting.length === 0 ? NO : undefined;
}
