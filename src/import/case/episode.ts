import type { Episode } from '../../case/file/care-schema.ts';
import { fits, type standing } from './put.ts';
import type { ToldEpisode } from './told.ts';

/** Of an episode that was only known to be open on a day: whether the return can know how it went on. */
export const sinceOpen = (told: ToldEpisode, { open_on: day }: Episode): ReturnType<typeof standing> =>
  told.source.dataDate >= String(day) ? 'follows' : 'older';

/** The same episode: it began on the same day; or it only tells that care went on before the same day. */
export function isSame(held: Episode, told: ToldEpisode): boolean {
  if (told.began !== undefined)
    return held.began !== undefined && fits(held.began, told.began) && isLikeKind(held, told);
  return (
    held.began === undefined && held.ended !== undefined && told.ended !== undefined && fits(held.ended, told.ended)
  );
}

/** Of two episodes that began on one day, the one that ended there is another than the one that went on. */
const isLikeKind = (held: Episode, told: ToldEpisode): boolean =>
  (held.ended !== undefined && String(held.ended) === String(held.began)) === (told.ended === told.began);

/** An episode in words, for a person who has to decide: the same each month while it is open. */
export const inWords = ({ began, ended, openOn, status, placement }: ToldEpisode): string =>
  [began ?? '', ended ? `to ${ended}` : openOn ? 'open' : '', status ?? '', placement ?? '']
    .filter((part) => part)
    .join(' ');

/** An episode as it stands in a case file. */
export const entry = ({ began, ended, openOn, status, placement, source }: ToldEpisode): object => ({
  ...(began !== undefined && { began }),
  ...(ended !== undefined && { ended }),
  ...(status && { legal_status: status }),
  ...(placement && { placement }),
  source: source.label,
  ...(openOn !== undefined && { open_on: openOn }),
});
