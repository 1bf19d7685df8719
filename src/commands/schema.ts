import * as z from 'zod';
import { ClosuresSchema } from '../calendar/holidays-schema.ts';
import { CaseSchema } from '../case/file/case-schema.ts';
import { ConfigSchema } from '../check/config-schema.ts';
import { SuppressionsSchema } from '../check/suppressions-schema.ts';
import { DocumentsLayerSchema } from '../documents/schema.ts';
import { VocabularySchema } from '../facts/vocabulary-schema.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, UserError } from '../messages/errors.ts';
import { didYouMean, oneOf } from '../messages/suggest.ts';
import { ManifestSchema } from '../policy/folder/manifest.ts';
import { PackSchema } from '../policy/pack/pack-schema.ts';
import { ProfilesSchema } from '../policy/pack/profiles.ts';
import { ResultSchema } from '../report/case/result-schema.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  case: CaseSchema,
  policy: PackSchema,
  facts: VocabularySchema,
  policies: ManifestSchema,
  profiles: ProfilesSchema,
  documents: DocumentsLayerSchema,
  closures: ClosuresSchema,
  result: ResultSchema,
  config: ConfigSchema,
  suppressions: SuppressionsSchema,
};

/** Names of the JSON Schemas that can be had. */
export const SCHEMA_NAMES = Object.keys(SCHEMAS);

/** A JSON Schema as text, from the schema that the program itself checks with. */
export function schemaText(name: string): string {
  const schema = SCHEMAS[name];
  if (!schema)
    throw new UserError(
      `There is no schema \`${name}\`.${didYouMean(name, SCHEMA_NAMES)} Known: ${oneOf(SCHEMA_NAMES)}.`,
    );
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
}

/** `cpplan schema`: prints a JSON Schema. */
export async function schema(name: string, io: Io): Promise<ExitCode> {
  io.out(schemaText(name));
  return EXIT.done;
}
