import { dirname } from 'node:path';
import { CaseOpener } from '../cases/case-opener.ts';
import { orThrow } from '../cases/opened.ts';
import { isThere } from '../files/write/standing.ts';
import { writeNew } from '../files/write/write-text.ts';
import { prompterFor, widthOf } from '../interview/flow/hold-interview.ts';
import { askNewCase } from '../interview/flow/new-case.ts';
import { Stopped } from '../interview/prompters/prompter.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, FileError } from '../messages/errors.ts';
import { fileName, safe } from '../messages/safe.ts';
import type { CommonOptions } from './common-options.ts';

export interface NewOptions extends CommonOptions {
  readonly from?: string;
}

/** `cpplan new`: a case file from a few questions. */
export async function newCase(path: string, options: NewOptions, io: Io): Promise<ExitCode> {
  if (isThere(path))
    throw new FileError(
      path,
      safe`this file is there already. Choose another name, or go on with: cpplan screen ${fileName(path)}`,
    );
  if (!io.interactive && !options.plain) {
    throw new FileError(path, safe`this is not a terminal to ask at. Add --plain to answer through a pipe.`);
  }
  const opener = new CaseOpener(options, io);
  const { library } = await opener.policiesOf(await opener.configs.near(dirname(path)));
  const packs = library
    .names()
    .map((name) => ({ value: name, name: `${name}: ${library.pack(name).pack.source.title}` }));
  const from = options.from === undefined ? undefined : orThrow(await opener.read(options.from)).file;
  const width = widthOf(io);
  const prompter = await prompterFor(options.plain === true, width, io);
  try {
    const text = await askNewCase({ prompter, authorities: library.profiles(), packs, from, width, asAt: io.today() });
    writeNew(path, text);
    io.out(`Written: ${fileName(path)}\nNext: cpplan screen ${fileName(path)}\n`);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    io.err('\nStopped. No file was written.\n');
    return EXIT.interrupted;
  } finally {
    prompter.close();
  }
}
