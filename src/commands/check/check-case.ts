import { type Assessment, assessmentWith } from '../../assess/case/assessment.ts';
import { type Concern, faultLine, type Level, type Line, linesOf, ofFile } from '../../assess/case/concern.ts';
import { concerns } from '../../assess/case/concerns.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { OpenedCase, UnreadCase } from '../../cases/opened.ts';
import type { CheckedFile, Looked } from '../../check/checked.ts';
import type { Wanted } from '../../check/filter.ts';
import { inlineSuppressions } from '../../check/inline.ts';
import { keysKnownTo } from '../../check/known-keys.ts';
import type { Suppressions, Use } from '../../check/suppress.ts';
import type { Tally } from '../../check/tally.ts';
import { withNational } from '../../import/against/national.ts';
import { type Diagnostic, error, type Placed, warning } from '../../messages/diagnostic.ts';
import { FileError, UserError } from '../../messages/errors.ts';
import { fileName, safe } from '../../messages/safe.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { maskedLines, openLines } from '../../yaml/masked.ts';
import type { Source } from '../../yaml/read.ts';

/** What every case file of a run is checked with. */
export interface CheckContext {
  readonly wanted: Wanted;
  /** A path as reports show it. */
  readonly pathOf: (path: string) => string;
  /** The first file with a reference; it is this one where there was none before. */
  readonly firstWith: (reference: string, path: string) => string;
  readonly suppressions: Suppressions;
  /** Is told what became of what is accepted. */
  readonly use: Use;
  readonly tally: Tally;
  readonly show: Level;
  /** What the returns say otherwise than a case file, where they are compared. */
  readonly against?: (file: CaseFile) => readonly Diagnostic[];
  /** Whether lines of the file are shown with what is found: not at all, with their keys, or as they stand. */
  readonly lines: 'none' | 'keys' | 'values';
  /** Is told of what could be accepted. */
  readonly note?: (caseId: string, rule: string, level: Level) => void;
}

/** Checks one case. */
export const checkCase = (opened: OpenedCase | UnreadCase, context: CheckContext): Looked =>
  'why' in opened ? unread(opened, context) : checked(opened, context);

function checked({ path, file, source, asAt, book, assessment }: OpenedCase, context: CheckContext): Looked {
  const shown = context.pathOf(path);
  const inline = inlineSuppressions(source, shown, file.case);
  const other = otherWith(file.case, path, context);
  const compared = context.against?.(file).map(ofFile) ?? [];
  const own = context.against ? withNationalChecks(assessment) : assessment;
  const all = [...(other === undefined ? [] : [sameReference(other)]), ...compared, ...concerns(file, own)];
  const found = all.filter(context.wanted);
  const kept = context.suppressions.sift(file.case, found, context.use, inline.entries, other === undefined);
  context.tally.checked({ path: shown, case: file.case }, kept, source.locate);
  context.tally.accepted(found.length - kept.length);
  for (const { level, rule } of context.note && other === undefined ? kept : []) context.note?.(file.case, rule, level);
  const comments = inline.diagnostics.map(faultLine);
  context.tally.beside(comments.map(({ item }) => item));
  const lines = [...comments, ...linesOf(kept, context.show, source.locate)];
  const about = { path: shown, case: file.case, ...(file.as_at !== undefined && { asAt }) };
  return looked(about, lines, context, source, book);
}

/** Beside a return, what is wrong with a case file has the number of the national check, too. */
const withNationalChecks = (assessment: Assessment): Assessment => {
  return assessmentWith(assessment, { diagnostics: assessment.diagnostics.map(withNational) });
};

/** An earlier file with the same reference, as reports show it. */
function otherWith(reference: string, path: string, { firstWith, pathOf, tally }: CheckContext): string | undefined {
  const first = firstWith(reference, path);
  if (first === path) return undefined;
  tally.shares();
  return pathOf(first);
}

function sameReference(other: string): Concern {
  const says = safe`${fileName(other)} has the same reference. Keep one of the two files, or correct one reference: a list of accepted findings speaks of that file only.`;
  return ofFile(warning('same_reference', says, ['case']));
}

function unread({ path, source, why }: UnreadCase, context: CheckContext): Looked {
  const faults = why instanceof UserError ? [unreadable(why)] : why;
  const found = looked({ path: context.pathOf(path) }, faults.map(faultLine), context, source);
  context.tally.unread(found.file);
  return found;
}

/** What a report may have of a file, and apart from it what its reader may see where that is asked for. */
function looked(
  about: Omit<CheckedFile, 'items'>,
  lines: readonly Line[],
  { lines: wanted }: CheckContext,
  source?: Source,
  book?: Rulebook,
): Looked {
  const items = lines.map(({ item }) => item);
  if (!source || wanted === 'none' || items.length === 0) return { file: { ...about, items } };
  const numbers = [...new Set(items.map(({ line }) => line))];
  const at = <T>(show: (line: number) => T) => new Map(numbers.map((line) => [line, show(line)]));
  const file = { ...about, items, ...(book && { lines: at(maskedLines(source.text, keysKnownTo(book))) }) };
  if (wanted === 'keys') return { file };
  const shown = new Map(lines.flatMap(({ item, shown: value }) => (value === undefined ? [] : [[item, value]])));
  return { file, reader: { lines: at(openLines(source.text)), shown } };
}

/** A file at which cpplan itself failed. */
export function failedAt(path: string): UnreadCase {
  const says = safe`cpplan failed at this file, so the file was not checked. Please report this.`;
  return { path, why: [{ ...error('cpplan_failed', says, []), line: 1, column: 1 }] };
}

/** A file that cannot be opened, or of which it cannot be told whose procedures apply. */
function unreadable(failure: UserError): Placed<Diagnostic> {
  const isFile = failure instanceof FileError;
  const [says, shown] = isFile ? [failure.says, failure.shown] : [safe`This file could not be checked.`];
  return { ...error('unreadable', says, [], shown === undefined ? {} : { shown }), line: 1, column: 1 };
}
