import { CaseOpener } from '../cases/case-opener.ts';
import { type OpenedCase, orThrow } from '../cases/opened.ts';
import { standingAt } from '../files/write/standing.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, FileError, UserError } from '../messages/errors.ts';
import { fileName, safe } from '../messages/safe.ts';
import type { Member } from '../report/family/joint.ts';
import { familySheet } from '../report/family/sheet.ts';
import { htmlNote } from '../report/note/html.ts';
import type { NoteFormat } from '../report/note/note.ts';
import { plainNote } from '../report/words/plain-note.ts';
import { widthFor } from '../report/words/style.ts';
import { titles } from '../report/words/titles.ts';
import type { CommonOptions } from './common-options.ts';
import { noteForm, putWord } from './note/note-output.ts';
import { put } from './put.ts';

export interface FamilyOptions extends CommonOptions {
  readonly format?: NoteFormat;
  readonly output?: string;
  readonly force?: boolean;
}

/** `cpplan family`: one page on the children of a family, each by a case file. */
export async function family(paths: readonly string[], options: FamilyOptions, io: Io): Promise<ExitCode> {
  const opened = await openFamily(paths, options, io);
  const form = noteForm(options, 'text');
  if (form === 'word') {
    const asAt = opened[0]?.asAt ?? '';
    await putWord({ markdown: sheetIn('markdown', opened, io), foot: 'Family', asAt }, '', options, io);
  } else put(sheetIn(form, opened, io), { about: '' }, options, io);
  return EXIT.done;
}

/** The sheet for a family as it is shown at the end of `screen`. */
export const sheetIn = (format: NoteFormat, opened: readonly OpenedCase[], io: Io): string => {
  const sheet = familySheet(opened.map(memberOf));
  if (format === 'markdown') return sheet;
  return format === 'html' ? htmlNote(sheet) : plainNote(sheet, widthFor(io.columns));
};

const memberOf = ({ assessment, book }: OpenedCase): Member => ({
  assessment,
  title: titles(book.roles),
});

/**
 * Case files of the children of one family, each under the configuration of its own folder. All are read before
 * anything is said or asked.
 * @throws UserError for a file that holds no case, that was named twice, or that belongs to another family
 */
export async function openFamily(
  paths: readonly string[],
  options: CommonOptions,
  io: Io,
): Promise<readonly OpenedCase[]> {
  const opener = new CaseOpener(options, io);
  const opened: OpenedCase[] = [];
  for (const path of paths) opened.push(orThrow(await opener.open(path)));
  for (const [i, one] of opened.entries()) for (const other of opened.slice(0, i)) refuseStrangers(other, one);
  return opened;
}

function refuseStrangers(first: OpenedCase, second: OpenedCase): void {
  const other = fileName(first.path);
  if (standingAt(first.path).path === standingAt(second.path).path)
    throw new FileError(second.path, safe`this is the same file as ${other}. Name each child once.`);
  if (first.file.case === second.file.case)
    throw new FileError(
      second.path,
      safe`this file has the same case reference as ${other}. Each child needs its own.`,
    );
  const [a, b] = [first.file.family, second.file.family];
  if (a === undefined || b === undefined || a === b) return;
  throw new FileError(
    second.path,
    safe`\`family\` is not the same as in ${other}. Several files together are asked about as one family.`,
  );
}

/** @throws UserError where the files would be looked at on different days */
export function oneDayOf(opened: readonly OpenedCase[]): void {
  if (new Set(opened.map(({ asAt }) => asAt)).size === 1) return;
  throw new UserError(
    'These case files are looked at on different days, so a date could be read in two ways. Name one day with --as-at.',
  );
}
