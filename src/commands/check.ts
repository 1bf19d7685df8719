import type { CheckedFile } from '../check/checked.ts';
import { settingsOf } from '../check/settings.ts';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { changedSince, isAmong } from '../files/changed-since.ts';
import { Configs, ignoresOf } from '../files/config.ts';
import { type Found, findFiles } from '../files/find-cases.ts';
import { listedFiles } from '../files/listed-files.ts';
import type { Io } from '../io.ts';
import { checkCase, fault, type Means } from './check-case.ts';
import { meansOf, suppressionsPath } from './check-means.ts';
import { asked, type CheckOptions } from './check-options.ts';
import { openReports, type Reports } from './check-reports.ts';
import { Adoption, prune } from './check-suppressions.ts';
import { dayGiven } from './common.ts';

/** `cpplan check`: every case file below some paths, against its packs. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const wanted = [...paths, ...(options.filesFrom === undefined ? [] : listedFiles(options.filesFrom))];
  if (wanted.length === 0 && options.filesFrom === undefined) {
    throw new UserError('check: name case files, folders or patterns, or give --files-from with a list of them.');
  }
  const configs = new Configs(options.config);
  const config = await configs.of(wanted);
  const found = changed(findFiles(wanted, ignoresOf(config)), options);
  const settings = settingsOf(asked(options), config?.config);
  const adoption = options.writeSuppressions
    ? new Adoption(options, dayGiven(options) ?? io.today(), settings.failOn)
    : undefined;
  const means = await meansOf(options, settings, configs, config, io);
  const noting = adoption ? { ...means, note: adoption.note } : means;
  const exit = await run(found, noting, await openReports(options, settings, io), options.plain ? silent(io) : io);
  if (exit === EXIT.interrupted) return exit;
  if (adoption) io.err(adoption.write(suppressionsPath(config)));
  if (options.prune) io.err(await prune(suppressionsPath(config), means.suppressions));
  return adoption ? EXIT.done : exit;
}

/** Only what changed, where that was asked for. */
function changed(found: Found, { changedSince: revision }: CheckOptions): Found {
  return revision === undefined ? found : { ...found, files: found.files.filter(isAmong(changedSince(revision))) };
}

/** Without the line that is drawn again and again. */
function silent({ progress: _, ...rest }: Io): Io {
  return rest;
}

/** Files between two looks at whether somebody wants to stop, some hundredths of a second apart. */
const BREATH = 100;

async function run(found: Found, means: Means, reports: Reports, io: Io): Promise<ExitCode> {
  let stopped = false;
  const forget = io.onInterrupt(() => (stopped = true));
  let others = found.others;
  try {
    for (const [i, path] of found.files.entries()) {
      if (i % BREATH === 0) await breathe(i, found.files.length, io);
      if (stopped) break;
      const file = await look(path, found, means);
      if (file) reports.file(file);
      else others++;
    }
  } catch (error) {
    reports.abandon();
    throw error;
  } finally {
    forget();
    io.progress?.('');
  }
  const stoppedOf = stopped ? found.files.length : undefined;
  const summary = means.tally.summary({ others, stale: means.suppressions.stale(), stoppedOf });
  reports.end(summary);
  if (stopped) return EXIT.interrupted;
  return summary.fails ? EXIT.findings : EXIT.done;
}

async function look(path: string, { closed, named }: Found, means: Means): Promise<CheckedFile | undefined> {
  const why = closed.get(path);
  if (why === undefined) return checkCase(path, named.has(path), means);
  const file = { path, items: [fault('unreadable', why)] };
  means.tally.unread(file);
  return file;
}

async function breathe(done: number, all: number, { progress }: Io): Promise<void> {
  progress?.(`${done} of ${all}`);
  await new Promise((resolve) => setImmediate(resolve));
}
