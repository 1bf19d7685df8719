import { createRequire } from 'node:module';
import { HELP } from './help.built.ts';
import { processIo } from './io.ts';
import type { leanly } from './lean.ts';
import { VERSION } from './version.ts';

const load = createRequire(import.meta.url);

/** Answers what needs little at once; everything else is left to the program itself, which takes longer to load. */
export async function start(): Promise<void> {
  const io = processIo();
  const argv = process.argv.slice(2);
  const text = answer(argv, io.columns);
  if (text !== undefined) {
    io.out(text);
    return;
  }
  const lean = load('./lean.cjs') as { leanly: typeof leanly };
  process.exitCode = (await lean.leanly(argv, io)) ?? (await (await import('./main.ts')).run());
}

/** The version, and the help as it was when the program was built, for the usual width. */
function answer(argv: readonly string[], columns: number): string | undefined {
  const last = argv.at(-1);
  if (argv.length === 1 && (last === '--version' || last === '-V')) return `${VERSION}\n`;
  const help = columns === 80 && (last === '--help' || last === '-h');
  return help ? HELP[argv.slice(0, -1).join(' ')] : undefined;
}
