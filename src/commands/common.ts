import { join } from 'node:path';
import { type Day, parseDate } from '../calendar/dates.ts';
import type { CaseFile } from '../case/file/case-schema.ts';
import type { FoundConfig } from '../files/config.ts';
import { onDisk, type TextFolder } from '../files/policies/text-folder.ts';
import type { Io } from '../io.ts';
import { UserError } from '../messages/errors.ts';

/** Options that several commands share, as commander gives them. */
export interface CommonOptions {
  readonly asAt?: string;
  readonly policies?: string;
  readonly plain?: boolean;
}

/** The folder of policies that somebody named: by the option, else in the configuration of the folder. */
export function policiesNamed({ policies }: CommonOptions, found: FoundConfig | undefined): string | undefined {
  const configured = found?.config.policies;
  return policies ?? (found && configured !== undefined ? join(found.folder, configured) : undefined);
}

/** The folder of policies: the one named, else the one beside the executable, else the shipped one. */
export function policiesFor(named: string | undefined, { shipped }: Io): TextFolder {
  const own = named ?? shipped.beside.policies;
  return own === undefined ? shipped.policies : onDisk(own);
}

/** The day of the assessment: the option, else the file's own, else today. */
export function asAtFor(file: CaseFile, options: CommonOptions, io: Io): Day {
  return dayGiven(options) ?? (file.as_at === undefined ? io.today() : String(file.as_at));
}

/** The day that the option names, if it is given. */
export function dayGiven({ asAt }: CommonOptions): Day | undefined {
  if (asAt === undefined) return undefined;
  const range = parseDate(asAt);
  if (!range || range.from !== range.to)
    throw new UserError(`--as-at ${asAt}: write a whole date, such as 2026-11-20.`);
  return range.from;
}
