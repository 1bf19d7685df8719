import { CaseOpener } from '../../cases/case-opener.ts';
import { refuseOtherThanFolder } from '../../files/write/make-folder.ts';
import type { Remark } from '../../import/case/told.ts';
import { reportCsv } from '../../import/report/csv.ts';
import { howToDecide, type ImportReport, isLeftOpen, tally } from '../../import/report/report.ts';
import { reportText } from '../../import/report/text.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { fileName, names, safe } from '../../messages/safe.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';
import { put } from '../put.ts';
import { casesIn } from './cases-in.ts';
import { type ImportOptions, identityOf, returnsGiven } from './import-options.ts';
import { readAll } from './read-all.ts';
import { Run } from './run.ts';

/** `cpplan import`: case files made, and completed, from the returns of an authority. */
export async function importReturns(paths: readonly string[], options: ImportOptions, io: Io): Promise<ExitCode> {
  refuseOtherThanFolder(options.into);
  const nobodys = await withoutAuthority(options, io);
  const identity = identityOf(options);
  let isStopped = false;
  const forget = io.onInterrupt(() => (isStopped = true));
  try {
    const read = await readAll(paths, identity, options, io, () => isStopped);
    if (!read) {
      io.err(STOPPED_EARLY);
      return EXIT.interrupted;
    }
    const run = new Run(await casesIn(options.into), read.people, identity, options);
    const cases = await run.all(io, () => isStopped);
    const { problems, tallies } = read.gathered;
    const report: ImportReport = {
      isDryRun: options.dryRun === true,
      tallies,
      problems,
      cases,
      others: [...read.people.odd, ...(cases.some(({ became }) => became === 'made') ? nobodys : [])],
      passed: run.passed,
      remaining: run.remaining,
      unmapped: read.people.unmapped,
      decide: (path) => ['cpplan screen', fileName(path), ...returnsGiven({ ...options, against: paths })].join(' '),
    };
    tellAll(report, options, io);
    return isStopped ? EXIT.interrupted : isLeftOpen(report) ? EXIT.findings : EXIT.done;
  } finally {
    forget();
    io.progress?.('');
  }
}

/** What is to be said where new case files fall under nobody's procedures. @throws UserError for an authority that has none */
async function withoutAuthority({ authority, into, ...options }: ImportOptions, io: Io): Promise<Remark[]> {
  const opener = new CaseOpener(options, io);
  const config = await opener.configs.near(into);
  const isNamed = config?.config.authority !== undefined || config?.config.packs !== undefined;
  if (authority === undefined) return isNamed ? [] : [NO_AUTHORITY];
  const { library } = await opener.policiesOf(config);
  const ids = names(library.profiles().map(({ id }) => id));
  if (ids.some((id) => id === authority)) return [];
  throw new UserError(safe`There is no authority with this id.${didYouMean(authority, ids)} Write ${oneOf(ids, 20)}.`);
}

const STOPPED_EARLY =
  'Stopped while the returns were being read. Nothing was written. Run the same import again to begin anew.\n';

const NO_AUTHORITY: Remark = {
  kind: 'question',
  code: safe`no_authority`,
  says: safe`The new case files name no authority, so no procedures apply to them. Whose are they? Give --authority, or name the authority in cpplan.config.yaml.`,
};

/** Values go to a terminal, and to a file that a person names; never into a log. */
function tellAll(report: ImportReport, options: ImportOptions, io: Io): void {
  const { report: output } = options;
  if (output === undefined) io.out(reportText(report, { values: io.terminal }));
  else {
    const text = output.endsWith('.csv') ? reportCsv(report) : reportText(report, { values: true });
    put(text, { about: '' }, { output, ...(options.force && { force: true }) }, io);
    io.out([...howToDecide(report), tally(report), ''].join('\n'));
  }
}
