import { join } from 'node:path';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { digestText } from '../files/policies.ts';
import { readText } from '../files/read-text.ts';
import { writeText } from '../files/write-text.ts';
import type { Io } from '../io.ts';
import { TemplateError } from '../report/markdown.ts';
import { rationaleNote } from '../report/note.ts';
import { titles } from '../report/titles.ts';
import { VERSION } from '../version.ts';
import { type CommonOptions, openCase, stampsOf } from './shared.ts';

export interface RationaleOptions extends CommonOptions {
  readonly output?: string;
  readonly template?: string;
}

/** `cpplan rationale`: the note for the child's file. */
export async function rationale(path: string, options: RationaleOptions, io: Io): Promise<ExitCode> {
  const { assessment, diagnostics, book, read } = openCase(path, options, io);
  const template = options.template ?? join(io.assets, 'templates', 'rationale.md');
  const making = { version: VERSION, stamps: stampsOf(book), caseDigest: digestText(read.source.text) };
  const note = filled(template, (text) =>
    rationaleNote(text, assessment, diagnostics, titles(book.vocabulary.vocabulary.roles), making),
  );
  if (options.output === undefined) io.out(note);
  else {
    writeText(options.output, note);
    io.err(`Written: ${options.output}\n`);
  }
  return EXIT.done;
}

function filled(path: string, fill: (template: string) => string): string {
  try {
    return fill(readText(path));
  } catch (error) {
    if (error instanceof TemplateError) throw new UserError(`${path}: ${error.message}`);
    throw error;
  }
}
