import type { OpenedCase } from '../cases/opened.ts';
import { readText } from '../files/read-text.ts';
import { agenda } from '../interview/agenda/agenda.ts';
import { look } from '../interview/agenda/case-view.ts';
import { catalogue } from '../interview/agenda/catalogue.ts';
import { holdInterview } from '../interview/flow/hold-interview.ts';
import { readAnswers } from '../interview/flow/read-answers.ts';
import type { Answers } from '../interview/prompters/scripted-prompter.ts';
import type { Io } from '../io.ts';
import { faultyFile } from '../messages/diagnostic.ts';
import { FileError } from '../messages/errors.ts';
import { among, fileName, safe } from '../messages/safe.ts';
import type { CommonOptions } from './common-options.ts';

export interface AskOptions extends CommonOptions {
  /** A file of answers collected elsewhere. */
  readonly answers?: string;
  /** Occasions, or questions for decision, to which the asking is narrowed. */
  readonly question?: readonly string[];
}

/** Asks what is missing from a case, if anything is, and saves each answer. @throws UserError where nobody can be asked */
export async function askMissing(
  opened: OpenedCase,
  occasions: readonly string[] | undefined,
  options: AskOptions,
  io: Io,
): Promise<'nothing' | 'complete' | 'stopped'> {
  const missing = leftToAsk(opened);
  if (missing === 0) return 'nothing';
  const answers = options.answers === undefined ? undefined : answersFrom(options.answers);
  if (!io.interactive && !options.plain && !answers) {
    const open = missing === 1 ? safe`one thing is` : safe`about ${missing} things are`;
    throw new FileError(
      opened.path,
      safe`${open} not answered yet, and this is not a terminal to ask at. Add --no-input to assess what the file holds, --plain to answer through a pipe, or --answers with a file of answers.`,
    );
  }
  const { ended, notAskedFor } = await holdInterview({ opened, plain: options.plain === true, answers, occasions }, io);
  for (const key of notAskedFor) {
    const [section = '', fact] = key.split('.');
    const known = opened.book.scope.facts.keys();
    const name = fact === undefined ? section : `${section}.${among(fact, known)}`;
    io.err(
      `${fileName(options.answers ?? '')}: \`${name}\` was not asked for: it is answered already, or changes nothing in this case.\n`,
    );
  }
  return ended;
}

function leftToAsk({ file, book, asAt }: OpenedCase): number {
  return agenda(catalogue(book), look(file, book, asAt), new Set()).length;
}

function answersFrom(path: string): Answers {
  const { answers, diagnostics } = readAnswers(readText(path));
  if (!answers) throw faultyFile(path, diagnostics);
  return answers;
}
