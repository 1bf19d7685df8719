import * as z from 'zod';
import type { Source } from '../../yaml/read.ts';
import type { ReadResult } from '../../yaml/read-result.ts';
import { Words } from '../../yaml/text-schema.ts';
import { validate } from '../../yaml/validate.ts';
import { type Manifest, REPLACEABLE, type Replaceable, type Replacement } from './replaceable.ts';

const KINDS = Object.keys(REPLACEABLE) as readonly Replaceable[];

const Name = z.string().trim().min(1);

const Replaces = z
  .strictObject({
    fact: Name.optional().meta({ description: 'The id of a shared fact in `facts.yaml`.' }),
    role: Name.optional().meta({ description: 'The id of a role in `facts.yaml`.' }),
    meeting: Name.optional().meta({ description: 'The id of a kind of meeting in `facts.yaml`.' }),
    occasion: Name.optional().meta({ description: 'The id of an occasion in `facts.yaml`.' }),
    event: Name.optional().meta({ description: 'The id of an event in `facts.yaml`.' }),
    contradiction: Name.optional().meta({ description: 'The id of a contradiction in `facts.yaml`.' }),
    pack: Name.optional().meta({ description: 'The name of a pack.' }),
    profile: Name.optional().meta({ description: 'The id of an authority in `profiles.yaml`.' }),
    document: Name.optional().meta({ description: 'The name of a document in `documents.yaml`.' }),
    note: Name.optional().meta({ description: 'The readers of a note in `documents.yaml`: file, conference, family.' }),
    call: Name.optional().meta({ description: 'A number to call in `documents.yaml`.' }),
    template: Name.optional().meta({ description: 'The path of a template below `templates`.' }),
    reason: Words.meta({ description: 'Why it is replaced: shown by `policy list` and in notes.' }),
  })
  .refine((one) => KINDS.filter((kind) => one[kind] !== undefined).length === 1, {
    error: 'Name one thing that is replaced, such as `fact: months_on_plan`, and the reason.',
  });

/** `policies.yaml`, version 1: on which folder of policies another one stands. */
export const ManifestSchema = z
  .strictObject({
    version: z.literal(1).meta({ description: 'Version of the format.' }),
    extends: Name.meta({
      description: '`shipped` for the policies of the program, or the path of another folder, counted from this file.',
    }),
    replaces: z.array(Replaces).optional().meta({
      description: 'What this folder defines in the place of something that it extends, each with the reason.',
    }),
  })
  .meta({
    id: 'policies',
    title: 'cpplan folder of policies, version 1',
    description: 'On which folder this one stands. The folder holds only what is its own.',
  });

/** Reads the manifest of a folder of policies. */
export function readManifest(source: Source): ReadResult<Manifest> {
  const { data, diagnostics } = validate(ManifestSchema, source);
  if (!data) return { data: undefined, diagnostics };
  const replaces = (data.replaces ?? []).map((one, i): Replacement => {
    const kind = KINDS.find((name) => one[name] !== undefined) as Replaceable;
    return { kind, id: one[kind] as string, reason: one.reason, path: ['replaces', i, kind] };
  });
  return { data: { extends: data.extends, replaces, source }, diagnostics };
}
