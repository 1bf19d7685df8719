import { openFolder } from '../../cases/case-folder.ts';
import { dayOfRun } from '../../cases/day.ts';
import { threadsAsked, threadsFor } from '../../cases/threads/thread-count.ts';
import { silent } from '../../cases/walk.ts';
import { settingsOf } from '../../check/settings.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { acceptedIn, checkSetupFor, suppressionsPath } from './check-context.ts';
import { asked, type CheckOptions } from './check-options.ts';
import { openReports } from './check-reports.ts';
import { CheckRun } from './check-run.ts';

/** `cpplan check`: every case file below some paths, against its packs. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  if (paths.length === 0 && options.filesFrom === undefined) {
    throw new UserError('check: name case files, folders or patterns, or give --files-from with a list of them.');
  }
  const wanted = threadsAsked(options);
  const folder = await openFolder(paths, options, io);
  // Returns are held in the memory of one thread
  const threads = threadsFor(wanted, options.against ? [] : folder.found.files, io);
  const settings = settingsOf(asked(options), folder.config?.config);
  const tidy = options.writeSuppressions || options.prune ? await import('./check-suppressions.ts') : undefined;
  const adoption =
    tidy && options.writeSuppressions ? new tidy.Adoption(options, dayOfRun(options, io), settings.failOn) : undefined;
  const setup = await checkSetupFor(options, settings, folder, io);
  const accepted = acceptedIn(setup, folder);
  const against = await returnsFor(options, io);
  const reports = await openReports(options, settings, folder.root, io);
  const run = new CheckRun({ setup, folder, accepted, adoption, against: against?.of }, reports, io);
  const exit = await run.all(threads, options.plain ? silent(io) : io);
  if (exit === EXIT.interrupted) return exit;
  if (against) io.err(against.end());
  const path = suppressionsPath(folder.config);
  if (adoption) io.err(adoption.write(path, io));
  if (tidy && options.prune) io.err(await tidy.prune(path, accepted, io));
  return exit;
}

/** Returns to compare with; the code that reads them is loaded where there are some. */
async function returnsFor(options: CheckOptions, io: Io) {
  const { against } = options;
  return against && (await import('./check-against.ts').then((m) => m.againstReturns(against, options, io)));
}
