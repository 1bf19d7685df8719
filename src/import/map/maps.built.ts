import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { readYaml } from '../../yaml/read.ts';
import { validate } from '../../yaml/validate.ts';
import { type Codes, CodesSchema, type FormatMap, MapSchema } from './map-schema.ts';

/** A file of the folder `returns`, read while the program is built. @throws Error where it is at fault */
function read<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  const { data, diagnostics } = validate(schema, readYaml(readFileSync(`returns/${name}.yaml`, 'utf8')));
  if (data !== undefined) return data;
  throw new Error(diagnostics.map(({ line, says, shown = '' }) => `${name}.yaml:${line}: ${says} ${shown}`).join('\n'));
}

/** The maps of all formats. */
export const MAPS: readonly FormatMap[] = ['cin', 'ssda903', 'annex-a', 'ssd', 'api'].map((name) =>
  read(name, MapSchema),
);

/** What codes and words stand for in all of them. */
export const CODES: Codes = read('codes', CodesSchema);
