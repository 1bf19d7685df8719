import { writeSync } from 'node:fs';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode } from '../messages/errors.ts';
import { ourFault } from '../messages/our-fault.ts';
import { VERSION } from '../version.ts';
import type { fastAnswer } from './fast-start.ts';

/** What an answer is begun with: the world, and the plain forms where they are loaded. */
export interface Beginning {
  readonly io: () => Io;
  readonly fastAnswer?: typeof fastAnswer;
}

/**
 * Answers what needs little at once; everything else is left to the program itself, which takes longer to load. What goes
 * wrong before that can speak for itself is told, and is no finding.
 * @param begin is told which command may have its plain form
 */
export async function answerOrRun(begin: (command?: string) => Promise<Beginning>): Promise<void> {
  try {
    process.exitCode = await exitOf(begin);
  } catch (error) {
    writeSync(2, ourFault(error));
    process.exitCode = EXIT.failed;
  }
}

async function exitOf(begin: (command?: string) => Promise<Beginning>): Promise<ExitCode> {
  const argv = process.argv.slice(2);
  const [command = '', path] = argv;
  const isPlain = FAST.includes(command) && path !== undefined && !path.startsWith('-');
  const { io: world, fastAnswer: fast } = await begin(isPlain ? command : undefined);
  const io = world();
  return (await fast?.(argv, io)) ?? (await helped(argv, io)) ?? (await (await import('../main.ts')).run(argv, io));
}

/** Commands of which there is a plain form that the fast part runs. */
const FAST = ['check', 'screen', 'explain', 'rationale'];

async function helped(argv: readonly string[], io: Io): Promise<ExitCode | undefined> {
  const text = await help(argv, io.columns);
  if (text === undefined) return undefined;
  io.out(text);
  return 0;
}

/** The version, and the help as it was when the program was built, for the usual width. */
async function help(argv: readonly string[], columns: number): Promise<string | undefined> {
  const last = argv.at(-1);
  if (argv.length === 1 && (last === '--version' || last === '-V')) return `${VERSION}\n`;
  const about = argv[0] === 'help' ? argv.slice(1) : last === '--help' || last === '-h' ? argv.slice(0, -1) : undefined;
  if (columns !== 80 || !about) return undefined;
  // The texts are read only where somebody asks for them
  const { HELP } = await import('./help.built.ts');
  const name = about.join(' ');
  return Object.hasOwn(HELP, name) ? HELP[name] : undefined;
}
