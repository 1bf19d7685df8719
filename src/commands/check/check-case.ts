import { assess } from '../../assess/case/assess.ts';
import { type CheckItem, concerns, diagnosticItem, itemsOf, type Level } from '../../assess/case/concerns.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { caseOfShape } from '../../case/file/shape-check.ts';
import type { CheckedFile } from '../../check/checked.ts';
import { withDefaults } from '../../check/defaults.ts';
import type { Wanted } from '../../check/filter.ts';
import { inlineSuppressions } from '../../check/inline.ts';
import { holdsNoCase } from '../../check/not-a-case.ts';
import type { Suppressions } from '../../check/suppress.ts';
import type { Tally } from '../../check/tally.ts';
import type { Configs } from '../../files/config.ts';
import { readText } from '../../files/read-text.ts';
import type { Diagnostic } from '../../messages/diagnostic.ts';
import { UserError } from '../../messages/errors.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { maskedLines, openLine } from '../../yaml/masked.ts';
import { readYaml, type Source } from '../../yaml/read.ts';

/** What every case file of a run is checked with. */
export interface CheckContext {
  readonly bookFor: (file: CaseFile) => Rulebook;
  readonly packNames: ReadonlySet<string>;
  readonly configs: Configs;
  readonly dayOf: (file: CaseFile) => string;
  readonly wanted: Wanted;
  readonly suppressions: Suppressions;
  readonly tally: Tally;
  readonly show: Level;
  /** Whether lines of the file are shown with what is found: not at all, with their keys, or as they stand. */
  readonly lines: 'none' | 'keys' | 'values';
  /** Is told of what could be accepted. */
  readonly note?: (caseId: string, rule: string, level: Level) => void;
}

/** Checks one file; undefined where it is no case file and nobody named it. */
export async function checkCase(path: string, named: boolean, context: CheckContext): Promise<CheckedFile | undefined> {
  try {
    const source = readYaml(readText(path));
    if (!named && holdsNoCase(source)) return undefined;
    const file = caseOfShape(source.value) ?? (await caseBySchema(source));
    if ('diagnostics' in file) return unread(path, file.diagnostics.map(diagnosticItem), context, source);
    const whole = await underFolder(path, file, context);
    return assessed(path, whole, source, bookOf(whole, context), context);
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof BadPack) throw error;
    return unread(path, [fault('unreadable', error.message.replace(`${path}: `, ''))], context);
  }
}

/** The schema itself: for a file with faults, and for whatever the quick look leaves to it. */
async function caseBySchema(source: Source): Promise<CaseFile | { diagnostics: readonly Diagnostic[] }> {
  const { checkedBySchema } = await import('../../case/file/read-case.ts');
  const { file, diagnostics } = checkedBySchema(source);
  return file ?? { diagnostics };
}

/** A case file under the procedures that it names, or its folder does. */
export const underFolder = async (
  path: string,
  file: CaseFile,
  { configs }: Pick<CheckContext, 'configs'>,
): Promise<CaseFile> => (file.packs || file.authority ? file : withDefaults(file, (await configs.of([path]))?.config));

/** A pack that cannot be used is no fault of the case. */
export class BadPack extends UserError {}

function bookOf(file: CaseFile, { bookFor, packNames }: CheckContext): Rulebook {
  try {
    return bookFor(file);
  } catch (error) {
    const isTheirs = error instanceof UserError && file.packs?.every((name) => packNames.has(name));
    throw isTheirs ? new BadPack(error.message) : error;
  }
}

function assessed(path: string, file: CaseFile, source: Source, book: Rulebook, context: CheckContext): CheckedFile {
  const asAt = context.dayOf(file);
  const inline = inlineSuppressions(source, path, file.case);
  const found = concerns(file, assess(file, book, asAt)).filter(context.wanted);
  const kept = context.suppressions.sift(file.case, found, inline.entries);
  context.tally.checked({ path, case: file.case }, kept, source.locate);
  context.tally.accepted(found.length - kept.length);
  for (const { level, rule } of context.note ? kept : []) context.note?.(file.case, rule, level);
  const comments = inline.diagnostics.map(diagnosticItem);
  context.tally.beside(comments);
  const items = closed([...comments, ...itemsOf(kept, context.show, source.locate)], context);
  return {
    path,
    case: file.case,
    ...(file.as_at !== undefined && { asAt }),
    items,
    ...excerpts(items, source, context),
  };
}

/** Without the values at fault, unless they may be shown. */
const closed = (items: readonly CheckItem[], { lines }: CheckContext): readonly CheckItem[] =>
  lines === 'values' ? items : items.map(({ found: _, ...item }) => item);

function excerpts(items: readonly CheckItem[], source: Source, { lines }: CheckContext): Pick<CheckedFile, 'lines'> {
  if (lines === 'none' || items.length === 0) return {};
  const show = lines === 'values' ? (line: number) => openLine(source.text, line) : maskedLines(source.text);
  return { lines: new Map(items.map(({ line }) => [line, show(line)])) };
}

function unread(path: string, items: readonly CheckItem[], context: CheckContext, source?: Source): CheckedFile {
  const file = { path, items: closed(items, context) };
  context.tally.unread(file);
  const open = source && context.lines === 'values';
  return open ? { ...file, lines: new Map(items.map(({ line }) => [line, openLine(source.text, line)])) } : file;
}

/** A fault that has no place in a file. */
export const fault = (rule: string, says: string): CheckItem => ({
  level: 'error',
  rule,
  about: 'file',
  clauses: [],
  line: 1,
  column: 1,
  says,
});
