import type { Io } from '../../io.ts';
import { type ExitCode, UserError } from '../../messages/errors.ts';
import type { TeamCase } from '../../report/team/team-case.ts';
import type { OverviewOptions, TeamOptions } from './team-options.ts';
import { visitFor } from './visit.ts';

/** Says what the files that cannot be read are missing from. */
export function tellUnread(count: number, missing: string, io: Io): void {
  if (count === 0) return;
  io.err(
    `${count === 1 ? 'One file' : `${count} files`} could not be read, and ${missing}. \`cpplan check\` says why.\n`,
  );
}

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
  const cases: TeamCase[] = [];
  const unread: { path: string }[] = [];
  const places = new Map<string, string>();
  const exit = await visitFor<'cases'>(paths, options, io, ({ root }) => ({
    gathering: { of: 'cases', since: options.since, first: paths[0] },
    take: (gathered) => {
      for (const { path, of } of gathered) {
        places.set(of.path, path);
        cases.push(of);
      }
    },
    unread: (path) => void unread.push({ path: root.pathOf(path) }),
  }));
  if (options.since !== undefined) refuseToCome(options.since, cases);
  return { exit, cases, unread, paths: places };
}

/** @throws UserError for a day after the look at every case, since which nothing can have changed */
function refuseToCome(since: string, cases: readonly TeamCase[]): void {
  if (cases.length > 0 && cases.every(({ row }) => row.as_at < since))
    throw new UserError(`--since ${since}: every case here is looked at on an earlier day. Choose an earlier day.`);
}
