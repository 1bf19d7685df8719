import { assess } from '../../assess/case/assess.ts';
import type { Assessment } from '../../assess/case/assessment.ts';
import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { readCase } from '../../case/file/read-case.ts';
import { inFull, type Path, type Remark } from '../../messages/diagnostic.ts';
import { UserError } from '../../messages/errors.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { type Edit, edited } from '../../yaml/write.ts';
import { type CaseView, look } from './case-view.ts';

/** Keeps the text of a case file; where the file was changed by another hand, gives what stands there now. */
export type Save = (text: string) => { readonly changedTo: string } | undefined;

/** A case file in the course of an interview: every answer accepted is saved before anything else is asked. */
export class Session {
  #text: string;
  #view: CaseView;
  #assessment: Assessment;

  constructor(
    text: string,
    readonly book: Rulebook,
    readonly asAt: Day,
    readonly save: Save,
    readonly onChange: () => void,
  ) {
    this.#text = text;
    this.#view = look(fileFrom(text), book, asAt);
    this.#assessment = assess(this.#view.file, book, asAt);
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
  get remarks(): readonly Remark[] {
    return this.#assessment.remarks;
  }

  /** Takes answers into the case and saves it; what another hand changed meanwhile is kept. */
  accept(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const text = edited(this.#text, edits);
    const moved = this.save(text);
    if (moved) {
      this.onChange();
      this.#text = moved.changedTo;
      this.accept(edits);
      return;
    }
    this.#text = text;
    this.#view = look(fileFrom(text), this.book, this.asAt);
    this.#assessment = assess(this.#view.file, this.book, this.asAt);
  }

  /** What stands at a path of the case file. */
  at(path: Path): unknown {
    return path.reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      this.file,
    );
  }
}

function fileFrom(text: string): CaseFile {
  const { file, diagnostics } = readCase(text);
  if (file) return file;
  const says = diagnostics.map((d) => `line ${d.line}, column ${d.column}: ${inFull(d)}`);
  throw new UserError(`The case file can no longer be read:\n${says.join('\n')}`);
}
