import { beginning, didYouMean, oneOf } from '../../messages/suggest.ts';

/** An authority and its packs. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly packs: readonly string[];
}

/** The packs that a case is looked at by, and whose they are. */
export interface Chosen {
  readonly profile?: Profile;
  readonly packs: readonly string[];
}

/** The packs of the case's authority, then those it adds; a sentence where the authority is not known, or there are none. */
export function choosePacks(
  {
    authority,
    packs = [],
  }: { readonly authority?: string | undefined; readonly packs?: readonly string[] | undefined },
  profiles: readonly Profile[],
): Chosen | string {
  const known = profiles.map(({ id }) => id);
  if (authority === undefined)
    return packs.length > 0
      ? { packs }
      : `The case names no authority and no packs: add \`authority:\`, one of ${oneOf(known)}, or \`packs:\`.`;
  const profile = profiles.find(({ id }) => id === authority);
  if (!profile) {
    const hint = didYouMean(authority.toLowerCase(), known);
    return `There is no profile for the authority \`${beginning(authority)}\`.${hint} Known: ${oneOf(known)}.`;
  }
  return { profile, packs: [...new Set([...profile.packs, ...packs])] };
}
