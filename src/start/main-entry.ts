import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { packageFiles } from '../files/policies/shipped-files.ts';
import { processIo } from '../io.ts';
import type * as lean from './fast-start.ts';
import { answerOrRun } from './start.ts';

/** Starts the program of the package. */
export const start = (): Promise<void> =>
  answerOrRun(processIo(packageFiles(fileURLToPath(new URL('../', import.meta.url)))), fastPart);

/** The part that checks one file, with what the machine made of it when it was built: else that is made anew each time. */
async function fastPart(): Promise<typeof lean> {
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
