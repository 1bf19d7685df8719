import type { FolderOptions } from '../../cases/case-folder.ts';
import type { CommonOptions } from '../common-options.ts';

/** Options of the commands that look at a whole folder of cases. */
export interface TeamOptions extends CommonOptions, FolderOptions {
  readonly team?: string;
  readonly worker?: string;
  readonly output?: string;
  readonly force?: boolean;
  /** How many threads share the files: a number, or `auto`. */
  readonly threads?: string;
}

/** Options of `overview`. */
export interface OverviewOptions extends TeamOptions {
  readonly format?: string;
  /** Counts of the whole service in place of what is due. */
  readonly cohort?: boolean;
  readonly share?: boolean;
  /** What changed since this day. */
  readonly since?: string;
}
