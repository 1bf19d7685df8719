import { openCase } from '../cases/open-case.ts';
import type { OpenedCase } from '../cases/opened.ts';
import { stampsOf } from '../files/policies/digest.ts';
import type { Io } from '../io.ts';
import { inFull } from '../messages/diagnostic.ts';
import { EXIT, type ExitCode } from '../messages/errors.ts';
import { brief } from '../report/case/brief.ts';
import { fullScreen } from '../report/case/full-screen.ts';
import { assessmentJson } from '../report/case/json.ts';
import type { Style } from '../report/words/style.ts';
import { titles } from '../report/words/titles.ts';
import { occasionsNamed, underOccasions } from './occasions.ts';
import type { AskOptions } from './screen-ask.ts';
import { styleFor } from './style.ts';

export interface ScreenOptions extends AskOptions {
  readonly input: boolean;
  readonly format: 'text' | 'json';
  /** Every part of the result, in place of the brief. */
  readonly full?: boolean;
}

/** `cpplan screen`: asks what is missing, then says what the procedure asks next. */
export async function screen(path: string, options: ScreenOptions, io: Io): Promise<ExitCode> {
  const found = await openCase(path, options, io);
  const occasions = options.question && occasionsNamed(options.question, found.book);
  const opened = underOccasions(found, occasions);
  const asks = options.input && (options.format === 'text' || options.answers !== undefined);
  const { against } = options;
  // Those who ask nothing need none of the code of the interview, and those without returns none of theirs
  const beside =
    against && (await (await import('./screen-returns.ts')).besideCase(found, { ...options, against }, io));
  const { askMissing } = asks ? await import('./screen-ask.ts') : {};
  const asked = (await askMissing?.(opened, occasions, options, io, beside?.compare)) ?? 'nothing';
  if (asked === 'stopped') return EXIT.interrupted;
  const result = asked === 'nothing' ? opened : underOccasions(await openCase(path, options, io), occasions);
  if (options.format === 'json') io.out(json(result, beside?.diagnostics(result)));
  else {
    const style = await styleFor(options, io);
    // What to do in danger stands first, whatever differs
    io.out(resultText(result, options.full === true, style));
    if (beside) io.out(`\n${beside.list(result, style.width)}`);
  }
  return EXIT.done;
}

/** What a case comes to, once nothing more is asked: the brief, or every part. */
export function resultText({ path, assessment, diagnostics, book }: OpenedCase, isFull: boolean, style: Style): string {
  const title = titles(book.roles);
  const problems = diagnostics.map((d) => `${inFull(d)} (line ${d.line})`);
  const of = { assessment, title, problems, path };
  return isFull ? fullScreen(of, style) : brief(of, style);
}

function json({ assessment, diagnostics, book }: OpenedCase, beside: OpenedCase['diagnostics'] = []): string {
  return `${JSON.stringify(assessmentJson(assessment, [...diagnostics, ...beside], stampsOf(book), titles(book.roles)), null, 2)}\n`;
}
