import { main } from '../../../src/main.ts';
import { type Given, inWorld } from './io.ts';

/** Runs the program in this process, as `main` does, and gives what it gave. @throws whatever is not meant for the user */
export const program = (args: readonly string[]): Promise<Given> => inWorld((io) => main(args, io));

/** A small pack: what is tried is the reading of the case. */
const PACKS = 'test/policy/packs';

/** The commands that read a case file, each as a person would give it. */
export const readers = (path: string, more: readonly string[] = []): string[][] =>
  [
    ['check', path],
    ['check', path, '--format', 'json', '--show', 'note'],
    ['screen', path, '--no-input'],
    ['screen', path, '--answers', path],
    ['rationale', path],
    ['explain', path],
    ['compare', path],
    ['write', path],
    ['worksheet', path],
    ['family', path],
    ['decide', path, '--outcome', 'second_plan', '--by', 'team_manager', '--date', '2026-11-20'],
    ['policy', 'test', '--cases', path, '--policies', PACKS],
    ['policy', 'diff', PACKS, PACKS, '--cases', path],
  ].map((args) => [...args, ...more]);

const TRACE = /^\s+at .*(?::\d+:\d+|<anonymous>)\)?$/m;

/** What is wrong with how the program ended; nothing where it gave a result or said in words why not. */
export function faultIn({ exit, out, err }: Given): string | undefined {
  if (![0, 1, 2].includes(exit)) return `exit code ${exit}: ${err}`;
  if (TRACE.test(out) || TRACE.test(err)) return `a stack trace: ${out}${err}`;
  return exit !== 0 && out === '' && err === '' ? 'not a word' : undefined;
}

/** The same, for a run that may end in an exception. */
export async function faultOf(args: readonly string[]): Promise<string | undefined> {
  try {
    const fault = faultIn(await program(args));
    return fault && `${args.join(' ')}: ${fault}`;
  } catch (error) {
    return `${args.join(' ')}: ${(error as Error).stack}`;
  }
}
