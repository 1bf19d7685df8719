import type { Found } from '../../files/find/find-cases.ts';
import type { ReportRoot } from '../../files/report-root.ts';
import type { Io } from '../../io.ts';
import { type ExitCode, UserError } from '../../messages/errors.ts';
import { CaseFolder } from '../case-folder.ts';
import type { CaseOpener } from '../case-opener.ts';
import type { OpenedCase, UnreadCase } from '../opened.ts';
import type { Before } from './crew.ts';

/** How a part of a run ended, beside what it came to. */
export interface PartEnd {
  /** What is wrong with packs and other files of procedures. */
  readonly policyFaults: ReadonlySet<string>;
  /** Where cpplan itself failed, for whoever mends it. */
  readonly traces: readonly string[];
  /** What ended the run after the files that were looked at. */
  readonly failure?: { readonly message: string; readonly exit: ExitCode; readonly inFull: string };
}

/** What is known of a part before it is begun. */
export interface PartGiven {
  /** Places of files that are left out: cpplan failed at them. */
  readonly failed?: readonly number[];
  /** Is called before each file, and waited for. */
  readonly before?: Before;
}

/** What is done with the files of a part. */
export interface Looks {
  /** With a file; nothing was opened where it is no case file. */
  readonly look: (opened: OpenedCase | UnreadCase | undefined, path: string) => void;
  /** With a file at which cpplan itself failed. */
  readonly failed: (path: string) => void;
}

/** Opens the files of a part one after the other. A fault of our own concerns one file: the others are looked at all the same. */
export async function filesOfPart(
  found: Found,
  opener: CaseOpener,
  root: ReportRoot,
  { failed = [], before }: PartGiven,
  act: Looks,
): Promise<PartEnd> {
  const folder = new CaseFolder(found, opener, undefined, [], root);
  const { policyFaults } = folder;
  const traces: string[] = [];
  for (const [place, path] of found.files.entries()) {
    const wait = before?.(place);
    if (wait) await wait;
    try {
      if (failed.includes(place)) act.failed(path);
      else act.look(await folder.open(path), path);
    } catch (error) {
      if (error instanceof UserError) {
        const { message, exit, inFull } = error;
        return { policyFaults, traces, failure: { message, exit, inFull } };
      }
      // The quick start cannot load this: there the program itself is to do it all
      const { ourFault } = await import('../../messages/our-fault.ts');
      traces.push(ourFault(error));
      act.failed(path);
    }
  }
  return { policyFaults, traces };
}

/** Faults of our own that are told in full: the first few show what there is to mend. */
const MOST_TRACES = 3;

/** Tells how the parts of a run ended. */
export class Ends {
  #traces = 0;

  constructor(
    readonly policyFaults: Set<string>,
    readonly io: Pick<Io, 'err'>,
  ) {}

  trace = (trace: string): void => {
    this.#traces++;
    if (this.#traces <= MOST_TRACES) this.io.err(trace);
  };

  /** @throws UserError where the part ended the run */
  take({ traces, policyFaults, failure }: PartEnd): void {
    for (const trace of traces) this.trace(trace);
    for (const fault of policyFaults) this.policyFaults.add(fault);
    if (failure) throw new UserError(failure.message, failure.exit, failure.inFull);
  }
}
