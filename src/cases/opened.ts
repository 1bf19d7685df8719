import type { Assessment } from '../assess/case/assessment.ts';
import type { Day } from '../calendar/dates.ts';
import type { CaseFile } from '../case/file/case-schema.ts';
import type { Config } from '../check/config-schema.ts';
import { type Diagnostic, faultyFile, type Placed } from '../messages/diagnostic.ts';
import { UserError } from '../messages/errors.ts';
import type { Rulebook } from '../policy/folder/rulebook.ts';
import type { Source } from '../yaml/read.ts';
import type { Policies } from './policies.ts';

/** A case file that could be read, under what its folder says of procedures and policies. */
export interface FiledCase {
  readonly path: string;
  readonly source: Source;
  /** With the authority or the packs of its folder, where it names none itself. */
  readonly file: CaseFile;
  readonly config: Config | undefined;
  readonly policies: Policies;
  /** The day to look at it: as the command line says, else the file, else today. */
  readonly asAt: Day;
}

/** A case file with everything that its packs say about it. */
export interface OpenedCase extends FiledCase {
  readonly book: Rulebook;
  readonly assessment: Assessment;
  /** What the assessment has to say about the file, by place. */
  readonly diagnostics: readonly Placed<Diagnostic>[];
}

/** A file that could not be opened as a case: what is wrong in it, by place, or in a sentence. */
export interface UnreadCase {
  readonly path: string;
  readonly source?: Source;
  readonly why: readonly Placed<Diagnostic>[] | UserError;
}

/** @throws UserError for a file that could not be opened */
export function orThrow<T extends FiledCase>(opened: T | UnreadCase): T {
  if (!('why' in opened)) return opened;
  const { path, why } = opened;
  throw why instanceof UserError ? why : faultyFile(path, why);
}
