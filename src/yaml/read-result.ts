import type { Diagnostic, Placed } from '../messages/diagnostic.ts';

/** What came of reading a file: the data, unless it has errors, and everything there is to say about the file. */
export interface ReadResult<T> {
  readonly data: T | undefined;
  readonly diagnostics: readonly Placed<Diagnostic>[];
}
