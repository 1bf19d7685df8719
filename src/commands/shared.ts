import { join, relative } from 'node:path';
import chalk, { Chalk } from 'chalk';
import { assess, type Rulebook } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import { type Day, parseDate } from '../case/dates.ts';
import { type ReadCase, readCase } from '../case/read.ts';
import type { CaseFile } from '../case/schema.ts';
import { type Diagnostic, place } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { digestOf, PolicyFolder } from '../files/policies.ts';
import { readText } from '../files/read-text.ts';
import type { Io } from '../io.ts';
import { diagnosticsText } from '../report/diagnostics-text.ts';
import type { PackStamp } from '../report/json.ts';
import { plainStyle, type Style } from '../report/style.ts';

/** Options that several commands share, as commander gives them. */
export interface CommonOptions {
  readonly asAt?: string;
  readonly policies?: string;
  readonly plain?: boolean;
}

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
export const policyFolder = ({ policies }: CommonOptions, io: Io): PolicyFolder =>
  new PolicyFolder(policies ?? fromHere(join(io.assets, 'policies')));

/** A path as it is shortest to read: from the working folder where it lies below. */
function fromHere(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') ? path : short;
}

/** The day of the assessment: the option, else the file's own, else today. */
export function asAtFor(file: CaseFile, { asAt }: CommonOptions, io: Io): Day {
  if (asAt === undefined) return file.as_at === undefined ? io.today() : String(file.as_at);
  const range = parseDate(asAt);
  if (!range || range.from !== range.to)
    throw new UserError(`--as-at ${asAt}: write a whole date, such as 2026-11-20.`);
  return range.from;
}

/** Colour on a terminal, none elsewhere or with `--plain`. */
export function styleFor({ plain }: CommonOptions, io: Io): Style {
  const width = Math.min(Math.max(io.columns, 40), 80);
  if (plain || !io.colour) return plainStyle(width);
  const paint = new Chalk({ level: Math.max(1, chalk.level) as 1 });
  return {
    heading: paint.bold.underline,
    strong: paint.bold,
    quiet: paint.dim,
    alarm: paint.red.bold,
    good: paint.green,
    width,
  };
}

/** How a pack is named in results: with version and digest. */
export const stampsOf = ({ packs }: Rulebook): PackStamp[] =>
  packs.map((pack) => ({ id: pack.pack.pack, version: pack.pack.version, digest: digestOf(pack) }));
