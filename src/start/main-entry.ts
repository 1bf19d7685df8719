import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { packageFiles } from '../files/policies/shipped-files.ts';
import { processIo } from '../io.ts';
import type * as lean from './fast-start.ts';
import { answerOrRun } from './start.ts';

/** Starts the program of the package. */
export const start = (): Promise<void> =>
  answerOrRun(
    processIo(packageFiles(fileURLToPath(new URL('../', import.meta.url))), () => ({
      file: new URL('./thread.js', import.meta.url),
    })),
    fastPart,
  );

/**
 * The part that runs the plain forms of a few commands, with what node made of it for this command when it was built:
 * else node makes it anew each time.
 */
export function fastPart(command: string): typeof lean {
  const { Script } = process.getBuiltinModule('node:vm');
  const path = fileURLToPath(new URL(`./lean-${command}.cjs`, import.meta.url));
  const cachedData = madeBefore(path);
  // It has letters of one byte only, which are quickest to read so
  const script = new Script(readFileSync(path, 'latin1'), { filename: path, ...(cachedData && { cachedData }) });
  const module = { exports: {} as typeof lean };
  script.runInThisContext()(module.exports, process.getBuiltinModule, module, path);
  return module.exports;
}

function madeBefore(path: string): Buffer | undefined {
  try {
    return readFileSync(path.replace(/cjs$/, 'cache'));
  } catch {
    return undefined;
  }
}
