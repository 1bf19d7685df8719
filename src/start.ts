import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { HELP } from './help.built.ts';
import { processIo } from './io.ts';
import type * as lean from './lean.ts';
import { VERSION } from './version.ts';

/** Answers what needs little at once; everything else is left to the program itself, which takes longer to load. */
export async function start(): Promise<void> {
  const io = processIo();
  const argv = process.argv.slice(2);
  const text = answer(argv, io.columns);
  if (text !== undefined) {
    io.out(text);
    return;
  }
  process.exitCode = (await quickPart().leanly(argv, io)) ?? (await (await import('./main.ts')).run());
}

/** The part that checks one file, with what the machine made of it when it was built: else that is made anew each time. */
function quickPart(): typeof lean {
  const path = createRequire(import.meta.url).resolve('./lean.cjs');
  const cachedData = compiledPart(path);
  const text = Module.wrap(readFileSync(path, 'utf8'));
  const script = new Script(text, { filename: path, ...(cachedData && { cachedData }) });
  const module = { exports: {} as typeof lean };
  script.runInThisContext()(module.exports, createRequire(path), module, path, '');
  return module.exports;
}

function compiledPart(path: string): Buffer | undefined {
  try {
    return readFileSync(path.replace(/cjs$/, 'cache'));
  } catch {
    return undefined;
  }
}

/** The version, and the help as it was when the program was built, for the usual width. */
function answer(argv: readonly string[], columns: number): string | undefined {
  const last = argv.at(-1);
  if (argv.length === 1 && (last === '--version' || last === '-V')) return `${VERSION}\n`;
  const help = columns === 80 && (last === '--help' || last === '-h');
  return help ? HELP[argv.slice(0, -1).join(' ')] : undefined;
}
