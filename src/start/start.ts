import type { Io } from '../io.ts';
import { VERSION } from '../version.ts';
import type * as lean from './fast-start.ts';
import { HELP } from './help.built.ts';

/** Answers what needs little at once; everything else is left to the program itself, which takes longer to load. */
export async function answerOrRun(io: Io, fastPart: () => Promise<typeof lean>): Promise<void> {
  const argv = process.argv.slice(2);
  const text = answer(argv, io.columns);
  if (text !== undefined) {
    io.out(text);
    return;
  }
  const fast = FAST.includes(argv[0] ?? '') ? await (await fastPart()).fastAnswer(argv, io) : undefined;
  process.exitCode = fast ?? (await (await import('../main.ts')).run(argv, io));
}

/** Commands of which there is a plain form that the fast part runs. */
const FAST = ['check', 'screen'];

/** The version, and the help as it was when the program was built, for the usual width. */
function answer(argv: readonly string[], columns: number): string | undefined {
  const [first, ...rest] = argv;
  const last = argv.at(-1);
  if (argv.length === 1 && (last === '--version' || last === '-V')) return `${VERSION}\n`;
  if (columns !== 80) return undefined;
  if (first === 'help') return HELP[rest.join(' ')];
  return last === '--help' || last === '-h' ? HELP[argv.slice(0, -1).join(' ')] : undefined;
}
