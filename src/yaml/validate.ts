import type * as z from 'zod';
import { type Diagnostic, error, type Placed, place } from '../messages/diagnostic.ts';
import { safe } from '../messages/safe.ts';
import type { Source } from './read.ts';
import { flatten } from './schema/best-branch.ts';
import { explain, MOST } from './schema/explain.ts';

/** Values that fit a schema, or the diagnostics that say why not. */
export interface Validated<T> {
  readonly data: T | undefined;
  readonly diagnostics: readonly Placed<Diagnostic>[];
}

/** Checks a read text against a schema, with a place and a sentence for everything that does not fit. */
export function validate<S extends z.ZodType>(schema: S, source: Source): Validated<z.output<S>> {
  if (source.diagnostics.length > 0) return { data: undefined, diagnostics: source.diagnostics };
  const result = schema.safeParse(source.value);
  if (result.success) return { data: result.data, diagnostics: [] };
  const issues = result.error.issues.slice(0, MOST + 1).flatMap((issue) => flatten(issue, source.value));
  const faults = issues.slice(0, MOST + 1).flatMap((issue) => explain(issue, source, schema));
  return { data: undefined, diagnostics: listed(faults).map((fault) => place(fault, source.locate)) };
}

function listed(faults: readonly Diagnostic[]): readonly Diagnostic[] {
  if (faults.length <= MOST) return faults;
  const says = safe`This file has more faults than these ${MOST}: put these right, then check it again. Is it the right file?`;
  return [...faults.slice(0, MOST), error('too_many_faults', says, [])];
}
