import { join } from 'node:path';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { digestText } from '../files/policies.ts';
import { readText } from '../files/read-text.ts';
import { readShelf } from '../files/templates.ts';
import { writeText } from '../files/write-text.ts';
import type { Io } from '../io.ts';
import { inFormat, type NoteFormat, note } from '../report/note.ts';
import { TemplateError } from '../report/template.ts';
import { titles } from '../report/titles.ts';
import { VERSION } from '../version.ts';
import { type CommonOptions, openCase, stampsOf } from './shared.ts';

export interface RationaleOptions extends CommonOptions {
  readonly output?: string;
  readonly template?: string;
  readonly format: NoteFormat;
}

/** `cpplan rationale`: the note for the child's file. */
export async function rationale(path: string, options: RationaleOptions, io: Io): Promise<ExitCode> {
  const { assessment, diagnostics, book, read } = openCase(path, options, io);
  const name = options.template ?? 'notes/full.md';
  const own = options.template === undefined ? {} : { [name]: readText(options.template) };
  const shelf = { ...readShelf(join(io.assets, 'templates')), ...own };
  const making = { version: VERSION, stamps: stampsOf(book), caseDigest: digestText(read.source.text) };
  const markdown = orUserError(() =>
    note(name, shelf, assessment, diagnostics, titles(book.vocabulary.vocabulary.roles), making),
  );
  const text = inFormat(markdown, options.format, assessment);
  if (options.output === undefined) io.out(text);
  else {
    writeText(options.output, text);
    io.err(`Written: ${options.output}\n`);
  }
  return EXIT.done;
}

function orUserError<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof TemplateError) throw new UserError(error.message);
    throw error;
  }
}
