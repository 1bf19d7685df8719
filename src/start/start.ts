import type { Io } from '../io.ts';
import { VERSION } from '../version.ts';
import type * as lean from './fast-start.ts';

/** Answers what needs little at once; everything else is left to the program itself, which takes longer to load. */
export async function answerOrRun(
  io: Io,
  fastPart: (command: string) => typeof lean | Promise<typeof lean>,
): Promise<void> {
  const argv = process.argv.slice(2);
  const text = await answer(argv, io.columns);
  if (text !== undefined) {
    io.out(text);
    return;
  }
  const [command = ''] = argv;
  const fast = FAST.includes(command) ? await (await fastPart(command)).fastAnswer(argv, io) : undefined;
  process.exitCode = fast ?? (await (await import('../main.ts')).run(argv, io));
}

/** Commands of which there is a plain form that the fast part runs. */
const FAST = ['check', 'screen', 'explain', 'rationale'];

/** The version, and the help as it was when the program was built, for the usual width. */
async function answer(argv: readonly string[], columns: number): Promise<string | undefined> {
  const last = argv.at(-1);
  if (argv.length === 1 && (last === '--version' || last === '-V')) return `${VERSION}\n`;
  const about = argv[0] === 'help' ? argv.slice(1) : last === '--help' || last === '-h' ? argv.slice(0, -1) : undefined;
  if (columns !== 80 || !about) return undefined;
  // The texts are read only where somebody asks for them
  const { HELP } = await import('./help.built.ts');
  return HELP[about.join(' ')];
}
