import type { Diagnostic, Placed } from '../../messages/diagnostic.ts';
import { readYaml, type Source } from '../../yaml/read.ts';
import { validate } from '../../yaml/validate.ts';
import { type CaseFile, CaseSchema } from './case-schema.ts';

/** A case file as text and, where it is well formed, as data. */
export interface ReadCase {
  readonly source: Source;
  readonly file: CaseFile | undefined;
  readonly diagnostics: readonly Placed<Diagnostic>[];
}

/** Reads the text of a case file. */
export const readCase = (text: string): ReadCase => checkedBySchema(readYaml(text));

/** A read text as a case file, or what keeps it from being one. */
export function checkedBySchema(source: Source): ReadCase {
  const { data, diagnostics } = validate(CaseSchema, source);
  return { source, file: data, diagnostics };
}
