import { assess, type Rulebook } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import type { Day } from '../case/dates.ts';
import { type ReadCase, readCase } from '../case/read.ts';
import type { CaseFile } from '../case/schema.ts';
import { type Diagnostic, place } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { digestOf, PolicyFolder } from '../files/policies.ts';
import { readText } from '../files/read-text.ts';
import type { Io } from '../io.ts';
import { diagnosticsText } from '../report/diagnostics-text.ts';
import type { PackStamp } from '../report/json.ts';
import { plainStyle } from '../report/style.ts';
import { asAtFor, type CommonOptions, policyPath } from './common.ts';

export { asAtFor, type CommonOptions } from './common.ts';
export { styleFor } from './style.ts';

/** A case file that could be read, with everything its packs say about it. */
export interface Opened {
  readonly path: string;
  readonly read: ReadCase;
  readonly file: CaseFile;
  readonly book: Rulebook;
  readonly assessment: Assessment;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and assesses one case file. @throws UserError with the diagnostics where it cannot be read */
export function openCase(path: string, options: CommonOptions, io: Io): Opened {
  const read = readCase(readText(path));
  if (!read.file) throw new UserError(diagnosticsText(path, read.diagnostics, plainStyle()).trimEnd());
  return assessCase(path, read, read.file, policyFolder(options, io), asAtFor(read.file, options, io));
}

/** Assesses a case file that has been read. */
export function assessCase(path: string, read: ReadCase, file: CaseFile, folder: PolicyFolder, asAt: Day): Opened {
  const book = folder.bookFor(file);
  const assessment = assess(file, book, asAt);
  const diagnostics = assessment.remarks.map((remark) => place(remark, read.source.locate));
  return { path, read, file, book, assessment, diagnostics };
}

/** The folder of policies: the one named, else the shipped one. */
export const policyFolder = (options: CommonOptions, io: Io): PolicyFolder => new PolicyFolder(policyPath(options, io));

/** How a pack is named in results: with version and digest. */
export const stampsOf = ({ packs }: Rulebook): PackStamp[] =>
  packs.map((pack) => ({ id: pack.pack.pack, version: pack.pack.version, digest: digestOf(pack) }));
