import { readText } from '../files/read-text.ts';
import { agenda } from '../interview/flow/agenda.ts';
import { look } from '../interview/flow/case-view.ts';
import { catalogue } from '../interview/flow/catalogue.ts';
import { holdInterview } from '../interview/flow/hold-interview.ts';
import { readAnswers } from '../interview/flow/read-answers.ts';
import type { Answers } from '../interview/prompters/scripted-prompter.ts';
import type { Io } from '../io.ts';
import { faultyFile } from '../messages/diagnostic.ts';
import { EXIT, type ExitCode, UserError } from '../messages/errors.ts';
import { assessmentJson } from '../report/case/json.ts';
import { titles } from '../report/words/titles.ts';
import { resultText } from './screen-text.ts';
import { type CommonOptions, type Opened, openCase, stampsOf, styleFor } from './shared.ts';

export interface ScreenOptions extends CommonOptions {
  readonly input: boolean;
  readonly format: 'text' | 'json';
  readonly full?: boolean;
  readonly answers?: string;
}

/** `cpplan screen`: asks what is missing, then says what the procedure asks next. */
export async function screen(path: string, options: ScreenOptions, io: Io): Promise<ExitCode> {
  const opened = await openCase(path, options, io);
  const asks = options.input && (options.format === 'text' || options.answers !== undefined);
  const missing = asks ? leftToAsk(opened) : 0;
  if (missing > 0 && (await ask(opened, missing, options, io)) === 'stopped') return EXIT.interrupted;
  const result = missing > 0 ? await openCase(path, options, io) : opened;
  io.out(options.format === 'json' ? json(result) : resultText(result, options.full === true, styleFor(options, io)));
  return EXIT.done;
}

function leftToAsk({ file, book, assessment }: Opened): number {
  return agenda(catalogue(book), look(file, book, assessment.asAt), new Set()).length;
}

async function ask(opened: Opened, missing: number, options: ScreenOptions, io: Io): Promise<'complete' | 'stopped'> {
  const { path, read, book, assessment } = opened;
  const answers = options.answers === undefined ? undefined : answersFrom(options.answers);
  if (!io.interactive && !options.plain && !answers) {
    throw new UserError(
      `${path}: ${missing === 1 ? 'one thing is' : `about ${missing} things are`} not answered yet, and this is not a terminal to ask at. ` +
        'Add --no-input to assess what the file holds, --plain to answer through a pipe, or --answers with a file of answers.',
    );
  }
  const { asAt } = assessment;
  const sitting = { path, text: read.source.text, book, asAt, plain: options.plain === true, answers };
  const { ended, notAskedFor } = await holdInterview(sitting, io);
  for (const key of notAskedFor) {
    io.err(
      `${options.answers}: \`${key}\` was not asked for: it is answered already, or changes nothing in this case.\n`,
    );
  }
  return ended;
}

function answersFrom(path: string): Answers {
  const { answers, diagnostics } = readAnswers(readText(path));
  if (!answers) throw faultyFile(path, diagnostics);
  return answers;
}

function json({ assessment, diagnostics, book }: Opened): string {
  return `${JSON.stringify(assessmentJson(assessment, diagnostics, stampsOf(book), titles(book.vocabulary.vocabulary.roles)), null, 2)}\n`;
}
