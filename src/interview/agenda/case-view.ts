import { isLookedAt } from '../../assess/case/looked-at.ts';
import { type Masks, project, truthIn } from '../../assess/case/project.ts';
import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { readFacts } from '../../case/sheet/read-facts.ts';
import type { CompiledPack, CompiledQuestion } from '../../policy/compile/compiled.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';

/** A case at one moment of the interview. */
export interface CaseView {
  readonly file: CaseFile;
  readonly book: Rulebook;
  readonly asAt: Day;
  readonly sheet: FactSheet;
  readonly masks: ReadonlyMap<CompiledPack, Masks>;
  /** The questions for decision about which something is asked, by id: those of what is happening, and what is urgent. */
  readonly asks: ReadonlyMap<CompiledPack, ReadonlySet<string>>;
}

/** Reads the facts of a case once for all the looks that follow. */
export function look(file: CaseFile, book: Rulebook, asAt: Day): CaseView {
  const sheet = readFacts(file, book.scope, asAt);
  const masks = new Map(book.packs.map((pack) => [pack, project(pack, sheet)]));
  const asks = new Map(book.packs.map((pack) => [pack, asksOf(pack, masks.get(pack) ?? [], file)]));
  return { file, book, asAt, sheet, masks, asks };
}

const asksOf = (pack: CompiledPack, known: Masks, file: CaseFile): Set<string> =>
  new Set(pack.questions.filter((q) => isLookedAt(q, file) || isUrgentNow(q, pack, known)).map(({ id }) => id));

/** Whether a question that cannot wait has certainly arisen. */
export const isUrgentNow = ({ question, inPlay }: CompiledQuestion, pack: CompiledPack, known: Masks): boolean =>
  question.urgent === 'yes' && truthIn(pack, inPlay, known) === true;

/** Whether the child is not yet born. */
export const isUnborn = ({ child }: CaseFile): boolean => child?.expected !== undefined && child.born === undefined;
