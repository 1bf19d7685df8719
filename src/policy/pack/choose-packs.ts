import { names, type Safe, safe } from '../../messages/safe.ts';
import { didYouMean, oneOf, quoted } from '../../messages/suggest.ts';

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

/** Why the packs of a case cannot be chosen; the name that is not known stands apart. */
export interface NotChosen {
  readonly says: Safe;
  readonly shown?: string;
}

/** The packs of the case's authority, then those it adds. */
export function choosePacks(
  {
    authority,
    packs = [],
  }: { readonly authority?: string | undefined; readonly packs?: readonly string[] | undefined },
  profiles: readonly Profile[],
): Chosen | NotChosen {
  const known = names(profiles.map(({ id }) => id));
  if (authority === undefined)
    return packs.length > 0
      ? { packs }
      : {
          says: safe`The case names no authority and no packs: add \`authority:\`, one of ${oneOf(known)}, or \`packs:\`.`,
        };
  const profile = profiles.find(({ id }) => id === authority);
  if (!profile) {
    const hint = didYouMean(authority.toLowerCase(), known);
    const says = safe`There is no profile for the authority that the case names.${hint} Known: ${oneOf(known)}.`;
    return { says, shown: quoted(authority) };
  }
  return { profile, packs: [...new Set([...profile.packs, ...packs])] };
}
