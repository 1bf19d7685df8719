import { type AuthorityBook, sideBySide } from '../assess/worked/side-by-side.ts';
import { dayInWords } from '../calendar/date-words.ts';
import type { Day } from '../calendar/dates.ts';
import type { CaseFile } from '../case/file/case-schema.ts';
import { textOn } from '../case/sheet/book-on.ts';
import { dayGiven } from '../cases/day.ts';
import { readFiledCase } from '../cases/open-case.ts';
import type { Policies } from '../cases/policies.ts';
import { stampsOf } from '../files/policies/digest.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, FileError, UserError } from '../messages/errors.ts';
import { safe } from '../messages/safe.ts';
import { didYouMean, oneOf } from '../messages/suggest.ts';
import { compareJson } from '../report/case/compare-json.ts';
import { compareText } from '../report/case/compare-text.ts';
import type { CommonOptions } from './common-options.ts';
import { styleFor } from './style.ts';

export interface CompareOptions extends CommonOptions {
  readonly authorities?: string;
  /** Days, with commas between them: the own documents of the case as they read on each. */
  readonly textsOf?: string;
  readonly format: 'text' | 'json';
}

/** `cpplan compare`: the same facts under each authority, for a child who moves. */
export async function compare(path: string, options: CompareOptions, io: Io): Promise<ExitCode> {
  const { file, policies, asAt } = await readFiledCase(path, options, io);
  const { textsOf } = options;
  const books =
    textsOf === undefined ? booksOf(policies, options.authorities) : textsOn(textsOf.split(','), file, policies);
  const home = policies.library.bookOrFault(file);
  const compared = sideBySide(file, books, asAt, home instanceof FileError ? undefined : home);
  if (options.format === 'text') io.out(compareText(compared, await styleFor(options, io)));
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

/** The own packs of a case as they read on some days. */
function textsOn(days: readonly string[], file: CaseFile, { library }: Policies): AuthorityBook[] {
  const book = library.bookFor(file);
  return days.map((one) => {
    const day = dayGiven({ asAt: one.trim() }, '--texts-of') as Day;
    const packs = book.packs.map((pack) => {
      const { editions: _, ...text } = textOn(pack, day);
      return text;
    });
    const id = book.profile?.id ?? 'packs';
    const profile = { id: `${id}@${day}`, title: dayInWords(day), packs: packs.map((p) => p.pack.pack) };
    return { ...library.join(packs), profile };
  });
}

/** The own packs of each authority that is named, in that order; of every one where none is. */
function booksOf({ layers, library }: Policies, named: string | undefined): AuthorityBook[] {
  const profiles = library.profiles();
  const known = profiles.map(({ id }) => id);
  if (known.length === 0)
    throw new FileError(
      layers.at(-1)?.folder.path ?? '',
      safe`there is no authority to compare; profiles.yaml names them.`,
    );
  const wanted = [...new Set(named === undefined ? known : named.split(',').map((id) => id.trim()))];
  return wanted.map((id) => {
    const profile = profiles.find((other) => other.id === id);
    if (profile) return { ...library.book(profile.packs), profile };
    throw new UserError(
      `--authorities: there is no profile for the authority \`${id}\`.${didYouMean(id.toLowerCase(), known)} Known: ${oneOf(known)}.`,
    );
  });
}
