import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { caseStore } from '../files/write-case.ts';
import { agenda } from '../interview/agenda.ts';
import { catalogue } from '../interview/catalogue.ts';
import { interview } from '../interview/loop.ts';
import type { Prompter } from '../interview/prompter.ts';
import { look } from '../interview/view.ts';
import type { Io } from '../io.ts';
import { diagnosticsText } from '../report/diagnostics-text.ts';
import { assessmentJson } from '../report/json.ts';
import { summarise } from '../report/summary.ts';
import { screenText } from '../report/text.ts';
import { titles } from '../report/titles.ts';
import { type CommonOptions, type Opened, openCase, stampsOf, styleFor } from './shared.ts';

export interface ScreenOptions extends CommonOptions {
  readonly input: boolean;
  readonly format: 'text' | 'json';
}

/** `cpplan screen`: asks what is missing, then says what the procedure asks next. */
export async function screen(path: string, options: ScreenOptions, io: Io): Promise<ExitCode> {
  const opened = openCase(path, options, io);
  const missing = options.input && options.format === 'text' ? leftToAsk(opened) : 0;
  if (missing === 0) {
    io.out(options.format === 'json' ? json(opened) : text(opened, options, io));
    return EXIT.done;
  }
  const ended = await ask(opened, missing, options, io);
  if (ended === 'stopped') return EXIT.interrupted;
  io.out(`\n${text(openCase(path, options, io), options, io)}`);
  return EXIT.done;
}

function leftToAsk({ file, book, assessment }: Opened): number {
  return agenda(catalogue(book), look(file, book, assessment.asAt), new Set()).length;
}

async function ask(opened: Opened, missing: number, options: ScreenOptions, io: Io): Promise<'complete' | 'stopped'> {
  const { path, read, book, assessment } = opened;
  if (!io.interactive && !options.plain) {
    throw new UserError(
      `${path}: about ${missing} things are not answered yet, and this is not a terminal to ask at. ` +
        'Add --no-input to assess what the file holds, or --plain to answer through a pipe.',
    );
  }
  const width = styleFor(options, io).width;
  const { ended } = await interview({
    path,
    text: read.source.text,
    book,
    asAt: assessment.asAt,
    prompter: await prompterFor(options, width, io),
    save: caseStore(path, read.source.text),
    width,
  });
  return ended;
}

async function prompterFor(options: ScreenOptions, width: number, io: Io): Promise<Prompter> {
  if (!options.plain) return (await import('../interview/inquirer-prompter.ts')).inquirerPrompter(io.out, width);
  const { plainPrompter } = await import('../interview/plain-prompter.ts');
  return plainPrompter({ input: io.input, write: io.out, width, onInterrupt: io.onInterrupt });
}

function json({ assessment, diagnostics, book }: Opened): string {
  return `${JSON.stringify(assessmentJson(assessment, diagnostics, stampsOf(book)), null, 2)}\n`;
}

function text({ path, file, assessment, diagnostics, book }: Opened, options: ScreenOptions, io: Io): string {
  const style = styleFor(options, io);
  const summary = summarise(assessment, titles(book.vocabulary.vocabulary.roles));
  const problems =
    diagnostics.length > 0
      ? `${style.heading('Check the case file')}\n${diagnosticsText(path, diagnostics, style)}\n`
      : '';
  return problems + screenText(summary, { caseId: file.case, asAt: assessment.asAt }, style);
}
