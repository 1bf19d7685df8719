import { optionsOf } from '../policy/fact.ts';
import type { Derive, Fact } from '../policy/vocabulary-schema.ts';
import { allEpisodes, episodesOf, isShortBreak, latestCare, presentEpisode, range } from './care.ts';
import { days, type Knowledge, NO, options, YES } from './knowledge.ts';
import { dateOf, type Found, findMeeting, type Wanted } from './meetings.ts';
import type { CaseFile } from './schema.ts';
import type { Sight } from './sight.ts';

type CareDerive = Extract<Derive, { care: string }>;
type MeetingDerive = Extract<Derive, { pick: unknown }>;
type Kinds = MeetingDerive['meeting'];

interface Search {
  readonly wanted: Wanted;
  readonly found: Found | 'none' | undefined;
}

/** A date of the child, or whether the child is yet to be born. */
export function childField(field: 'born' | 'expected' | 'died' | 'unborn', { child }: CaseFile): Knowledge | undefined {
  if (field !== 'unborn') {
    const date = range(child?.[field]);
    return date && days(date);
  }
  if (child?.born !== undefined) return NO;
  return child?.expected === undefined ? undefined : YES;
}

/** What the looked-after episodes say. */
export function careField({ care, means }: CareDerive, fact: Fact, file: CaseFile): Knowledge | undefined {
  if (care === 'open') return lookedAfterNow(file);
  if (care === 'began' || care === 'ended') {
    const date = latestCare(file)?.[care];
    return date && days(date);
  }
  const episode = care === 'first_legal_status' ? latestCare(file)?.first : presentEpisode(file);
  const code = care === 'placement' ? episode?.placement : episode?.legal_status;
  return code === undefined ? undefined : optionFor(code, means, fact);
}

function lookedAfterNow(file: CaseFile): Knowledge | undefined {
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
  sight: Sight,
): Knowledge | undefined {
  if (!meeting) return undefined;
  const found = find({ meeting, since, pick: 'first', field: 'held' }, sight)?.found;
  return found && (found === 'none' ? NO : YES);
}

/** What the list of meetings says. */
export function meetingField(how: MeetingDerive, fact: Fact, sight: Sight): Knowledge | undefined {
  const search = find(how, sight);
  if (search?.found === undefined) return undefined;
  const { found, wanted } = search;
  if (found === 'none') return none(how, fact);
  return how.field === 'date' ? days(dateOf(found, wanted, sight.asAt)) : fieldOf(how, fact, found);
}

function find({ meeting, pick, since, field }: MeetingDerive, { file, asAt, daysOf }: Sight): Search | undefined {
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
