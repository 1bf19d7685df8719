import { dirname, join } from 'node:path';
import { CaseOpener } from '../cases/case-opener.ts';
import { orThrow } from '../cases/opened.ts';
import { makeFolder, refuseOtherThanFolder } from '../files/write/make-folder.ts';
import { isThere } from '../files/write/standing.ts';
import { writeNew } from '../files/write/write-text.ts';
import { occasionOptions } from '../interview/ask/occasions.ts';
import { askNewFamily } from '../interview/family/new-family.ts';
import { prompterFor, widthOf } from '../interview/flow/hold-interview.ts';
import { askNewCase, type Beginning, type Procedures } from '../interview/flow/new-case.ts';
import { Stopped } from '../interview/prompters/prompter.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, FileError } from '../messages/errors.ts';
import { fileName, safe } from '../messages/safe.ts';
import type { PolicyLibrary } from '../policy/folder/policy-library.ts';
import type { CommonOptions } from './common-options.ts';
import { occasionsNamed } from './occasions.ts';

export interface NewOptions extends CommonOptions {
  readonly from?: string;
  /** One case file for each child of a family, in a folder. */
  readonly family?: boolean;
  /** Occasions, or questions for decision, that tell what is happening. */
  readonly question?: readonly string[];
}

/** `cpplan new`: a case file from a few questions, or with `--family` one for each child. */
export async function newCase(path: string, options: NewOptions, io: Io): Promise<ExitCode> {
  if (options.family) return await newFamily(path, options, io);
  if (isThere(path))
    throw new FileError(
      path,
      safe`this file is there already. Choose another name, or go on with: cpplan screen ${fileName(path)}`,
    );
  return await orStopped(dirname(path), path, options, io, async (beginning) => {
    writeNew(path, await askNewCase(beginning));
    io.out(`Written: ${fileName(path)}\nNext: cpplan screen ${fileName(path)}\n`);
  });
}

async function newFamily(folder: string, options: NewOptions, io: Io): Promise<ExitCode> {
  if (/\.ya?ml$/i.test(folder))
    throw new FileError(folder, safe`--family makes a file for each child. Name a folder in place of a file.`);
  refuseOtherThanFolder(folder);
  const fileOf = (reference: string): string => join(folder, `${reference}.yaml`);
  const refused = (reference: string): string | undefined =>
    isThere(fileOf(reference)) ? `There is a file with this name already: ${fileName(fileOf(reference))}.` : undefined;
  return await orStopped(folder, folder, options, io, async (beginning) => {
    const children = await askNewFamily({ ...beginning, refused });
    makeFolder(folder);
    const paths: string[] = [];
    for (const { name, text } of children) {
      writeNew(fileOf(name), text);
      paths.push(fileName(fileOf(name)));
      io.out(`Written: ${fileName(fileOf(name))}\n`);
    }
    io.out(`Next: cpplan screen ${paths.join(' ')}\n`);
  });
}

/** Asks at a terminal or over a pipe, and writes what was answered; nothing where the person leaves. */
async function orStopped(
  folder: string,
  path: string,
  options: NewOptions,
  io: Io,
  write: (beginning: Beginning) => Promise<void>,
): Promise<ExitCode> {
  if (!io.interactive && !options.plain) {
    throw new FileError(path, safe`this is not a terminal to ask at. Add --plain to answer through a pipe.`);
  }
  const opener = new CaseOpener(options, io);
  const config = await opener.configs.near(folder);
  const { library } = await opener.policiesOf(config);
  const from = options.from === undefined ? undefined : orThrow(await opener.read(options.from)).file;
  const width = widthOf(io);
  const prompter = await prompterFor(options.plain === true, width, io);
  try {
    const bookOf = (procedures: Procedures) => library.bookFor({ case: fileName(path), ...procedures });
    const { question } = options;
    await write({
      prompter,
      authorities: library.profiles(),
      others: ofNoAuthority(library),
      folder: config?.config,
      from,
      occasions: (procedures) => occasionOptions(bookOf(procedures)),
      known: question && ((procedures) => occasionsNamed(question, bookOf(procedures))),
      width,
      asAt: io.today(),
    });
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    io.err('\nStopped. No file was written.\n');
    return EXIT.interrupted;
  } finally {
    prompter.close();
  }
}

/** Documents that belong to no authority, each by the questions for decision that it is about. */
function ofNoAuthority(library: PolicyLibrary): { value: string; name: string }[] {
  const owned = new Set(library.profiles().flatMap(({ packs }) => packs));
  const free = library.names().filter((name) => !owned.has(name));
  return free.map((value) => {
    const titles = Object.values(library.pack(value).pack.questions).map(({ title }) => title);
    return { value, name: titles.join('; ') };
  });
}
