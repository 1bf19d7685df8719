import type { Level } from '../../assess/case/concern.ts';
import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { CaseFolder } from '../../cases/case-folder.ts';
import { CaseOpener, type CaseOptions, type CaseWorld } from '../../cases/case-opener.ts';
import type { Looked } from '../../check/checked.ts';
import { wantedBy } from '../../check/filter.ts';
import type { Settings } from '../../check/settings.ts';
import { noUse, type Suppression, Suppressions, type Use } from '../../check/suppress.ts';
import { type Counted, Tally } from '../../check/tally.ts';
import type { Found } from '../../files/find/find-cases.ts';
import { ReportRoot } from '../../files/report-root.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import { type ExitCode, UserError } from '../../messages/errors.ts';
import { type CheckContext, checkCase, failedAt } from './check-case.ts';

/** What every part of a run is checked by, as data: a thread beside this one is given it. */
export interface CheckSetup extends Pick<CheckContext, 'show' | 'lines'> {
  readonly options: CaseOptions;
  readonly settings: Settings;
  /** The folder that paths in reports count from. */
  readonly root: string;
  readonly suppressions: readonly Suppression[];
  /** The day of the run. */
  readonly day: Day;
  /** Whether what could be accepted is gathered. */
  readonly isAdopting: boolean;
}

/** Something that could be accepted. */
export type Acceptable = readonly [caseId: string, rule: string, level: Level];

/** What a check came to in some of the files, as data. */
export interface CheckedPart {
  readonly looked: readonly Looked[];
  /** Files that are no case files. */
  readonly others: number;
  /** The case files, and the first of them with each reference that no earlier part had. */
  readonly cases: readonly string[];
  readonly references: ReadonlyMap<string, string>;
  readonly counted: Counted;
  readonly use: Use;
  readonly acceptable: readonly Acceptable[];
  /** What is wrong with packs and other files of procedures. */
  readonly policyFaults: ReadonlySet<string>;
  /** Where cpplan itself failed, for whoever mends it. */
  readonly traces: readonly string[];
  /** What ended the run after the files above. */
  readonly failure?: { readonly message: string; readonly exit: ExitCode; readonly inFull: string };
}

/** What only the thread of the program itself knows. */
export interface Here {
  readonly earlier?: ReadonlyMap<string, string>;
  readonly failed?: readonly number[];
  readonly before?: (place: number) => void;
  readonly against?: ((file: CaseFile) => readonly Diagnostic[]) | undefined;
}

/** Checks some of the files of a run: what it gives depends on them, and on references met earlier, alone. */
export class PartChecker {
  readonly #suppressions: Suppressions;
  readonly #wanted: CheckContext['wanted'];

  /** @throws UserError for a wrong day */
  constructor(
    readonly setup: CheckSetup,
    world: CaseWorld,
    readonly opener = new CaseOpener(setup.options, world),
  ) {
    this.#suppressions = new Suppressions(setup.suppressions, setup.day);
    this.#wanted = wantedBy(setup.settings.only, setup.settings.skip);
  }

  /**
   * @param found the files
   * @param here what is known of the files before them: the first with each reference. Files at the places that have
   *   failed are not looked at
   */
  async check(found: Found, here: Here = {}): Promise<CheckedPart> {
    const part = new Part(this.setup, here, this.#suppressions, this.#wanted);
    const folder = new CaseFolder(found, this.opener, undefined, [], new ReportRoot(this.setup.root));
    for (const [place, path] of found.files.entries()) {
      here.before?.(place);
      if (here.failed?.includes(place)) part.failed(path);
      else if (!(await part.look(path, folder))) break;
    }
    return part.result(folder);
  }
}

/** One part while it is checked. */
class Part {
  readonly #context: CheckContext;
  readonly #use = noUse();
  readonly #tally: Tally;
  readonly #references = new Map<string, string>();
  readonly #looked: Looked[] = [];
  readonly #cases: string[] = [];
  readonly #acceptable: Acceptable[] = [];
  readonly #traces: string[] = [];
  #others = 0;
  #failure: CheckedPart['failure'];

  constructor(
    { settings, root, show, lines, isAdopting }: CheckSetup,
    { earlier, against }: Here,
    suppressions: Suppressions,
    wanted: CheckContext['wanted'],
  ) {
    this.#tally = new Tally(settings.failOn, settings.max, settings.dueWithin);
    this.#context = {
      ...{ wanted, suppressions, use: this.#use, tally: this.#tally, show, lines },
      pathOf: new ReportRoot(root).pathOf,
      firstWith: (reference, path) => earlier?.get(reference) ?? this.#first(reference, path),
      ...(against && { against }),
      ...(isAdopting && { note: (...one: Acceptable) => void this.#acceptable.push(one) }),
    };
  }

  #first(reference: string, path: string): string {
    const first = this.#references.get(reference);
    if (first === undefined) this.#references.set(reference, path);
    return first ?? path;
  }

  /** Gives whether the run can go on. */
  async look(path: string, folder: CaseFolder): Promise<boolean> {
    try {
      const opened = await folder.open(path);
      if (!opened) this.#others++;
      else {
        const looked = checkCase(opened, this.#context);
        this.#looked.push(looked);
        if (looked.file.case !== undefined) this.#cases.push(path);
      }
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) return await this.#crashed(path, error);
      const { message, exit, inFull } = error;
      this.#failure = { message, exit, inFull };
      return false;
    }
  }

  async #crashed(path: string, error: unknown): Promise<true> {
    // The quick start cannot load this: there the program itself is to do it all
    const { ourFault } = await import('../../messages/our-fault.ts');
    this.#traces.push(ourFault(error));
    this.failed(path);
    return true;
  }

  failed(path: string): void {
    this.#looked.push(checkCase(failedAt(path), this.#context));
  }

  result({ policyFaults }: CaseFolder): CheckedPart {
    return {
      ...{ looked: this.#looked, others: this.#others, cases: this.#cases, references: this.#references },
      ...{ counted: this.#tally.counted, use: this.#use, acceptable: this.#acceptable, policyFaults },
      ...{ traces: this.#traces, ...(this.#failure && { failure: this.#failure }) },
    };
  }
}
