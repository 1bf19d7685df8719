import {
  allEpisodes,
  episodesIn,
  episodesOf,
  isShortBreak,
  latestCare,
  presentEpisode,
  range,
} from '../../case/sheet/care.ts';
import { dateOf, type Found, findMeeting, type Wanted } from '../../case/sheet/meetings.ts';
import { optionsOf } from '../fact.ts';
import { days, type Knowledge, NO, options, YES } from '../knowledge.ts';
import type { Derive, Fact } from '../vocabulary-schema.ts';
import type { DerivationContext } from './context.ts';
import { nthBirthday } from './derive-dates.ts';

type ChildDerive = Extract<Derive, { child: string }>;
type CareDerive = Extract<Derive, { care: string }>;
type MeetingDerive = Extract<Derive, { pick: unknown }>;
type Kinds = MeetingDerive['meeting'];

interface Search {
  readonly wanted: Wanted;
  readonly found: Found | 'none' | undefined;
}

/** A date of the child, whether the child is yet to be born, or whether childhood is over as far as the file shows. */
export function childField(
  field: ChildDerive['child'],
  context: Pick<DerivationContext, 'file' | 'asAt'>,
): Knowledge | undefined {
  if (field === 'unborn') return unborn(context);
  if (field === 'grown_or_died') return isOver(context) ? YES : NO;
  const date = range(context.file.child?.[field]);
  return date && days(date);
}

/** Yes until the expected date has passed, from when it is not known; a child who is looked after has been born. */
function unborn({ file, asAt }: Pick<DerivationContext, 'file' | 'asAt'>): Knowledge | undefined {
  if (file.child?.born !== undefined || episodesIn(file).length > 0) return NO;
  const expected = range(file.child?.expected);
  return expected && expected.to >= asAt ? YES : undefined;
}

function isOver({ file: { child }, asAt }: Pick<DerivationContext, 'file' | 'asAt'>): boolean {
  const [died, grown] = [range(child?.died), nthBirthday(18, child?.born)];
  return (died !== undefined && died.from <= asAt) || (grown?.kind === 'days' && grown.days.to <= asAt);
}

/** What the looked-after episodes say. */
export function careField({ care, means }: CareDerive, fact: Fact, context: DerivationContext): Knowledge | undefined {
  const { file } = context;
  if (care === 'open') return lookedAfterNow(context);
  if (care === 'began' || care === 'ended') {
    const date = latestCare(file)?.[care];
    return date && days(date);
  }
  const episode = care === 'first_legal_status' ? latestCare(file)?.first : presentEpisode(file);
  const code = care === 'placement' ? episode?.placement : episode?.legal_status;
  return code === undefined ? undefined : optionFor(code, means, fact);
}

function lookedAfterNow({ file, asAt }: DerivationContext): Knowledge | undefined {
  if (unborn({ file, asAt }) === YES) return NO;
  const open = episodesOf(file).filter((episode) => episode.ended === undefined);
  const counting = open.filter((episode) => !isShortBreak(episode));
  if (counting.some((episode) => episode.legal_status !== undefined)) return YES;
  return allEpisodes(file) && counting.length === 0 ? NO : undefined;
}

/** The option of a choice that a code or value of a record stands for. */
function optionFor(
  value: string,
  means: Readonly<Record<string, string>> | undefined,
  fact: Fact,
): Knowledge | undefined {
  const place = optionsOf(fact).indexOf(means ? (means[value] ?? '') : value);
  return place < 0 ? undefined : options(1 << place);
}

/** Whether a meeting of some kind has been held, by the list of meetings. */
export function meetingHeld(
  { meeting, since }: { readonly meeting?: Kinds | undefined; readonly since?: string | undefined },
  context: DerivationContext,
): Knowledge | undefined {
  if (!meeting) return undefined;
  const found = find({ meeting, since, pick: 'first', field: 'held' }, context)?.found;
  return found && (found === 'none' ? NO : YES);
}

/** What the list of meetings says. */
export function meetingField(how: MeetingDerive, fact: Fact, context: DerivationContext): Knowledge | undefined {
  const search = find(how, context);
  if (search?.found === undefined) return undefined;
  const { found, wanted } = search;
  if (found === 'none') return none(how, fact);
  return how.field === 'date' ? days(dateOf(found, wanted, context.asAt)) : fieldOf(how, fact, found);
}

function find(
  { meeting, pick, since, field }: MeetingDerive,
  { file, asAt, daysOf }: DerivationContext,
): Search | undefined {
  const from = since === undefined ? undefined : daysOf(since);
  if (since !== undefined && !from) return undefined;
  const wanted: Wanted = { kinds: [meeting].flat(), pick, since: from, held: field !== 'date' };
  return { wanted, found: findMeeting(file, wanted, asAt) };
}

function none({ field, means }: MeetingDerive, fact: Fact): Knowledge | undefined {
  if (field === 'held') return NO;
  return means?.none === undefined ? undefined : optionFor('none', means, fact);
}

function fieldOf({ field, means }: MeetingDerive, fact: Fact, { meeting, certain }: Found): Knowledge | undefined {
  if (field === 'held') return YES;
  if (!certain) return undefined;
  if (field === 'minutes_sent') {
    const sent = range(meeting.minutes_sent);
    return sent && days(sent);
  }
  const recorded = field === 'quorate' ? yesOrNo(meeting.quorate) : meeting.decided;
  return recorded === undefined ? undefined : optionFor(recorded, means, fact);
}

const yesOrNo = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? 'yes' : 'no';
