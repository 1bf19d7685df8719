import { type CaseFolder, openFolder } from '../../cases/case-folder.ts';
import { dayOfRun } from '../../cases/day.ts';
import { silent, walk } from '../../cases/walk.ts';
import { settingsOf } from '../../check/settings.ts';
import { notesBeside } from '../../files/find/find-notes.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { type CheckContext, checkCase } from './check-case.ts';
import { checkContextFor, suppressionsPath } from './check-context.ts';
import { asked, type CheckOptions } from './check-options.ts';
import { openReports, type Reports } from './check-reports.ts';

/** `cpplan check`: every case file below some paths, against its packs. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  if (paths.length === 0 && options.filesFrom === undefined) {
    throw new UserError('check: name case files, folders or patterns, or give --files-from with a list of them.');
  }
  const folder = await openFolder(paths, options, io);
  const settings = settingsOf(asked(options), folder.config?.config);
  const tidy = options.writeSuppressions || options.prune ? await import('./check-suppressions.ts') : undefined;
  const adoption =
    tidy && options.writeSuppressions ? new tidy.Adoption(options, dayOfRun(options, io), settings.failOn) : undefined;
  const context = await checkContextFor(options, settings, folder, io);
  const { against: returns } = options;
  // The code that reads returns is loaded where there are some
  const against = returns && (await import('./check-against.ts').then((m) => m.againstReturns(returns, options, io)));
  const noting = {
    ...context,
    ...(adoption && { note: adoption.note }),
    ...(against && { against: against.of }),
  };
  const reports = await openReports(options, settings, folder.root.uri, io);
  const exit = await run(folder, noting, reports, options.plain ? silent(io) : io);
  if (exit === EXIT.interrupted) return exit;
  if (against) io.err(against.end());
  const accepted = suppressionsPath(folder.config);
  if (adoption) io.err(adoption.write(accepted, io));
  if (tidy && options.prune) io.err(await tidy.prune(accepted, context.suppressions, io));
  return adoption ? EXIT.done : exit;
}

async function run(folder: CaseFolder, context: CheckContext, reports: Reports, io: Io): Promise<ExitCode> {
  const { files } = folder.found;
  const cases: string[] = [];
  let { others } = folder.found;
  const look = async (path: string): Promise<void> => {
    const opened = await folder.open(path);
    if (!opened) return void others++;
    const looked = checkCase(opened, context);
    reports.file(looked);
    if (looked.file.case !== undefined) cases.push(path);
  };
  try {
    const isStopped = (await walk(files, look, io)) || (await checkNotes(cases, folder, context, reports, io));
    const stoppedOf = isStopped ? files.length : undefined;
    const summary = context.tally.summary({ others, stale: context.suppressions.stale(), stoppedOf });
    reports.end(summary);
    if (isStopped) return EXIT.interrupted;
    for (const fault of folder.policyFaults) io.err(`${fault}\n`);
    if (folder.policyFaults.size > 0) return EXIT.misuse;
    return summary.fails ? EXIT.findings : EXIT.done;
  } catch (error) {
    reports.abandon();
    throw error;
  }
}

/** Checks the notes that stand beside the cases; gives whether somebody stopped it. */
async function checkNotes(
  cases: readonly string[],
  folder: CaseFolder,
  context: CheckContext,
  reports: Reports,
  io: Io,
): Promise<boolean> {
  const beside = notesBeside(cases);
  if (beside.length === 0) return false;
  // The code that reads notes is loaded where there may be some
  const { checkNote } = await import('./check-notes.ts');
  const look = async (path: string): Promise<void> => {
    const note = await folder.orPolicyFault(
      () => checkNote(path, { ...context, opener: folder.opener, cases: context.references }),
      () => undefined,
    );
    if (note) reports.file({ file: note });
  };
  return await walk(beside, look, io);
}
