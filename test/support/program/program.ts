import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The program that whole-program tests run, with the arguments that come first: the build, or what CPPLAN_PROGRAM names. */
export const [PROGRAM, ...FIRST] = programFrom(process.env.CPPLAN_PROGRAM);

function programFrom(named: string | undefined): readonly [string, ...string[]] {
  if (!named) return [process.execPath, resolve('bin/cpplan.js')];
  if (!existsSync(named)) throw new Error(`CPPLAN_PROGRAM=${named}: there is no such file.`);
  return [resolve(named)];
}
