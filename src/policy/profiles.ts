import * as z from 'zod';
import { didYouMean, oneOf } from '../suggest.ts';
import type { Source } from '../yaml/read.ts';
import { validate } from '../yaml/validate.ts';
import type { Outcome } from './pack.ts';
import { Words } from './vocabulary-schema.ts';

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'An id has small letters, digits and dashes.' });

/** Profiles, version 1: which packs an authority goes by. */
export const ProfilesSchema = z
  .strictObject({
    version: z.literal(1),
    profiles: z.record(
      Id,
      z.strictObject({
        title: Words.meta({ description: 'The authority, as people call it.' }),
        packs: z.array(Id).min(1).meta({ description: 'The packs of its own documents, and national ones.' }),
      }),
    ),
  })
  .meta({ id: 'profiles', title: 'cpplan profiles of authorities, version 1' });

/** An authority and its packs. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly packs: readonly string[];
}

/** Reads the profiles of authorities. */
export function readProfiles(source: Source): Outcome<readonly Profile[]> {
  const { data, diagnostics } = validate(ProfilesSchema, source);
  const profiles = data && Object.entries(data.profiles).map(([id, profile]) => ({ id, ...profile }));
  return { data: profiles, diagnostics };
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
    return `There is no profile for the authority \`${authority}\`.${hint} Known: ${oneOf(known)}.`;
  }
  return { profile, packs: [...new Set([...profile.packs, ...packs])] };
}
