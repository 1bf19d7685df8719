import { CaseOpener, type CaseOptions } from '../../cases/case-opener.ts';
import type { OpenedCase } from '../../cases/opened.ts';
import { filesOfPart, type PartEnd, type PartGiven } from '../../cases/threads/files-of-part.ts';
import type { Job, World } from '../../cases/threads/serve.ts';
import type { Found } from '../../files/find/find-cases.ts';
import { ReportRoot } from '../../files/report-root.ts';
import { titles } from '../../report/words/titles.ts';
import { type Gatherer, type Gathering, gatherers } from './gather.ts';

/** The name of the job of threads that visit parts of a folder. */
export const VISIT_JOB = 'visit';

/** Whose cases are visited. */
export interface Whose {
  readonly team?: string;
  readonly worker?: string;
}

/** What a thread needs for that, as data. */
export interface VisitSetup {
  readonly options: CaseOptions;
  readonly whose: Whose;
  readonly root: string;
  readonly gathering: Gathering;
}

/** What the visit of some files came to, as data. */
export interface VisitedPart<T> extends PartEnd {
  readonly gathered: T;
  /** Files that could not be read. */
  readonly unread: readonly string[];
  /** Who holds cases here. */
  readonly teams: ReadonlySet<string>;
  readonly workers: ReadonlySet<string>;
  /** The references of the cases that were asked for. */
  readonly references: readonly string[];
}

/** Visits the files of a part that a team or worker holds. */
export async function visitPart<T>(
  found: Found,
  opener: CaseOpener,
  root: ReportRoot,
  given: PartGiven,
  whose: Whose,
  { see, gathered }: Gatherer<T>,
): Promise<VisitedPart<T>> {
  const [teams, workers] = [new Set<string>(), new Set<string>()];
  const [unread, references]: [string[], string[]] = [[], []];
  const failed = (path: string): void => void unread.push(path);
  const end = await filesOfPart(found, opener, root, given, {
    failed,
    look: (opened, path) => {
      if (opened === undefined) return;
      if ('why' in opened) return failed(path);
      if (opened.file.team !== undefined) teams.add(opened.file.team);
      if (opened.file.worker !== undefined) workers.add(opened.file.worker);
      if (!isHeldBy(opened, whose)) return;
      references.push(opened.file.case);
      see(opened, titles(opened.book.roles));
    },
  });
  return { ...end, gathered: gathered(), unread, teams, workers, references };
}

const isHeldBy = ({ file }: OpenedCase, { team, worker }: Whose): boolean =>
  (team === undefined || file.team === team) && (worker === undefined || file.worker === worker);

/** What a thread does that visits parts. */
export async function visitJob({ options, whose, root, gathering }: VisitSetup, world: World): Promise<Job> {
  const [opener, reportRoot] = [new CaseOpener(options, world), new ReportRoot(root)];
  const gatherer = gatherers(gathering, reportRoot.pathOf);
  return (part, failed, before) => visitPart(part as Found, opener, reportRoot, { failed, before }, whose, gatherer());
}
