import { assess } from '../../assess/case/assess.ts';
import { faultLine, type Level, type Line, linesOf } from '../../assess/case/concern.ts';
import { concerns } from '../../assess/case/concerns.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { caseOfShape } from '../../case/file/shape-check.ts';
import type { CheckedFile, Looked } from '../../check/checked.ts';
import { withDefaults } from '../../check/defaults.ts';
import type { Wanted } from '../../check/filter.ts';
import { inlineSuppressions } from '../../check/inline.ts';
import { keysKnownTo } from '../../check/known-keys.ts';
import { holdsNoCase } from '../../check/not-a-case.ts';
import type { Suppressions } from '../../check/suppress.ts';
import type { Tally } from '../../check/tally.ts';
import type { Configs } from '../../files/config.ts';
import { readText } from '../../files/read-text.ts';
import { type Diagnostic, error, type Placed } from '../../messages/diagnostic.ts';
import { FileError, UserError } from '../../messages/errors.ts';
import { type Safe, safe } from '../../messages/safe.ts';
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
export async function checkCase(path: string, named: boolean, context: CheckContext): Promise<Looked | undefined> {
  try {
    const source = readYaml(readText(path));
    if (!named && holdsNoCase(source)) return undefined;
    const file = caseOfShape(source.value) ?? (await caseBySchema(source));
    if ('diagnostics' in file) return unread(path, file.diagnostics, context, source);
    const whole = await underFolder(path, file, context);
    return assessed(path, whole, source, bookOf(whole, context), context);
  } catch (failure) {
    if (!(failure instanceof UserError) || failure instanceof BadPack) throw failure;
    return unread(path, [unreadable(failure)], context);
  }
}

/** The schema itself: for a file with faults, and for whatever the quick look leaves to it. */
async function caseBySchema(source: Source): Promise<CaseFile | { diagnostics: readonly Placed<Diagnostic>[] }> {
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

function assessed(path: string, file: CaseFile, source: Source, book: Rulebook, context: CheckContext): Looked {
  const asAt = context.dayOf(file);
  const inline = inlineSuppressions(source, path, file.case);
  const found = concerns(file, assess(file, book, asAt)).filter(context.wanted);
  const kept = context.suppressions.sift(file.case, found, inline.entries);
  context.tally.checked({ path, case: file.case }, kept, source.locate);
  context.tally.accepted(found.length - kept.length);
  for (const { level, rule } of context.note ? kept : []) context.note?.(file.case, rule, level);
  const comments = inline.diagnostics.map(faultLine);
  context.tally.beside(comments.map(({ item }) => item));
  const lines = [...comments, ...linesOf(kept, context.show, source.locate)];
  const checked = { path, case: file.case, ...(file.as_at !== undefined && { asAt }) };
  return looked(checked, lines, context, source, keysKnownTo(book));
}

function unread(path: string, faults: readonly Placed<Diagnostic>[], context: CheckContext, source?: Source): Looked {
  const found = looked({ path }, faults.map(faultLine), context, source);
  context.tally.unread(found.file);
  return found;
}

/** What a report may have of a file, and apart from it what its reader may see where that is asked for. */
function looked(
  about: Omit<CheckedFile, 'items'>,
  lines: readonly Line[],
  { lines: wanted }: CheckContext,
  source?: Source,
  isKnown?: (key: string) => boolean,
): Looked {
  const items = lines.map(({ item }) => item);
  if (!source || wanted === 'none' || items.length === 0) return { file: { ...about, items } };
  const at = <T>(show: (line: number) => T) => new Map(items.map(({ line }) => [line, show(line)]));
  const file = { ...about, items, ...(isKnown && { lines: at(maskedLines(source.text, isKnown)) }) };
  if (wanted === 'keys') return { file };
  const shown = new Map(lines.flatMap(({ item, shown: value }) => (value === undefined ? [] : [[item, value]])));
  return { file, reader: { lines: at((line) => openLine(source.text, line)), shown } };
}

/** A file that cannot be opened, or of which it cannot be told whose procedures apply. */
function unreadable(failure: UserError): Placed<Diagnostic> {
  const isFile = failure instanceof FileError;
  const [says, shown] = isFile ? [failure.says, failure.shown] : [safe`This file could not be checked.`];
  return closedFile(says, shown);
}

/** What is wrong with a file or folder that cannot be looked into. */
export const closedFile = (says: Safe, shown?: string): Placed<Diagnostic> => ({
  ...error('unreadable', says, [], shown === undefined ? {} : { shown }),
  line: 1,
  column: 1,
});
