import { faultLine } from '../../assess/case/concern.ts';
import type { CheckedFile, Looked } from '../../check/checked.ts';
import { settingsOf } from '../../check/settings.ts';
import { Configs, ignoresOf } from '../../files/config.ts';
import { type Found, findFiles } from '../../files/find/find-cases.ts';
import { notesBeside } from '../../files/find/find-notes.ts';
import { listedFiles } from '../../files/find/listed-files.ts';
import type { TextFolder } from '../../files/policies/text-folder.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { dayGiven, policiesFor, policiesNamed } from '../common.ts';
import { type CheckContext, checkCase, closedFile } from './check-case.ts';
import { checkContextFor, suppressionsPath } from './check-context.ts';
import { asked, type CheckOptions } from './check-options.ts';
import { openReports, type Reports } from './check-reports.ts';

/** `cpplan check`: every case file below some paths, against its packs. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const listed = options.filesFrom === undefined ? [] : listedFiles(options.filesFrom);
  if (paths.length === 0 && options.filesFrom === undefined) {
    throw new UserError('check: name case files, folders or patterns, or give --files-from with a list of them.');
  }
  const configs = new Configs(options.config);
  const config = await configs.of([...paths, ...listed]);
  const found = await changed(findFiles(paths, ignoresOf(config), listed), options);
  // a fault in any configuration is told before the first case is looked at
  for (const folder of found.configured) await configs.near(folder);
  const settings = settingsOf(asked(options), config?.config);
  const tidy = options.writeSuppressions || options.prune ? await import('./check-suppressions.ts') : undefined;
  const today = dayGiven(options) ?? io.today();
  const adoption = tidy && options.writeSuppressions ? new tidy.Adoption(options, today, settings.failOn) : undefined;
  const context = await checkContextFor(options, settings, configs, config, io);
  const noting = adoption ? { ...context, note: adoption.note } : context;
  const looks = {
    context: noting,
    notes: (): Promise<Look> => lookAtNotes(noting, policiesFor(policiesNamed(options, config), io), io),
  };
  const exit = await run(found, looks, await openReports(options, settings, io), options.plain ? silent(io) : io);
  if (exit === EXIT.interrupted) return exit;
  if (adoption) io.err(adoption.write(suppressionsPath(config), io));
  if (tidy && options.prune) io.err(await tidy.prune(suppressionsPath(config), context.suppressions, io));
  return adoption ? EXIT.done : exit;
}

/** Only what changed, where that was asked for. */
async function changed(found: Found, { changedSince: revision }: CheckOptions): Promise<Found> {
  if (revision === undefined) return found;
  const { changedSince, isAmong } = await import('../../files/find/changed-since.ts');
  return { ...found, files: found.files.filter(isAmong(changedSince(revision))) };
}

/** Without the line that is drawn again and again. */
function silent({ progress: _, ...rest }: Io): Io {
  return rest;
}

/** Files between two looks at whether somebody wants to stop, some hundredths of a second apart. */
const BREATH = 100;

/** Looks at a file beside the cases, given the checked case files by reference; gives nothing where it is no note. */
type Look = (path: string, cases: ReadonlyMap<string, string>) => Promise<CheckedFile | undefined>;

/** The code that reads notes is loaded where there may be some. */
async function lookAtNotes(context: CheckContext, policies: TextFolder, { shipped }: Io): Promise<Look> {
  const { checkNote } = await import('./check-notes.ts');
  const { documentsOf } = await import('../../files/policies/documents.ts');
  const { documents } = documentsOf(policies, shipped.policies);
  return (path, cases) => checkNote(path, { ...context, documents, cases });
}

interface Looks {
  readonly context: CheckContext;
  readonly notes: () => Promise<Look>;
}

async function run(found: Found, { context, notes }: Looks, reports: Reports, io: Io): Promise<ExitCode> {
  const cases = new Map<string, string>();
  let stopped = false;
  const forget = io.onInterrupt(() => (stopped = true));
  let others = found.others;
  try {
    for (const [i, path] of found.files.entries()) {
      if (i % BREATH === 0) await breathe(i, found.files.length, io);
      if (stopped) break;
      const looked = await look(path, found, context);
      if (looked) reports.file(looked);
      else others++;
      const file = looked?.file;
      if (file?.case !== undefined) cases.set(file.case, path);
    }
    const beside = stopped ? [] : notesBeside([...cases.values()]);
    const lookAt = beside.length > 0 ? await notes() : undefined;
    for (const path of beside) {
      const note = await lookAt?.(path, cases);
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
  return summary.fails ? EXIT.findings : EXIT.done;
}

async function look(path: string, { closed, named }: Found, context: CheckContext): Promise<Looked | undefined> {
  const why = closed.get(path);
  if (why === undefined) return checkCase(path, named.has(path), context);
  const file = { path, items: [faultLine(closedFile(why)).item] };
  context.tally.unread(file);
  return { file };
}

async function breathe(done: number, all: number, { progress }: Io): Promise<void> {
  progress?.(`${done} of ${all}`);
  await new Promise((resolve) => setImmediate(resolve));
}
