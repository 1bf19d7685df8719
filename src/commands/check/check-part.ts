import type { Level } from '../../assess/case/concern.ts';
import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { CaseOpener, type CaseOptions, type CaseWorld } from '../../cases/case-opener.ts';
import type { OpenedCase, UnreadCase } from '../../cases/opened.ts';
import { filesOfPart, type Looks, type PartEnd, type PartGiven } from '../../cases/threads/files-of-part.ts';
import type { Looked } from '../../check/checked.ts';
import { wantedBy } from '../../check/filter.ts';
import type { Settings } from '../../check/settings.ts';
import { noUse, type Suppression, Suppressions, type Use } from '../../check/suppress.ts';
import { type Counted, Tally } from '../../check/tally.ts';
import type { Found } from '../../files/find/find-cases.ts';
import { ReportRoot } from '../../files/report-root.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
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
export interface CheckedPart extends PartEnd {
  readonly looked: readonly Looked[];
  /** Files that are no case files. */
  readonly others: number;
  /** The case files, and the first of them with each reference that no earlier part had. */
  readonly cases: readonly string[];
  readonly references: ReadonlyMap<string, string>;
  readonly counted: Counted;
  readonly use: Use;
  readonly acceptable: readonly Acceptable[];
}

/** What only the thread of the program itself knows. */
export interface Here extends PartGiven {
  /** The first file with each reference, of the files before the part. */
  readonly earlier?: ReadonlyMap<string, string>;
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

  async check(found: Found, here: Here = {}): Promise<CheckedPart> {
    const root = new ReportRoot(this.setup.root);
    const part = new Part(this.setup, here, this.#suppressions, this.#wanted, root);
    return part.result(await filesOfPart(found, this.opener, root, here, part));
  }
}

/** One part while it is checked. */
class Part implements Looks {
  readonly #context: CheckContext;
  readonly #use = noUse();
  readonly #tally: Tally;
  readonly #references = new Map<string, string>();
  readonly #looked: Looked[] = [];
  readonly #cases: string[] = [];
  readonly #acceptable: Acceptable[] = [];
  #others = 0;

  constructor(
    { settings, show, lines, isAdopting }: CheckSetup,
    { earlier, against }: Here,
    suppressions: Suppressions,
    wanted: CheckContext['wanted'],
    { pathOf }: ReportRoot,
  ) {
    this.#tally = new Tally(settings.failOn, settings.max, settings.dueWithin);
    this.#context = {
      ...{ wanted, suppressions, use: this.#use, tally: this.#tally, show, lines, pathOf },
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

  look = (opened: OpenedCase | UnreadCase | undefined, path: string): void => {
    if (!opened) return void this.#others++;
    const looked = checkCase(opened, this.#context);
    this.#looked.push(looked);
    if (looked.file.case !== undefined) this.#cases.push(path);
  };

  failed = (path: string): void => void this.#looked.push(checkCase(failedAt(path), this.#context));

  result(end: PartEnd): CheckedPart {
    return {
      ...end,
      ...{ looked: this.#looked, others: this.#others, cases: this.#cases, references: this.#references },
      ...{ counted: this.#tally.counted, use: this.#use, acceptable: this.#acceptable },
    };
  }
}
