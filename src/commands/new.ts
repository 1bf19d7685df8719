import type { CaseFile } from '../case/file/case-schema.ts';
import { readCase } from '../case/file/read-case.ts';
import { readText } from '../files/read-text.ts';
import { isThere } from '../files/write/standing.ts';
import { writeNew } from '../files/write/write-text.ts';
import { prompterFor, widthOf } from '../interview/flow/hold-interview.ts';
import { askNewCase } from '../interview/flow/new-case.ts';
import { Stopped } from '../interview/prompters/prompter.ts';
import type { Io } from '../io.ts';
import { faultyFile } from '../messages/diagnostic.ts';
import { EXIT, type ExitCode, UserError } from '../messages/errors.ts';
import { type CommonOptions, policyFolder } from './shared.ts';

export interface NewOptions extends CommonOptions {
  readonly from?: string;
}

/** `cpplan new`: a case file from a few questions. */
export async function newCase(path: string, options: NewOptions, io: Io): Promise<ExitCode> {
  if (isThere(path))
    throw new UserError(
      `${path}: this file is there already. Choose another name, or go on with: cpplan screen ${path}`,
    );
  if (!io.interactive && !options.plain) {
    throw new UserError(`${path}: this is not a terminal to ask at. Add --plain to answer through a pipe.`);
  }
  const folder = policyFolder(options, io);
  const packs = folder
    .names()
    .map((name) => ({ value: name, name: `${name}: ${folder.pack(name).pack.source.title}` }));
  const from = options.from === undefined ? undefined : siblingFrom(options.from);
  const width = widthOf(io);
  const prompter = await prompterFor(options.plain === true, width, io);
  try {
    const text = await askNewCase({ prompter, authorities: folder.profiles(), packs, from, width, asAt: io.today() });
    writeNew(path, text);
    io.out(`Written: ${path}\nNext: cpplan screen ${path}\n`);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    io.err('\nStopped. No file was written.\n');
    return EXIT.interrupted;
  } finally {
    prompter.close();
  }
}

function siblingFrom(path: string): CaseFile {
  const { file, diagnostics } = readCase(readText(path));
  if (!file) throw faultyFile(path, diagnostics);
  return file;
}
