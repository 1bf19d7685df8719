import { openCase } from '../../cases/open-case.ts';
import { look } from '../../interview/agenda/case-view.ts';
import { worksheetHtml } from '../../interview/worksheet/html.ts';
import { worksheetMarkdown } from '../../interview/worksheet/markdown.ts';
import { sheetOf } from '../../interview/worksheet/sheet.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode } from '../../messages/errors.ts';
import { plainNote } from '../../report/words/plain-note.ts';
import type { CommonOptions } from '../common-options.ts';
import { put } from '../put.ts';
import { noteForm, putWord } from './note-output.ts';

export interface WorksheetOptions extends CommonOptions {
  readonly format?: 'markdown' | 'html';
  readonly output?: string;
  readonly force?: boolean;
}

/** `cpplan worksheet`: what is still to be asked of a case, to be printed and filled in by hand. */
export async function worksheetFor(path: string, options: WorksheetOptions, io: Io): Promise<ExitCode> {
  const { file, book, asAt } = await openCase(path, options, io);
  const sheet = sheetOf(look(file, book, asAt));
  const form = noteForm(options);
  const markdown = worksheetMarkdown(sheet);
  if (form === 'word') await putWord({ markdown, foot: file.case, asAt }, file.case, options, io);
  else
    put(
      form === 'html' ? worksheetHtml(sheet) : form === 'text' ? plainNote(markdown) : markdown,
      { about: file.case },
      options,
      io,
    );
  return EXIT.done;
}
