import { CaseOpener } from '../../cases/case-opener.ts';
import { refuseOtherThanFolder } from '../../files/write/make-folder.ts';
import { openOutput } from '../../files/write/output.ts';
import type { Remark } from '../../import/case/told.ts';
import { reportCsv } from '../../import/report/csv.ts';
import { Counts, howToDecide, type ReportEnd, type ReportForm, tally } from '../../import/report/report.ts';
import { reportText } from '../../import/report/text.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { fileName, names, safe } from '../../messages/safe.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';
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
  const isNowStopped = (): boolean => isStopped;
  const forget = io.onInterrupt(() => (isStopped = true));
  try {
    const read = await readAll(paths, identity, options, io, isNowStopped);
    if (!read) {
      io.err(STOPPED_EARLY);
      return EXIT.interrupted;
    }
    const run = new Run(await casesIn(options.into), read.people, identity, options);
    const { problems, tallies } = read.gathered;
    const head = { problems, tallies, others: read.people.odd };
    const counts = new Counts(head);
    const told = telling(options, io);
    try {
      told.put(told.form.head(head));
      await run.all(io, isNowStopped, (one) => {
        counts.add(one);
        told.put(told.form.one(one));
      });
      const { passed, remaining } = run;
      const others = counts.became.made > 0 ? nobodys : [];
      const { unmapped } = read.people;
      const decide = (path: string): string => decidedWith(path, { ...options, against: paths });
      const end = { isDryRun: options.dryRun === true, counts, others, passed, remaining, unmapped, decide };
      told.end(end);
    } catch (error) {
      told.abandon();
      throw error;
    }
    return isStopped ? EXIT.interrupted : counts.isLeftOpen ? EXIT.findings : EXIT.done;
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

const decidedWith = (path: string, returns: Parameters<typeof returnsGiven>[0]): string =>
  ['cpplan screen', fileName(path), ...returnsGiven(returns)].join(' ');

/** Where the parts of a report go, one after the other. */
interface Telling {
  readonly form: ReportForm;
  readonly put: (text: string) => void;
  readonly end: (end: ReportEnd) => void;
  readonly abandon: () => void;
}

/** Values go to a terminal, and to a file that a person names; never into a log. @throws UserError where it cannot be written */
function telling({ report: output, force }: ImportOptions, io: Io): Telling {
  if (output === undefined) {
    const form = reportText({ values: io.terminal });
    const put = (text: string): void => {
      if (text === '') return;
      io.progress?.('');
      io.out(text);
    };
    return { form, put, end: (end) => put(form.end(end)), abandon: () => undefined };
  }
  const form = output.endsWith('.csv') ? reportCsv : reportText({ values: true });
  const file = openOutput(output, { about: '' }, force === true);
  return {
    form,
    put: file.write,
    end: (end) => {
      file.write(form.end(end));
      file.finish();
      io.err(`Written: ${fileName(output)}\n`);
      io.out([...howToDecide(end), tally(end), ''].join('\n'));
    },
    abandon: file.abandon,
  };
}
