import { type CaseFolder, openFolder } from '../../cases/case-folder.ts';
import { dayOfRun } from '../../cases/day.ts';
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

/** Without the line that is drawn again and again. */
function silent({ progress: _, ...rest }: Io): Io {
  return rest;
}

/** Files between two looks at whether somebody wants to stop, some hundredths of a second apart. */
const BREATH = 100;

async function run(folder: CaseFolder, context: CheckContext, reports: Reports, io: Io): Promise<ExitCode> {
  const { found, opener } = folder;
  const cases: string[] = [];
  let stopped = false;
  const forget = io.onInterrupt(() => (stopped = true));
  let others = found.others;
  try {
    for (const [i, path] of found.files.entries()) {
      if (i % BREATH === 0) await breathe(i, found.files.length, io);
      if (stopped) break;
      const opened = await folder.open(path);
      if (!opened) {
        others++;
        continue;
      }
      const looked = checkCase(opened, context);
      reports.file(looked);
      if (looked.file.case !== undefined) cases.push(path);
    }
    const beside = stopped ? [] : notesBeside(cases);
    // The code that reads notes is loaded where there may be some
    const notes = beside.length > 0 ? await import('./check-notes.ts') : undefined;
    for (const path of beside) {
      const note = await folder.orPolicyFault(
        () => notes?.checkNote(path, { ...context, opener, cases: context.references }),
        () => undefined,
      );
      if (note) reports.file({ file: note });
    }
  } catch (error) {
    reports.abandon();
    throw error;
  } finally {
    forget();
    io.progress?.('');
  }
  const stoppedOf = stopped ? found.files.length : undefined;
  const summary = context.tally.summary({ others, stale: context.suppressions.stale(), stoppedOf });
  reports.end(summary);
  if (stopped) return EXIT.interrupted;
  for (const fault of folder.policyFaults) io.err(`${fault}\n`);
  if (folder.policyFaults.size > 0) return EXIT.misuse;
  return summary.fails ? EXIT.findings : EXIT.done;
}

async function breathe(done: number, all: number, { progress }: Io): Promise<void> {
  progress?.(`${done} of ${all}`);
  await new Promise((resolve) => setImmediate(resolve));
}
