import { type CaseFolder, openFolder } from '../../cases/case-folder.ts';
import { caseOptions } from '../../cases/case-opener.ts';
import type { Before } from '../../cases/threads/crew.ts';
import { Ends } from '../../cases/threads/files-of-part.ts';
import { inParts } from '../../cases/threads/in-parts.ts';
import { threadsAsked, threadsFor } from '../../cases/threads/thread-count.ts';
import { silent } from '../../cases/walk.ts';
import type { Found } from '../../files/find/find-cases.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { visible } from '../../messages/safe.ts';
import { oneOf } from '../../messages/suggest.ts';
import { type Gathered, type Gatherer, type Gathering, gatherers } from './gather.ts';
import type { TeamOptions } from './team-options.ts';
import { VISIT_JOB, type VisitedPart, type VisitSetup, visitPart, type Whose } from './visit-part.ts';

/** What is done with what is gathered, part after part. */
export interface Taking<T> {
  readonly take: (gathered: T) => void;
  readonly unread: (path: string) => void;
}

/** The same, with what is gathered and by what. */
interface Visitor<T> extends Taking<T> {
  readonly gatherer: () => Gatherer<T>;
  /** The same as data, where threads can share it. */
  readonly gathering?: Gathering;
}

/** Visits a folder for something that threads can share. @param plan is asked once the folder is open */
export const visitFor = <K extends Gathering['of']>(
  paths: readonly string[],
  options: TeamOptions,
  io: Io,
  plan: (folder: CaseFolder) => Taking<Gathered[K]> & { readonly gathering: Extract<Gathering, { of: K }> },
): Promise<ExitCode> =>
  visit(paths, options, io, (folder) => {
    const planned = plan(folder);
    return { ...planned, gatherer: gatherers<K>(planned.gathering, folder.root.pathOf) };
  });

/**
 * Visits the cases of a folder that a team or worker holds, in their order. Gives how it ended: a file that cannot be
 * read is a finding.
 * @throws UserError where nobody of that name holds a case
 */
export async function visit<T>(
  paths: readonly string[],
  options: TeamOptions,
  io: Io,
  visitor: (folder: CaseFolder) => Visitor<T>,
): Promise<ExitCode> {
  const wanted = threadsAsked(options);
  const folder = await openFolder(paths, options, io);
  const { gatherer, gathering, take, unread } = visitor(folder);
  const seen = new Seen();
  const ends = new Ends(folder.policyFaults, io);
  const whose = whoseOf(options);
  const work = {
    here: (found: Found, failed: readonly number[], before: Before) =>
      visitPart(found, folder.opener, folder.root, { failed, before }, whose, gatherer()),
    take: async (part: VisitedPart<T>): Promise<void> => {
      take(part.gathered);
      for (const path of part.unread) unread(path);
      seen.add(part);
      ends.take(part);
    },
    trace: ends.trace,
    job: { name: VISIT_JOB, setup: gathering && setupOf(options, whose, folder, gathering) },
  };
  const threads = gathering ? threadsFor(wanted, folder.found.files, io) : 1;
  if (await inParts(folder.found, work, threads, options.plain ? silent(io) : io)) return EXIT.interrupted;
  for (const fault of folder.policyFaults) io.err(`${fault}\n`);
  if (folder.policyFaults.size > 0) return EXIT.misuse;
  if (seen.references.size === 0) refuseUnknown(whose, seen);
  warnOfTwins(seen.references, io);
  return seen.unread > 0 ? EXIT.findings : EXIT.done;
}

const setupOf = (options: TeamOptions, whose: Whose, { root }: CaseFolder, gathering: Gathering): VisitSetup => ({
  ...{ options: caseOptions(options), whose, root: root.folder, gathering },
});

const whoseOf = ({ team, worker }: TeamOptions): Whose => ({
  ...(team !== undefined && { team }),
  ...(worker !== undefined && { worker }),
});

/** What was seen of a whole folder. */
class Seen {
  readonly teams = new Set<string>();
  readonly workers = new Set<string>();
  /** How many files have each reference. */
  readonly references = new Map<string, number>();
  unread = 0;

  add({ teams, workers, references, unread }: VisitedPart<unknown>): void {
    for (const team of teams) this.teams.add(team);
    for (const worker of workers) this.workers.add(worker);
    for (const one of references) this.references.set(one, (this.references.get(one) ?? 0) + 1);
    this.unread += unread.length;
  }
}

/** A name that holds no case is a slip of the hand more often than an empty desk. @throws UserError; at a terminal it lists the others */
function refuseUnknown({ team, worker }: Whose, { teams, workers, unread }: Seen): void {
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
