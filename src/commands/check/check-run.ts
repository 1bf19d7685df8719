import type { CaseFolder } from '../../cases/case-folder.ts';
import type { Before } from '../../cases/threads/crew.ts';
import { Ends } from '../../cases/threads/files-of-part.ts';
import { inParts } from '../../cases/threads/in-parts.ts';
import { walk } from '../../cases/walk.ts';
import { wantedBy } from '../../check/filter.ts';
import { type Accepted, addUse } from '../../check/suppress.ts';
import { Tally } from '../../check/tally.ts';
import type { Found } from '../../files/find/find-cases.ts';
import { notesBeside } from '../../files/find/find-notes.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode } from '../../messages/errors.ts';
import { type CheckedPart, type CheckSetup, type Here, PartChecker } from './check-part.ts';
import type { Reports } from './check-reports.ts';
import type { Adoption } from './check-suppressions.ts';
import { CHECK_JOB, PacksByThread } from './check-thread.ts';

/** What a run is made with. */
export interface RunBasis {
  readonly setup: CheckSetup;
  readonly folder: CaseFolder;
  readonly accepted: Accepted;
  readonly adoption: Adoption | undefined;
  readonly against: Here['against'];
}

/** A whole check: what its parts came to, put together in their order. */
export class CheckRun {
  readonly #tally: Tally;
  readonly #checker: PartChecker;
  readonly #packs = new PacksByThread();
  /** The first file with each reference. */
  readonly #references = new Map<string, string>();
  readonly #cases: string[] = [];
  #others: number;
  readonly #ends: Ends;

  constructor(
    readonly basis: RunBasis,
    readonly reports: Reports,
    readonly io: Io,
  ) {
    const { setup, folder } = basis;
    const { failOn, max, dueWithin } = setup.settings;
    this.#tally = new Tally(failOn, max, dueWithin);
    this.#checker = new PartChecker(setup, io, folder.opener);
    this.#others = folder.found.others;
    this.#ends = new Ends(folder.policyFaults, io);
  }

  /** @param threads how many threads share the files @param io where it is told how far it is */
  async all(threads: number, io: Io): Promise<ExitCode> {
    const { setup, folder, accepted, adoption } = this.basis;
    const { reports } = this;
    const work = { here: this.#here, take: this.#take, trace: this.#ends.trace, job: { name: CHECK_JOB, setup } };
    try {
      const isStopped = (await inParts(folder.found, work, threads, io)) || (await this.#notes(io));
      const stoppedOf = isStopped ? folder.found.files.length : undefined;
      const summary = this.#tally.summary({ others: this.#others, stale: accepted.stale(), stoppedOf });
      reports.end(summary);
      if (isStopped) return EXIT.interrupted;
      for (const fault of folder.policyFaults) this.io.err(`${fault}\n`);
      if (folder.policyFaults.size > 0) return EXIT.misuse;
      return this.#tally.fails(adoption?.findings) ? EXIT.findings : EXIT.done;
    } catch (error) {
      reports.abandon();
      throw error;
    }
  }

  #here = (part: Found, failed: readonly number[], before: Before): Promise<CheckedPart> =>
    this.#checker.check(part, { failed, before, earlier: this.#references, against: this.basis.against });

  /** Another thread does not know of references that were met before: where it should have, the part is checked again. */
  #take = async (given: CheckedPart, found: Found, failed: readonly number[]): Promise<void> => {
    const isAgain = [...given.references.keys()].some((reference) => this.#references.has(reference));
    const unpacked = this.#packs.unpacked(given);
    const part = isAgain ? await this.#here(found, failed, () => undefined) : unpacked;
    const { accepted, adoption } = this.basis;
    for (const looked of part.looked) this.reports.file(looked);
    this.#tally.add(part.counted);
    addUse(accepted.use, part.use);
    this.#others += part.others;
    for (const path of part.cases) this.#cases.push(path);
    for (const [reference, path] of part.references) this.#references.set(reference, path);
    for (const one of part.acceptable) adoption?.note(...one);
    this.#ends.take(part);
  };

  /** Checks the notes that stand beside the cases; gives whether somebody stopped it. */
  async #notes(io: Io): Promise<boolean> {
    const beside = notesBeside(this.#cases);
    if (beside.length === 0) return false;
    // The code that reads notes is loaded where there may be some
    const { checkNote } = await import('./check-notes.ts');
    const { folder, setup, accepted } = this.basis;
    const context = {
      ...{ pathOf: folder.root.pathOf, suppressions: accepted.list, use: accepted.use, tally: this.#tally },
      ...{ show: setup.show, wanted: wantedBy(setup.settings.only, setup.settings.skip) },
      ...{ opener: folder.opener, cases: this.#references },
    };
    const look = async (path: string): Promise<void> => {
      const note = await folder.orPolicyFault(
        () => checkNote(path, context),
        () => undefined,
      );
      if (note) this.reports.file({ file: note });
    };
    return await walk(beside, look, io);
  }
}
