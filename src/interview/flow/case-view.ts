import { type Masks, project } from '../../assess/case/project.ts';
import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { readFacts } from '../../case/sheet/read-facts.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';

/** A case at one moment of the interview. */
export interface CaseView {
  readonly file: CaseFile;
  readonly book: Rulebook;
  readonly asAt: Day;
  readonly sheet: FactSheet;
  readonly masks: ReadonlyMap<CompiledPack, Masks>;
}

/** Reads the facts of a case once for all the looks that follow. */
export function look(file: CaseFile, book: Rulebook, asAt: Day): CaseView {
  const sheet = readFacts(file, book.scope, asAt);
  return { file, book, asAt, sheet, masks: new Map(book.packs.map((pack) => [pack, project(pack, sheet)])) };
}

/** Whether the child is not yet born. */
export const isUnborn = ({ child }: CaseFile): boolean => child?.expected !== undefined && child.born === undefined;
