import { join } from 'node:path';
import { caseOfShape } from '../../case/file/shape-check.ts';
import { CaseOpener } from '../../cases/case-opener.ts';
import { lockCase } from '../../files/write/lock-case.ts';
import { makeFolder, refuseOtherThanFolder } from '../../files/write/make-folder.ts';
import { isThere } from '../../files/write/standing.ts';
import { NewFiles, replaceText } from '../../files/write/write-text.ts';
import { newCaseText } from '../../import/case/new-text.ts';
import { type Identity, isKnownCase, type People, type Person } from '../../import/case/people.ts';
import type { Outcome } from '../../import/case/put.ts';
import { putIntoCase } from '../../import/case/put-all.ts';
import { tell } from '../../import/case/tell.ts';
import type { Remark } from '../../import/case/told.ts';
import { reportCsv } from '../../import/report/csv.ts';
import { type CaseReport, type ImportReport, isLeftOpen, tally } from '../../import/report/report.ts';
import { reportText } from '../../import/report/text.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, FileError, UserError } from '../../messages/errors.ts';
import { fileName, names, safe } from '../../messages/safe.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';
import { readYaml } from '../../yaml/read.ts';
import { edited } from '../../yaml/write.ts';
import { put } from '../put.ts';
import { casesIn, type Standing } from './cases-in.ts';
import { type ImportOptions, identityOf } from './import-options.ts';
import { breathe, readAll } from './read-all.ts';

/** `cpplan import`: case files made, and completed, from the returns of an authority. */
export async function importReturns(paths: readonly string[], options: ImportOptions, io: Io): Promise<ExitCode> {
  refuseOtherThanFolder(options.into);
  const nobodys = await withoutAuthority(options, io);
  const identity = identityOf(options);
  let isStopped = false;
  const forget = io.onInterrupt(() => (isStopped = true));
  try {
    const read = await readAll(paths, identity, options, io, () => isStopped);
    if (!read) return EXIT.interrupted;
    const run = new Run(await casesIn(options.into), read.people, identity, options);
    const cases = await run.all(io, () => isStopped);
    const { problems, tallies } = read.gathered;
    const report: ImportReport = {
      isDryRun: options.dryRun === true,
      tallies,
      problems,
      cases,
      others: [...read.people.odd, ...(cases.some(({ became }) => became === 'made') ? nobodys : [])],
      passed: run.passed,
      unmapped: read.people.unmapped,
    };
    tellAll(report, options, io);
    return isStopped ? EXIT.interrupted : isLeftOpen(report) ? EXIT.findings : EXIT.done;
  } finally {
    forget();
    io.progress?.('');
  }
}

/** What is to be said where new case files fall under nobody's procedures. @throws UserError for an authority that has none */
async function withoutAuthority({ authority, into, ...options }: ImportOptions, io: Io): Promise<Remark[]> {
  const opener = new CaseOpener(options, io);
  const config = await opener.configs.near(into);
  const isNamed = config?.config.authority !== undefined || config?.config.packs !== undefined;
  if (authority === undefined) return isNamed ? [] : [NO_AUTHORITY];
  const { library } = await opener.policiesOf(config);
  const ids = names(library.profiles().map(({ id }) => id));
  if (ids.some((id) => id === authority)) return [];
  throw new UserError(safe`There is no authority with this id.${didYouMean(authority, ids)} Write ${oneOf(ids, 20)}.`);
}

const NO_AUTHORITY: Remark = {
  kind: 'question',
  code: safe`no_authority`,
  says: safe`The new case files name no authority, so no procedures apply to them. Whose are they? Give --authority, or name the authority in cpplan.config.yaml.`,
};

/** Values go to a terminal, and to a file that a person names; never into a log. */
function tellAll(report: ImportReport, options: ImportOptions, io: Io): void {
  const { report: output } = options;
  if (output === undefined) io.out(reportText(report, { values: io.terminal }));
  else {
    const text = output.endsWith('.csv') ? reportCsv(report) : reportText(report, { values: true });
    put(text, { about: '' }, { output, ...(options.force && { force: true }) }, io);
    io.out(`${tally(report)}\n`);
  }
}

/** One import, case by case: each file is written as a whole before the next is looked at. */
class Run {
  /** Children without a plan, care and a case file. */
  passed = 0;
  #isFolderThere = false;
  readonly #files = new NewFiles();

  constructor(
    readonly there: ReadonlyMap<string, readonly Standing[]>,
    readonly people: People,
    readonly identity: Identity,
    readonly options: ImportOptions,
  ) {}

