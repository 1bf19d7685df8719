import type { OpenedCase } from '../cases/opened.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, FileError, UserError } from '../messages/errors.ts';
import { safe } from '../messages/safe.ts';
import { oneDayOf, openFamily, sheetIn } from './family.ts';
import { occasionsNamed, underOccasions } from './occasions.ts';
import { resultText, type ScreenOptions } from './screen.ts';
import { styleFor } from './style.ts';

/** `cpplan screen` over the children of a family: what is common is asked once, then each child; then every brief and one sheet. */
export async function screenFamily(paths: readonly string[], options: ScreenOptions, io: Io): Promise<ExitCode> {
  if (options.format === 'json') throw new UserError('--format json is about one case. Give one case file at a time.');
  if (options.answers !== undefined)
    throw new UserError('--answers holds the answers for one case. Give one case file at a time.');
  if (options.against !== undefined)
    throw new UserError('--against compares one case file. Give one case file at a time.');
  const children = await openChildren(paths, options, io);
  const asked = options.input ? await ask(children, options, io) : 'nothing';
  if (asked === 'stopped') return EXIT.interrupted;
  const after = asked === 'nothing' ? children : await openChildren(paths, options, io);
  const opened = after.map((child) => underOccasions(child.opened, child.occasions));
  const style = await styleFor(options, io);
  const briefs = opened.map((one) => resultText(one, options.full === true, style));
  io.out(`${briefs.join('\n\n')}\n\n${sheetIn('text', opened, io)}`);
  return EXIT.done;
}

/** A child's case file, and what is happening for that child where the command line names it. */
interface ChildOpened {
  readonly opened: OpenedCase;
  readonly occasions: readonly string[] | undefined;
}

async function openChildren(paths: readonly string[], options: ScreenOptions, io: Io): Promise<ChildOpened[]> {
  const family = await openFamily(paths, options, io);
  const { question } = options;
  return family.map((opened) => ({ opened, occasions: question && occasionsOf(opened, question, family) }));
}

/** A date is typed once for several children: they are looked at on one day. */
async function ask(children: readonly ChildOpened[], options: ScreenOptions, io: Io) {
  oneDayOf(children.map(({ opened }) => opened));
  const named = children.map(({ opened, occasions }) => ({ opened: underOccasions(opened, occasions), occasions }));
  return (await import('./screen-ask.ts')).askFamily(named, options, io);
}

/**
 * What is happening for one child, of what the command line names for all: authorities differ in what they know.
 * @throws UserError where the packs of no child know a name, or those of one child know none
 */
export function occasionsOf(
  { path, book }: OpenedCase,
  named: readonly string[],
  family: readonly OpenedCase[],
): readonly string[] {
  for (const name of named) if (!family.some((one) => knows(one, name))) occasionsNamed([name], book);
  const own = named.filter((name) => knows({ book }, name));
  if (own.length > 0) return occasionsNamed(own, book);
  throw new FileError(path, safe`the packs of this case know none of the names that --question gives.`);
}

function knows({ book }: Pick<OpenedCase, 'book'>, name: string): boolean {
  try {
    occasionsNamed([name], book);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
