import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type * as lean from './lean-entry.ts';
import { answerOrRun } from './start.ts';

/** Starts the program of the package. */
export const start = (): Promise<void> =>
  answerOrRun(async (command) => fastPartOf(command) ?? (await import('./package-io.ts')));

/** The quick part for a command, where there is one and it can be loaded: the program itself does the same. */
function fastPartOf(command: string | undefined): typeof lean | undefined {
  try {
    return command === undefined ? undefined : fastPart(command);
  } catch {
    return undefined;
  }
}

/**
 * The part that runs the plain forms of a few commands, with what node made of it for this command when it was built:
 * else node makes it anew each time.
 */
export function fastPart(command: string): typeof lean {
  const { Script } = process.getBuiltinModule('node:vm');
  const path = join(import.meta.dirname, `lean-${command}.cjs`);
  const cachedData = madeBefore(path);
  // It has letters of one byte only, which are quickest to read so
  const script = new Script(readFileSync(path, 'latin1'), { filename: path, ...(cachedData && { cachedData }) });
  const module = { exports: {} as typeof lean };
  script.runInThisContext()(module.exports, process.getBuiltinModule, module, import.meta.dirname);
  return module.exports;
}

/** Node only looks at the length of the code: what was changed since has to be told here. */
function madeBefore(path: string): Buffer | undefined {
  const cache = path.replace(/cjs$/, 'cache');
  try {
    return statSync(cache).mtimeMs >= statSync(path).mtimeMs ? readFileSync(cache) : undefined;
  } catch {
    return undefined;
  }
}
