import { assess, type Rulebook } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import type { Day } from '../case/dates.ts';
import type { ReadCase } from '../case/read.ts';
import type { CaseFile } from '../case/schema.ts';
import { type Diagnostic, place } from '../diagnostic.ts';
import type { Bookshelf } from '../files/bookshelf.ts';

/** A case file that could be read, with everything its packs say about it. */
export interface Opened {
  readonly path: string;
  readonly read: ReadCase;
  readonly file: CaseFile;
  readonly book: Rulebook;
  readonly assessment: Assessment;
  readonly diagnostics: readonly Diagnostic[];
}

/** Assesses a case file that has been read. */
export function assessCase(path: string, read: ReadCase, file: CaseFile, shelf: Bookshelf, asAt: Day): Opened {
  const book = shelf.bookFor(file);
  const assessment = assess(file, book, asAt);
  const diagnostics = assessment.remarks.map((remark) => place(remark, read.source.locate));
  return { path, read, file, book, assessment, diagnostics };
}
