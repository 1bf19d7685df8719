import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as lean from './lean-entry.ts';
import { answerOrRun } from './start.ts';

/** Starts the program of the package. */
export const start = (): Promise<void> =>
  answerOrRun(async (command) => (command === undefined ? await import('./package-io.ts') : fastPart(command)));

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

function madeBefore(path: string): Buffer | undefined {
  try {
    return readFileSync(path.replace(/cjs$/, 'cache'));
  } catch {
    return undefined;
  }
}
