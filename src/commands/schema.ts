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
import { folderSchema, type Schema } from '../policy/folder/folder-schema.ts';
import { idsOf } from '../policy/folder/ids.ts';
import { ManifestSchema } from '../policy/folder/manifest.ts';
import { PackSchema } from '../policy/pack/pack-schema.ts';
import { ProfilesSchema } from '../policy/pack/profiles.ts';
import { ResultSchema } from '../report/case/result-schema.ts';
import { RowSchema } from '../report/team/row-schema.ts';
import type { CommonOptions } from './common-options.ts';
import { policyFolder } from './policy/folder.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  case: CaseSchema,
  policy: PackSchema,
  facts: VocabularySchema,
  policies: ManifestSchema,
  profiles: ProfilesSchema,
  documents: DocumentsLayerSchema,
  closures: ClosuresSchema,
  result: ResultSchema,
  row: RowSchema,
  config: ConfigSchema,
  suppressions: SuppressionsSchema,
};

/** Names of the JSON Schemas that can be had. */
export const SCHEMA_NAMES = Object.keys(SCHEMAS);

/** A JSON Schema as text, from the schema that the program itself checks with. */
export function schemaText(name: string): string {
  const schema = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (!schema)
    throw new UserError(
      `There is no schema \`${name}\`.${didYouMean(name, SCHEMA_NAMES)} Known: ${oneOf(SCHEMA_NAMES)}.`,
    );
  return inText(asJson(schema));
}

const inText = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;

/** A schema for editors: a key that has no words of its own has those of what it stands in. */
const asJson = (schema: z.ZodType): Schema =>
  explained(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), undefined) as Schema;

function explained(node: unknown, around: unknown): unknown {
  if (Array.isArray(node)) return node.map((one) => explained(one, around));
  if (typeof node !== 'object' || node === null) return node;
  const { description = around } = node as Schema;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key !== 'properties') return [key, key === 'examples' ? value : explained(value, description)];
      return [
        key,
        Object.fromEntries(Object.entries(value as Schema).map(([name, of]) => [name, named(name, of, description)])),
      ];
    }),
  );
}

function named(name: string, node: unknown, around: unknown): unknown {
  const inner = explained(node, around) as Schema;
  if (inner.description !== undefined || inner.$ref !== undefined) return inner;
  return { description: name === 'version' ? 'Version of the format.' : around, ...inner };
}

/** `cpplan policy schema`: the schema of a pack in which the ids of a folder are listed, with what each stands for. */
export async function policySchema(folder: string | undefined, options: CommonOptions, io: Io): Promise<ExitCode> {
  const policies = folder ?? options.policies;
  const packs = policyFolder(policies === undefined ? {} : { policies }, io);
  const { vocabulary } = packs.vocabulary();
  io.out(inText(folderSchema(asJson(PackSchema), idsOf(vocabulary, packs.written()))));
  return EXIT.done;
}

/** `cpplan schema`: prints a JSON Schema. */
export async function schema(name: string, io: Io): Promise<ExitCode> {
  io.out(schemaText(name));
  return EXIT.done;
}
