import type { Rulebook } from '../assess/assess.ts';
import { type Masks, project } from '../assess/project.ts';
import type { Day } from '../case/dates.ts';
import { type FactSheet, readFacts } from '../case/facts.ts';
import type { CaseFile } from '../case/schema.ts';
import type { CompiledPack } from '../policy/compiled.ts';

/** A case at one moment of the interview. */
export interface View {
  readonly file: CaseFile;
  readonly book: Rulebook;
  readonly asAt: Day;
  readonly sheet: FactSheet;
  readonly masks: ReadonlyMap<CompiledPack, Masks>;
}

/** Reads the facts of a case once for all the looks that follow. */
export function look(file: CaseFile, book: Rulebook, asAt: Day): View {
  const sheet = readFacts(file, book.frame, asAt);
  return { file, book, asAt, sheet, masks: new Map(book.packs.map((pack) => [pack, project(pack, sheet)])) };
}

/** Whether the child is not yet born. */
export const isUnborn = ({ child }: CaseFile): boolean => child?.expected !== undefined && child.born === undefined;
