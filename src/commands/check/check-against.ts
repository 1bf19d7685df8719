import type { CaseFile } from '../../case/file/case-schema.ts';
import { against } from '../../import/case/against.ts';
import type { ChildRecords, Source } from '../../import/records.ts';
import { placeInWords } from '../../import/report/text.ts';
import type { Io } from '../../io.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import { UserError } from '../../messages/errors.ts';
import { safe, visible } from '../../messages/safe.ts';
import { identityOf, type ReturnOptions } from '../import/import-options.ts';
import { readAll } from '../import/read-all.ts';

/** What a check holds case files beside. */
export interface Against {
  readonly of: (file: CaseFile) => readonly Diagnostic[];
  /** What is to be said at the end: children of the returns that no case file is about. */
  readonly end: () => string;
}

/** Returns that are read once, to be compared with each case file. @throws UserError where one cannot be used */
export async function againstReturns(paths: readonly string[], options: ReturnOptions, io: Io): Promise<Against> {
  const read = await readAll(paths, identityOf(options), options, io, () => false);
  io.progress?.('');
  if (!read) throw refused();
  const { gathered, people } = read;
  for (const { severity, says, code, place } of gathered.problems)
    if (severity === 'error') io.err(`${placeInWords(place)}: ${says} [${code}]\n`);
  // A return that is not read would make every child look missing
  if (gathered.tallies.some(({ used }) => !used)) throw refused();
  const persons = new Map(people.persons.map((person) => [person.ref, person]));
  const sources = gathered.tallies.flatMap(({ source }): Source[] => (source ? [source] : []));
  const seen = new Set<string>();
  return {
    of: (file) => {
      seen.add(file.case);
      const pieces: readonly ChildRecords[] = persons.get(file.case)?.pieces ?? [];
      return against(file, pieces, sources);
    },
    end: () => {
      const left = people.persons.filter(({ ref, hasRecords }) => hasRecords && !seen.has(ref));
      if (left.length === 0) return '';
      const first = left.slice(0, NAMED).map(({ ref }) => visible(ref));
      const more = left.length > NAMED ? `, and ${left.length - NAMED} more` : '';
      return `In the returns, with a plan or care, and without a case file: ${first.join(', ')}${more}.\n`;
    },
  };
}

const NAMED = 20;

const refused = (): UserError => new UserError(safe`--against: a return could not be read. Nothing was compared.`);
