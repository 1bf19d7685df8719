import * as z from 'zod';
import type { Source } from '../../yaml/read.ts';
import type { ReadResult } from '../../yaml/read-result.ts';
import { Words } from '../../yaml/text-schema.ts';
import { validate } from '../../yaml/validate.ts';
import type { Profile } from './choose-packs.ts';

export { type Chosen, choosePacks, type Profile } from './choose-packs.ts';

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'An id has small letters, digits and dashes.' });

/** Profiles, version 1: which packs an authority goes by. */
export const ProfilesSchema = z
  .strictObject({
    version: z.literal(1),
    profiles: z
      .record(
        Id,
        z.strictObject({
          title: Words.meta({ description: 'The authority, as people call it.' }),
          packs: z.array(Id).min(1).meta({ description: 'The packs of its own documents, and national ones.' }),
        }),
      )
      .meta({ description: 'Authorities by their ids.' }),
  })
  .meta({ id: 'profiles', title: 'cpplan profiles of authorities, version 1' });

/** Reads the profiles of authorities, on top of others. */
export function readProfiles(source: Source, below: readonly Profile[] = []): ReadResult<readonly Profile[]> {
  const { data, diagnostics } = validate(ProfilesSchema, source);
  if (!data) return { data: undefined, diagnostics };
  const profiles = Object.entries(data.profiles).map(([id, profile]) => ({ id, ...profile }));
  const kept = below.filter(({ id }) => !Object.hasOwn(data.profiles, id));
  return { data: [...kept, ...profiles], diagnostics };
}
