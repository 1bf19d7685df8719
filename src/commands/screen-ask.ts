import type { OpenedCase } from '../cases/opened.ts';
import { readText } from '../files/read-text.ts';
import { agenda } from '../interview/agenda/agenda.ts';
import { look } from '../interview/agenda/case-view.ts';
import { catalogue } from '../interview/agenda/catalogue.ts';
import { holdFamily } from '../interview/family/hold-family.ts';
import { holdInterview } from '../interview/flow/hold-interview.ts';
import { readAnswers } from '../interview/flow/read-answers.ts';
import type { Answers } from '../interview/prompters/scripted-prompter.ts';
import type { Compare } from '../interview/returns/beside-returns.ts';
import type { Io } from '../io.ts';
import { faultyFile } from '../messages/diagnostic.ts';
import { FileError, UserError } from '../messages/errors.ts';
import { among, fileName, safe } from '../messages/safe.ts';
import { type ReturnOptions, returnsGiven } from './import/import-options.ts';

export interface AskOptions extends ReturnOptions {
  /** Returns that the case file is compared with. */
  readonly against?: readonly string[];
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
  compare?: Compare,
): Promise<'nothing' | 'complete' | 'stopped'> {
  const missing = leftToAsk(opened) + (compare?.(opened.file, opened.asAt).length ?? 0);
  if (missing === 0) return 'nothing';
  const answers = options.answers === undefined ? undefined : answersFrom(options.answers);
  if (!io.interactive && !options.plain && !answers) {
    const open = missing === 1 ? safe`one thing is` : safe`about ${missing} things are`;
    throw new FileError(
      opened.path,
      safe`${open} not answered yet, and this is not a terminal to ask at. Add --no-input to assess what the file holds, --plain to answer through a pipe, or --answers with a file of answers.`,
    );
  }
  const again = goOnWith([opened.path], options);
  const order = { opened, plain: options.plain === true, again, answers, occasions, compare };
  const { ended, notAskedFor } = await holdInterview(order, io);
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

/** The command that goes on where an interview stopped, with what was given for it. */
function goOnWith(paths: readonly string[], { plain, asAt, policies, ...returns }: AskOptions): string {
  const options = [...(plain ? ['--plain'] : []), ...(asAt ? ['--as-at', asAt] : []), ...returnsGiven(returns)];
  const folder = [policies ?? []].flat().flatMap((one) => ['--policies', fileName(one)]);
  return ['cpplan screen', ...paths.map(fileName), ...options, ...folder].join(' ');
}

/** Asks what is missing from the case files of a family, if anything is. @throws UserError where nobody can be asked */
export async function askFamily(
  children: readonly { readonly opened: OpenedCase; readonly occasions?: readonly string[] | undefined }[],
  options: AskOptions,
  io: Io,
): Promise<'nothing' | 'complete' | 'stopped'> {
  if (children.every(({ opened }) => leftToAsk(opened) === 0)) return 'nothing';
  if (!io.interactive && !options.plain)
    throw new UserError(
      'Something is not answered yet in these files, and this is not a terminal to ask at. Add --no-input to assess what the files hold, or --plain to answer through a pipe.',
    );
  const again = goOnWith(
    children.map(({ opened }) => opened.path),
    options,
  );
  return await holdFamily({ children, plain: options.plain === true, again }, io);
}

function leftToAsk({ file, book, asAt }: OpenedCase): number {
  return agenda(catalogue(book), look(file, book, asAt), new Set()).length;
}

function answersFrom(path: string): Answers {
  const { answers, diagnostics } = readAnswers(readText(path));
  if (!answers) throw faultyFile(path, diagnostics);
  return answers;
}
