import type { OpenedCase } from '../cases/opened.ts';
import { against } from '../import/against/against.ts';
import { amongSources, type Difference, differences } from '../import/against/differences.ts';
import { hanging } from '../interview/prompters/prompter.ts';
import type { Compare } from '../interview/returns/beside-returns.ts';
import type { Io } from '../io.ts';
import { type Diagnostic, type Placed, place } from '../messages/diagnostic.ts';
import { FileError } from '../messages/errors.ts';
import { safe, visible } from '../messages/safe.ts';
import { wrap } from '../report/words/wrap.ts';
import { comparedReturns } from './import/compared.ts';
import type { ReturnOptions } from './import/import-options.ts';

/** The returns that one case is compared with. */
export interface BesideCase {
  readonly compare: Compare;
  /** The same for a person who is asked nothing: both sides of each difference, in a short list. */
  readonly list: (opened: OpenedCase, width: number) => string;
  /** The same for a machine: what is wrong, and where, without values. */
  readonly diagnostics: (opened: OpenedCase) => Placed<Diagnostic>[];
}

/** Reads the returns that a case is compared with. @throws UserError where one cannot be used, or may be of another child */
export async function besideCase(opened: OpenedCase, options: ReturnOptions & Named, io: Io): Promise<BesideCase> {
  const compared = await comparedReturns(options.against, options, io);
  if (!compared.isKnown(opened.file)) throw new FileError(opened.path, NOT_DECLARED);
  const child = compared.of(opened.file.case);
  return {
    compare: (file, today) => differences(file, child, today),
    list: ({ file, asAt }, width) => listed(differences(file, child, asAt), amongSources(child.pieces), width),
    diagnostics: ({ file, source }) =>
      against(file, child.pieces, child.sources).map((one) => place(one, source.locate)),
  };
}

interface Named {
  readonly against: readonly string[];
}

const NOT_DECLARED = safe`the return has this reference as an id. Is it the same child? If so, say it with --same-ids, or with a map of ids (--map).`;

function listed(all: readonly Difference[], sources: readonly string[], width: number): string {
  if (all.length + sources.length === 0) return 'Nothing is left to decide between the case file and the returns.\n';
  const lines = [
    wrap(
      'The case file and the returns differ. The program changes nothing. Decide with `cpplan screen`, without --no-input.',
      width,
    ),
    ...all.flatMap(({ question, beside }) => [
      hanging(`- ${question}`, width),
      ...beside.map((line) => wrap(visible(line.replace(/^- /, '')), width, '    ')),
    ]),
    ...sources.map((line) => hanging(`- ${visible(line)}`, width)),
  ];
  return `${lines.join('\n')}\n`;
}
