import { EXIT, type ExitCode } from '../errors.ts';
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
  io.out(options.format === 'json' ? json(opened) : text(opened, options, io));
  return EXIT.done;
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
