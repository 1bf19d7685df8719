import type { OpenedCase } from '../cases/opened.ts';
import { readText } from '../files/read-text.ts';
import { agenda } from '../interview/flow/agenda.ts';
import { look } from '../interview/flow/case-view.ts';
import { catalogue } from '../interview/flow/catalogue.ts';
import { holdInterview } from '../interview/flow/hold-interview.ts';
import { readAnswers } from '../interview/flow/read-answers.ts';
import type { Answers } from '../interview/prompters/scripted-prompter.ts';
import type { Io } from '../io.ts';
import { UserError } from '../messages/errors.ts';
import { diagnosticsText } from '../report/case/diagnostics-text.ts';
import { plainStyle } from '../report/words/style.ts';
import type { CommonOptions } from './common-options.ts';

export interface AskOptions extends CommonOptions {
  /** A file of answers collected elsewhere. */
  readonly answers?: string;
}

/** Asks what is missing from a case, if anything is, and saves each answer. @throws UserError where nobody can be asked */
export async function askMissing(
  opened: OpenedCase,
  options: AskOptions,
  io: Io,
): Promise<'nothing' | 'complete' | 'stopped'> {
  const missing = leftToAsk(opened);
  if (missing === 0) return 'nothing';
  const answers = options.answers === undefined ? undefined : answersFrom(options.answers);
  if (!io.interactive && !options.plain && !answers) {
    throw new UserError(
      `${opened.path}: ${missing === 1 ? 'one thing is' : `about ${missing} things are`} not answered yet, and this is not a terminal to ask at. ` +
        'Add --no-input to assess what the file holds, --plain to answer through a pipe, or --answers with a file of answers.',
    );
  }
  const { ended, notAskedFor } = await holdInterview({ opened, plain: options.plain === true, answers }, io);
  for (const key of notAskedFor) {
    io.err(
      `${options.answers}: \`${key}\` was not asked for: it is answered already, or changes nothing in this case.\n`,
    );
  }
  return ended;
}

function leftToAsk({ file, book, asAt }: OpenedCase): number {
  return agenda(catalogue(book), look(file, book, asAt), new Set()).length;
}

function answersFrom(path: string): Answers {
  const { answers, diagnostics } = readAnswers(readText(path));
  if (!answers) throw new UserError(diagnosticsText(path, diagnostics, plainStyle()).trimEnd());
  return answers;
}
