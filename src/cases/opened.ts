import { assess } from '../assess/case/assess.ts';
import type { Assessment } from '../assess/case/assessment.ts';
import type { Day } from '../calendar/dates.ts';
import type { CaseFile } from '../case/file/case-schema.ts';
import type { ReadCase } from '../case/file/read-case.ts';
import { type Diagnostic, type Placed, place } from '../messages/diagnostic.ts';
import type { PolicyLibrary } from '../policy/folder/policy-library.ts';
import type { Rulebook } from '../policy/folder/rulebook.ts';

/** A case file that could be read, with everything its packs say about it. */
export interface Opened {
  readonly path: string;
  readonly read: ReadCase;
  readonly file: CaseFile;
  readonly book: Rulebook;
  readonly assessment: Assessment;
  readonly diagnostics: readonly Placed<Diagnostic>[];
}

/** Assesses a case file that has been read. */
export function assessCase(path: string, read: ReadCase, file: CaseFile, library: PolicyLibrary, asAt: Day): Opened {
  const book = library.bookFor(file);
  const assessment = assess(file, book, asAt);
  const diagnostics = assessment.diagnostics.map((diagnostic) => place(diagnostic, read.source.locate));
  return { path, read, file, book, assessment, diagnostics };
}
