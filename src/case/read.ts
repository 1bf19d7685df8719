import type { Diagnostic } from '../diagnostic.ts';
import { readYaml, type Source } from '../yaml/read.ts';
import { validate } from '../yaml/validate.ts';
import { type CaseFile, CaseSchema } from './schema.ts';

/** A case file as text and, where it is well formed, as data. */
export interface ReadCase {
  readonly source: Source;
  readonly file: CaseFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the text of a case file. */
export function readCase(text: string): ReadCase {
  const source = readYaml(text);
  const { data, diagnostics } = validate(CaseSchema, source);
  return { source, file: data, diagnostics };
}
