import { assess } from '../assess/assess.ts';
import { checkItems, diagnosticItem, type Level } from '../assess/check.ts';
import { readCase } from '../case/read.ts';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { findCases } from '../files/find-cases.ts';
import type { PolicyFolder } from '../files/policies.ts';
import { readText } from '../files/read-text.ts';
import type { Io } from '../io.ts';
import { type CheckedFile, checkJson, checkText, reaches } from '../report/check-report.ts';
import { asAtFor, type CommonOptions, policyFolder } from './shared.ts';

export interface CheckOptions extends CommonOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Level;
  readonly show?: Level;
}

/** `cpplan check`: every case file below some paths, against its packs. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const folder = policyFolder(options, io);
  const files = findCases(paths).map((path) => checkFile(path, folder, options, io));
  const run = { asAt: options.asAt, files };
  io.out(options.format === 'json' ? checkJson(run) : checkText(run, options.show ?? options.failOn));
  return reaches(files, options.failOn) ? EXIT.findings : EXIT.done;
}

function checkFile(path: string, folder: PolicyFolder, options: CommonOptions, io: Io): CheckedFile {
  try {
    const { file, source, diagnostics } = readCase(readText(path));
    if (!file) return { path, items: diagnostics.map(diagnosticItem) };
    const assessment = assess(file, folder.bookFor(file), asAtFor(file, options, io));
    return { path, case: file.case, items: checkItems(file, assessment, source.locate) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const says = error.message.replace(`${path}: `, '');
    return { path, items: [{ level: 'error', rule: 'unreadable', clauses: [], line: 1, column: 1, says }] };
  }
}
