import type { CaseFile } from '../../case/file/case-schema.ts';
import type { OfChild } from '../../import/against/differences.ts';
import { isKnownCase, type Persons } from '../../import/case/people.ts';
import type { Source } from '../../import/records.ts';
import { placeInWords } from '../../import/report/text.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
import { identityOf, type ReturnOptions } from './import-options.ts';
import { readAll } from './read-all.ts';

/** Returns that case files are compared with. */
export interface Compared {
  /** The children of whom they tell. */
  readonly persons: Persons;
  readonly sources: readonly Source[];
  /** What they say of the child of a case; where it is not there, nothing. */
  readonly of: (ref: string) => OfChild;
  /** Whether a row with the reference of a case is known to be of its child; true where there is none. */
  readonly isKnown: (file: CaseFile) => boolean;
}

/** Reads returns once, to compare case files with them. @throws UserError where one cannot be used */
export async function comparedReturns(paths: readonly string[], options: ReturnOptions, io: Io): Promise<Compared> {
  const read = await readAll(paths, identityOf(options), options, io, () => false);
  io.progress?.('');
  if (!read) throw refused();
  const { gathered, people } = read;
  for (const { severity, says, code, place } of gathered.problems)
    if (severity === 'error') io.err(`${placeInWords(place)}: ${says} [${code}]\n`);
  // A return that is not read would make every child look missing
  if (gathered.tallies.some(({ used }) => !used)) throw refused();
  const sources = gathered.tallies.flatMap(({ source }): Source[] => (source ? [source] : []));
  return {
    persons: people.persons,
    sources,
    of: (ref) => ({ pieces: people.persons.get(ref)?.pieces ?? [], sources }),
    isKnown: (file) => {
      const person = people.persons.get(file.case);
      return person === undefined || isKnownCase(person, file);
    },
  };
}

const refused = (): UserError => new UserError(safe`--against: a return could not be read. Nothing was compared.`);
