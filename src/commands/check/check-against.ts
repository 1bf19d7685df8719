import type { CaseFile } from '../../case/file/case-schema.ts';
import { against } from '../../import/against/against.ts';
import type { Io } from '../../io.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import { visible } from '../../messages/safe.ts';
import { comparedReturns } from '../import/compared.ts';
import type { ReturnOptions } from '../import/import-options.ts';

/** What a check holds case files beside. */
export interface Against {
  readonly of: (file: CaseFile) => readonly Diagnostic[];
  /** What is to be said at the end: children of the returns that no case file is about. */
  readonly end: () => string;
}

/** Returns that are read once, to be compared with each case file. @throws UserError where one cannot be used */
export async function againstReturns(paths: readonly string[], options: ReturnOptions, io: Io): Promise<Against> {
  const { persons, of } = await comparedReturns(paths, options, io);
  const seen = new Set<string>();
  return {
    of: (file) => {
      seen.add(file.case);
      const { pieces, sources } = of(file.case);
      return against(file, pieces, sources);
    },
    end: () => {
      const left = [...persons.briefly()].filter(({ ref, hasRecords }) => hasRecords && !seen.has(ref));
      if (left.length === 0) return '';
      const first = left.slice(0, NAMED).map(({ ref }) => visible(ref));
      const more = left.length > NAMED ? `, and ${left.length - NAMED} more` : '';
      return `In the returns, with a plan or care, and without a case file: ${first.join(', ')}${more}.\n`;
    },
  };
}

const NAMED = 20;
