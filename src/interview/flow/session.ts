import type { Assessment } from '../../assess/case/assessment.ts';
import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { type CaseBasis, reopened } from '../../cases/reopen-case.ts';
import { type Diagnostic, inFull, type Path, type Placed } from '../../messages/diagnostic.ts';
import { EXIT, UserError } from '../../messages/errors.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { readYaml } from '../../yaml/read.ts';
import { type Edit, edited } from '../../yaml/write.ts';
import { type CaseView, look } from '../agenda/case-view.ts';
import { rebased } from './rebase.ts';

/** Who writes the analysis of a sitting, by role, and when; a part that was left for later is absent. */
export interface Signature {
  readonly by?: string;
  readonly date?: Day;
}

/**
 * Keeps the text of a case file that was read or saved last as `base`; where the file was changed by another hand,
 * writes nothing and gives what stands there now. @throws UserError where it cannot be written
 */
export type Save = (text: string, base: string) => { readonly changedTo: string } | undefined;

/** What a person is told while answers are saved. */
export interface SaveNews {
  /** Another hand changed the file: the answer was added to it, joined with a text of theirs, or gave way to theirs. */
  readonly changed: (how: 'added' | 'merged' | 'lost') => void;
  /** An answer could not be saved, and is kept. */
  readonly failed: (why: string) => void;
}

/** What a question needs of the case that its answer goes into, be it one case or several together. */
export type Answered = Pick<Session, 'at' | 'accept' | 'asAt' | 'view' | 'book'>;

/** Thrown where the file has moved under a question: what was answered is saved, and the question is put again. */
export class Moved extends Error {}

/** A case file in the course of an interview: every answer accepted is saved before anything else is asked. */
export class Session {
  /** What is on disk, as far as is known here. */
  #saved: string;
  #text: string;
  /** Answers that are not on disk yet. */
  #pending: readonly Edit[] = [];
  #unsaved: string | undefined;
  #view: CaseView;
  #assessment: Assessment;
  /** Who writes the analysis of this sitting, and when, once that was asked. */
  signature: Signature | undefined;

  constructor(
    readonly basis: CaseBasis,
    text: string,
    readonly save: Save,
    readonly news: SaveNews,
  ) {
    this.#saved = text;
    this.#text = text;
    [this.#view, this.#assessment] = lookAt(basis, text);
  }

  get book(): Rulebook {
    return this.basis.book;
  }

  get asAt(): Day {
    return this.basis.asAt;
  }

  get text(): string {
    return this.#text;
  }

  get view(): CaseView {
    return this.#view;
  }

  get file(): CaseFile {
    return this.#view.file;
  }

  /** What the packs say of the case as it stands. */
  get assessment(): Assessment {
    return this.#assessment;
  }

  /** What the case file says against itself. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#assessment.diagnostics;
  }

  /** Why the last answers are not on disk yet; undefined where all are. */
  get unsaved(): string | undefined {
    return this.#unsaved;
  }

  /** Takes answers into the case and saves it; what another hand changed meanwhile is kept. @throws Moved */
  accept(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    this.#pending = [...this.#pending, ...edits];
    this.#take(edited(this.#text, edits));
    if (this.#write() === 'moved') throw new Moved();
  }

  /** Tries once more to save what could not be saved. */
  saveAgain(): void {
    if (this.#unsaved !== undefined) this.#write();
  }

  #write(): 'written' | 'moved' | 'kept' {
    try {
      const moved = this.save(this.#text, this.#saved);
      if (moved) return this.#onto(moved.changedTo);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return this.#keep(error.message);
    }
    this.#saved = this.#text;
    this.#pending = [];
    this.#unsaved = undefined;
    return 'written';
  }

  #keep(why: string): 'kept' {
    this.#unsaved = why;
    this.news.failed(why);
    return 'kept';
  }

  /** Puts the answers into the file as it stands now. A file that cannot be read is never written over. */
  #onto(theirs: string): 'written' | 'moved' | 'kept' {
    const opened = reopened(this.basis, theirs);
    if ('why' in opened)
      return this.#keep(`Somebody changed the file, and it cannot be read now:\n${inLines(opened.why)}`);
    const isOwn = theirs === this.#text;
    const found = rebased(this.#pending, { base: readYaml(this.#saved).value, theirs: opened.source.value });
    this.#saved = theirs;
    if (!isOwn) {
      this.#pending = found.edits;
      this.#take(edited(theirs, found.edits));
    }
    const how = this.#write();
    if (isOwn) return how;
    this.news.changed(found.isLost ? 'lost' : found.isMerged ? 'merged' : 'added');
    return found.isLost || found.isMoved ? 'moved' : how;
  }

  #take(text: string): void {
    [this.#view, this.#assessment] = lookAt(this.basis, text);
    this.#text = text;
  }

  /** What stands at a path of the case file. */
  at(path: Path): unknown {
    return path.reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      this.file,
    );
  }
}

/** The case as its text stands. @throws UserError where it cannot be read */
function lookAt(basis: CaseBasis, text: string): [CaseView, Assessment] {
  const opened = reopened(basis, text);
  if (!('why' in opened)) return [look(opened.file, opened.book, opened.asAt), opened.assessment];
  const why = (words: (said: Diagnostic) => string): string =>
    `The case file cannot be read:\n${inLines(opened.why, words)}`;
  throw new UserError(
    why(({ says }) => says),
    EXIT.misuse,
    why(inFull),
  );
}

const inLines = (diagnostics: readonly Placed<Diagnostic>[], words: (said: Diagnostic) => string = inFull): string =>
  diagnostics.map((d) => `line ${d.line}, column ${d.column}: ${words(d)}`).join('\n');