  async all(io: Io, isStopped: () => boolean): Promise<CaseReport[]> {
    const reports: CaseReport[] = [];
    const { persons } = this.people;
    for (const [i, person] of persons.entries()) {
      await breathe(`${i + 1} of ${persons.length} children`, io);
      if (isStopped()) break;
      const report = this.#one(person, io);
      if (report) reports.push(report);
    }
    this.#files.end();
    return reports;
  }

  #one(person: Person, io: Io): CaseReport | undefined {
    const [standing, other] = this.there.get(person.ref) ?? [];
    if (!standing) return this.#isWanted(person) ? this.#make(person) : this.#pass();
    const { path, file } = standing;
    if (other) return left(person, path, SEVERAL);
    if (!file) return left(person, path, FAULTY);
    if (!isKnownCase(person, file)) return left(person, path, NOT_DECLARED);
    const outcome = putIntoCase(tell(person.pieces), file);
    const report = { ...reportOf(person, path, outcome), became: becameOf(outcome) };
    return outcome.edits.length === 0 ? report : (this.#complete(standing, outcome, person, io) ?? report);
  }

  /** Completes a case file; gives a report where it has to be left as it is. */
  #complete({ path, text }: Standing, { edits }: Outcome, person: Person, io: Io): CaseReport | undefined {
    const now = edited(text, edits);
    if (!caseOfShape(readYaml(now).value)) return left(person, path, TOO_MUCH);
    if (this.options.dryRun) return undefined;
    try {
      const release = lockCase(path, io);
      try {
        replaceText(path, text, now);
      } finally {
        release();
      }
      return undefined;
    } catch (error) {
      // Somebody works on it: the other cases are not to wait for that
      if (!(error instanceof FileError)) throw error;
      return left(person, path, { code: safe`not_written`, says: error.says });
    }
  }

  #pass(): undefined {
    this.passed += 1;
  }

  #isWanted({ hasRecords, isDeclared }: Person): boolean {
    const { whom, map } = this.identity;
    return whom === 'all' || (whom === 'records' && (hasRecords || (map !== undefined && isDeclared)));
  }

  #make(person: Person): CaseReport {
    const { into, authority, dryRun } = this.options;
    const path = join(into, `${person.ref}.yaml`);
    const outcome = putIntoCase(tell(person.pieces), undefined);
    if (outcome.edits.length === 0) return { ...reportOf(person, path, outcome), became: 'left' };
    const text = newCaseText(person.ref, authority, outcome.edits);
    if (!caseOfShape(readYaml(text).value)) return left(person, path, TOO_MUCH);
    if (isThere(path)) return left(person, path, OTHER_FILE);
    if (!dryRun) {
      if (!this.#isFolderThere && !isThere(into)) makeFolder(into);
      this.#isFolderThere = true;
      this.#files.write(path, text);
    }
    return { ...reportOf(person, path, outcome), became: 'made' };
  }
}

const becameOf = ({ edits, items }: Outcome): CaseReport['became'] =>
  edits.length > 0 ? 'completed' : items.some(({ kind }) => kind === 'conflict') ? 'left' : 'unchanged';

const reportOf = ({ ref }: Person, path: string, { added, items }: Outcome): Omit<CaseReport, 'became'> => {
  return { ref, path: fileName(path), added, changed: items.filter(({ kind }) => kind === 'change').length, items };
};

const left = ({ ref, pieces }: Person, path: string, { code, says }: Pick<Remark, 'code' | 'says'>): CaseReport => {
  const place = pieces[0]?.place;
  const remark: Remark = { kind: 'conflict', code, says, ...(place && { place }) };
  return { ref, path: fileName(path), became: 'left', added: 0, changed: 0, items: [remark] };
};

const TOO_MUCH = {
  code: safe`too_much_for_a_case`,
  says: safe`The returns hold more than a case file takes. Nothing of this child is written. Import fewer years.`,
};

const OTHER_FILE = {
  code: safe`name_taken`,
  says: safe`Another file has the name that the new case file needs. Rename it, then import again.`,
};

const SEVERAL = {
  code: safe`reference_twice`,
  says: safe`Several case files have this reference. None is changed. Correct the references.`,
};

const FAULTY = {
  code: safe`case_file_faulty`,
  says: safe`This case file has faults. It is not changed. See cpplan check, then import again.`,
};

const NOT_DECLARED = {
  code: safe`not_known_to_be_one`,
  says: safe`A case file has this id as its reference. Is it the same child? If so, say it with --same-ids, or with a map of ids (--map).`,
};
