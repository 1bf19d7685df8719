import { isDate, isWhole } from '../../calendar/dates.ts';
import { type CaseFolder, type FolderOptions, openFolder } from '../../cases/case-folder.ts';
import type { OpenedCase, UnreadCase } from '../../cases/opened.ts';
import { silent, walk } from '../../cases/walk.ts';
import { folderOf } from '../../files/config.ts';
import { newSince } from '../../files/find/files-at.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { visible } from '../../messages/safe.ts';
import { oneOf } from '../../messages/suggest.ts';
import type { Since } from '../../report/team/changes.ts';
import { type TeamCase, teamCase } from '../../report/team/team-case.ts';
import { type Titles, titles } from '../../report/words/titles.ts';
import type { CommonOptions } from '../common-options.ts';

/** Options of the commands that look at a whole folder of cases. */
export interface TeamOptions extends CommonOptions, FolderOptions {
  readonly team?: string;
  readonly worker?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** Options of `overview`. */
export interface OverviewOptions extends TeamOptions {
  readonly format?: string;
  /** Counts of the whole service in place of what is due. */
  readonly cohort?: boolean;
  readonly share?: boolean;
  /** What changed since this day. */
  readonly since?: string;
}

/** Says what the files that cannot be read are missing from. */
export function tellUnread(count: number, missing: string, io: Io): void {
  if (count === 0) return;
  io.err(
    `${count === 1 ? 'One file' : `${count} files`} could not be read, and ${missing}. \`cpplan check\` says why.\n`,
  );
}

/** Who holds cases in a folder. */
interface Holders {
  readonly teams: Set<string>;
  readonly workers: Set<string>;
}

/** What is done with each case of a folder. */
interface Visitor {
  readonly opened: (opened: OpenedCase, title: Titles, folder: CaseFolder) => void;
  readonly unread: (unread: UnreadCase, folder: CaseFolder) => void;
}

/**
 * Visits the cases of a folder that a team or worker holds, one after the other. Gives how it ended: a file that cannot
 * be read is a finding.
 * @throws UserError where nobody of that name holds a case
 */
export async function visit(
  paths: readonly string[],
  options: TeamOptions,
  io: Io,
  visitor: (folder: CaseFolder) => Visitor,
): Promise<ExitCode> {
  const folder = await openFolder(paths, options, io);
  const act = visitor(folder);
  const holders: Holders = { teams: new Set(), workers: new Set() };
  const references = new Map<string, number>();
  let unread = 0;
  const isStopped = await walk(
    folder.found.files,
    async (path) => {
      const opened = await folder.open(path);
      if (opened === undefined) return;
      if ('why' in opened) {
        unread++;
        act.unread(opened, folder);
        return;
      }
      if (opened.file.team !== undefined) holders.teams.add(opened.file.team);
      if (opened.file.worker !== undefined) holders.workers.add(opened.file.worker);
      if (!isHeldBy(opened, options)) return;
      references.set(opened.file.case, (references.get(opened.file.case) ?? 0) + 1);
      act.opened(opened, titles(opened.book.roles), folder);
    },
    options.plain ? silent(io) : io,
  );
  if (isStopped) return EXIT.interrupted;
  for (const fault of folder.policyFaults) io.err(`${fault}\n`);
  if (folder.policyFaults.size > 0) return EXIT.misuse;
  if (references.size === 0) refuseUnknown(options, holders, unread);
  warnOfTwins(references, io);
  return unread > 0 ? EXIT.findings : EXIT.done;
}

/** A name that holds no case is a slip of the hand more often than an empty desk. @throws UserError; at a terminal it lists the others */
function refuseUnknown({ team, worker }: TeamOptions, { teams, workers }: Holders, unread: number): void {
  if (team === undefined && worker === undefined) return;
  const whose = [worker, team].filter((part) => part !== undefined).map(visible);
  const known = (name: string, of: ReadonlySet<string>): string =>
    of.size === 0 ? '' : ` ${name} here: ${oneOf([...of].sort().map(visible))}.`;
  const says = [
    `No case here is held by ${whose.join(', ')}. A case file names them under \`team\` and \`worker\`.`,
    ...(unread === 0 ? [] : [`${unread === 1 ? 'One file' : `${unread} files`} could not be read.`]),
  ].join(' ');
  const others = `${team === undefined ? '' : known('Teams', teams)}${worker === undefined ? '' : known('Workers', workers)}`;
  throw new UserError(says, EXIT.misuse, `${says}${others}`);
}

/** Of two files with one reference nobody can tell which is the child's. */
function warnOfTwins(references: ReadonlyMap<string, number>, io: Io): void {
  for (const [reference, files] of references)
    if (files > 1) io.err(`${files} files have the reference ${visible(reference)}. Give each case its own.\n`);
}

const isHeldBy = ({ file }: OpenedCase, { team, worker }: TeamOptions): boolean =>
  (team === undefined || file.team === team) && (worker === undefined || file.worker === worker);

/** The cases of a folder as lists over many need them. */
export interface TeamFolder {
  readonly exit: ExitCode;
  readonly cases: readonly TeamCase[];
  readonly unread: readonly { readonly path: string }[];
  /** Where each case file stands, by the path that reports show. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Opens all cases of a folder that a team or worker holds. */
export async function teamFolder(
  paths: readonly string[],
  options: TeamOptions & Pick<OverviewOptions, 'since'>,
  io: Io,
): Promise<TeamFolder> {
  const since = sinceOf(options.since, paths);
  const cases: TeamCase[] = [];
  const unread: { path: string }[] = [];
  const places = new Map<string, string>();
  const exit = await visit(paths, options, io, ({ root }) => ({
    opened: ({ path, assessment }, title) => {
      places.set(root.pathOf(path), path);
      cases.push(teamCase(assessment, root.pathOf(path), title, since?.(path)));
    },
    unread: ({ path }) => void unread.push({ path: root.pathOf(path) }),
  }));
  if (options.since !== undefined) refuseToCome(options.since, cases);
  return { exit, cases, unread, paths: places };
}

/** For each file the day from which on changes are told. @throws UserError for what is no whole day */
function sinceOf(text: string | undefined, [first = '.']: readonly string[]): ((path: string) => Since) | undefined {
  if (text === undefined) return undefined;
  if (!isDate(text) || !isWhole(text))
    throw new UserError(`--since ${visible(text)}: this is not a whole day. Write it like 2026-11-01.`);
  const isNew = newSince(text, folderOf(first));
  return (path) => ({ day: text, isNew: isNew(path) });
}

/** @throws UserError for a day after the look at every case, since which nothing can have changed */
function refuseToCome(since: string, cases: readonly TeamCase[]): void {
  if (cases.length > 0 && cases.every(({ row }) => row.as_at < since))
    throw new UserError(`--since ${since}: every case here is looked at on an earlier day. Choose an earlier day.`);
}
