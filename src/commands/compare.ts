import { type AuthorityBook, sideBySide } from '../assess/worked/side-by-side.ts';
import { readCase } from '../case/file/read-case.ts';
import type { PolicyFolder } from '../files/policies/policy-folder.ts';
import { readText } from '../files/read-text.ts';
import type { Io } from '../io.ts';
import { faultyFile } from '../messages/diagnostic.ts';
import { EXIT, type ExitCode, UserError } from '../messages/errors.ts';
import { didYouMean, oneOf } from '../messages/suggest.ts';
import { compareJson } from '../report/case/compare-json.ts';
import { compareText } from '../report/case/compare-text.ts';
import { asAtFor, type CommonOptions, policyFolder, stampsOf, styleFor } from './shared.ts';

export interface CompareOptions extends CommonOptions {
  readonly authorities?: string;
  readonly format: 'text' | 'json';
}

/** `cpplan compare`: the same facts under each authority, for a child who moves. */
export async function compare(path: string, options: CompareOptions, io: Io): Promise<ExitCode> {
  const read = readCase(readText(path));
  if (!read.file) throw faultyFile(path, read.diagnostics);
  const books = booksOf(policyFolder(options, io), options.authorities);
  const compared = sideBySide(read.file, books, asAtFor(read.file, options, io));
  if (options.format === 'text') io.out(compareText(compared, styleFor(options, io)));
  else {
    const stamps = new Map(books.map((book) => [book.profile.id, stampsOf(book)]));
    io.out(
      `${JSON.stringify(
        compareJson(compared, (id) => stamps.get(id) ?? []),
        null,
        2,
      )}\n`,
    );
  }
  return EXIT.done;
}

/** The own packs of each authority that is named, in that order; of every one where none is. */
function booksOf(folder: PolicyFolder, named: string | undefined): AuthorityBook[] {
  const profiles = folder.profiles();
  const known = profiles.map(({ id }) => id);
  if (known.length === 0)
    throw new UserError(`${folder.folder.path}: there is no authority to compare; profiles.yaml names them.`);
  const wanted = [...new Set(named === undefined ? known : named.split(',').map((id) => id.trim()))];
  return wanted.map((id) => {
    const profile = profiles.find((other) => other.id === id);
    if (profile) return { ...folder.book(profile.packs), profile };
    throw new UserError(
      `--authorities: there is no profile for the authority \`${id}\`.${didYouMean(id.toLowerCase(), known)} Known: ${oneOf(known)}.`,
    );
  });
}
