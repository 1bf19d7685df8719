import { join } from 'node:path';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { caseOfShape } from '../../case/file/shape-check.ts';
import { lockCase } from '../../files/write/lock-case.ts';
import { makeFolder } from '../../files/write/make-folder.ts';
import { isThere } from '../../files/write/standing.ts';
import { NewFiles, replaceText } from '../../files/write/write-text.ts';
import { completedText, newCaseText } from '../../import/case/new-text.ts';
import { type Identity, isKnownCase, type People, type Person } from '../../import/case/people.ts';
import type { Outcome } from '../../import/case/put.ts';
import { putIntoCase } from '../../import/case/put-all.ts';
import { tell } from '../../import/case/tell.ts';
import type { Remark } from '../../import/case/told.ts';
import type { CaseReport } from '../../import/report/report.ts';
import type { Io } from '../../io.ts';
import { FileError, UserError } from '../../messages/errors.ts';
import { fileName, safe } from '../../messages/safe.ts';
import { readYaml } from '../../yaml/read.ts';
import type { Standing } from './cases-in.ts';
import type { ImportOptions } from './import-options.ts';
import { NewNames } from './new-names.ts';
import { breathe } from './read-all.ts';

type Brief = Omit<Person, 'pieces'>;

/** Children between two looks at whether somebody wants to stop. */
const OFTEN = 20;

type Readable = Standing & { readonly file: CaseFile };

/** One import, case by case: each file is written as a whole before the next is looked at. */
export class Run {
  /** Children without a plan, care and a case file. */
  passed = 0;
  /** Children who were not looked at, since somebody stopped the import. */
  remaining = 0;
  #isFolderThere = false;
  readonly #files = new NewFiles();
  #names: NewNames | undefined;

  constructor(
    readonly there: ReadonlyMap<string, readonly Standing[]>,
    readonly people: People,
    readonly identity: Identity,
    readonly options: ImportOptions,
  ) {}

  /** @param tell is told what became of each case */
  async all(io: Io, isStopped: () => boolean, tell: (report: CaseReport) => void): Promise<void> {
    const { persons } = this.people;
    this.#names = new NewNames(this.options.into, this.#fresh());
    let count = 0;
    for (const brief of persons.briefly()) {
      await this.#breathe(count, io);
      if (isStopped()) {
        this.remaining = persons.length - count;
        break;
      }
      count += 1;
      const report = this.#isPassed(brief) ? this.#pass() : this.#one(persons.get(brief.ref) as Person, io);
      if (report) tell(report);
    }
    this.#files.end();
  }

  /** Shows how far it is, and every now and then lets a signal through. */
  async #breathe(count: number, io: Io): Promise<void> {
    const line = `${count + 1} of ${this.people.persons.length} children`;
    if (count % OFTEN === 0) await breathe(line, io);
    else io.progress?.(line);
  }

  /** The references of the new cases. */
  *#fresh(): Iterable<string> {
    for (const brief of this.people.persons.briefly())
      if (!this.there.has(brief.ref) && this.#isWanted(brief)) yield brief.ref;
  }

  #isPassed = (brief: Brief): boolean => !this.there.has(brief.ref) && !this.#isWanted(brief);

  #one(person: Person, io: Io): CaseReport | undefined {
    const [standing, other] = this.there.get(person.ref) ?? [];
    if (!standing) return this.#make(person);
    const { path, file } = standing;
    if (other) return left(person, path, SEVERAL);
    if (!file) return left(person, path, FAULTY);
    if (!isKnownCase(person, file)) return left(person, path, NOT_DECLARED);
    const outcome = putIntoCase(tell(person.pieces), file);
    const report = { ...reportOf(person, path, outcome), became: becameOf(outcome) };
    return outcome.edits.length === 0 ? report : (this.#complete({ ...standing, file }, outcome, person, io) ?? report);
  }

  /** Completes a case file; gives a report where it has to be left as it is. */
  #complete({ path, text, file }: Readable, { edits }: Outcome, person: Person, io: Io): CaseReport | undefined {
    const now = completedText(text, file, edits);
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

  #isWanted({ hasRecords, isDeclared }: Brief): boolean {
    const { whom, map } = this.identity;
    return whom === 'all' || (whom === 'records' && (hasRecords || (map !== undefined && isDeclared)));
  }

  #make(person: Person): CaseReport {
    const { into, authority, dryRun } = this.options;
    const path = join(into, `${person.ref}.yaml`);
    const taken = this.#names?.whyNot(person.ref);
    if (taken) return left(person, path, taken);
    const outcome = putIntoCase(tell(person.pieces), undefined);
    if (outcome.edits.length === 0) return { ...reportOf(person, path, outcome), became: 'left' };
    const text = newCaseText(person.ref, authority, outcome.edits);
    if (!caseOfShape(readYaml(text).value)) return left(person, path, TOO_MUCH);
    if (isThere(path)) return left(person, path, OTHER_FILE);
    if (!dryRun) {
      if (!this.#isFolderThere && !isThere(into)) makeFolder(into);
      this.#isFolderThere = true;
      try {
        this.#files.write(path, text);
      } catch (error) {
        // Another import, or a person, has made it since; anything else would stop the other cases, too
        if (error instanceof UserError && isThere(path)) return left(person, path, MEANWHILE);
        throw error;
      }
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

const MEANWHILE = {
  code: safe`not_written`,
  says: safe`Somebody else made this case file in the meantime. It is not changed. Import again.`,
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
