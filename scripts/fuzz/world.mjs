// The program, run in this process as `main` runs it: with its results kept, and no clock, terminal or child.
import { pathToFileURL } from 'node:url';

const home = process.cwd();
const built = pathToFileURL(`${home}/dist/main.js`).href;

/** The built program's `main`, and the files that come with it. */
export const { main, packageFiles } = await import(built);

const TRACE = /^\s+at .*(?::\d+:\d+|<anonymous>)\)?$/m;

/** Runs the program; gives what it gave, and what is wrong with that. */
export async function ran(argv) {
  const texts = { out: '', err: '' };
  const began = process.cpuUsage();
  const io = {
    out: (text) => void (texts.out += text),
    err: (text) => void (texts.err += text),
    env: {},
    onInterrupt: () => () => undefined,
    pid: process.pid,
    isRunning: () => false,
    terminal: false,
    interactive: false,
    errorsToTerminal: false,
    colour: false,
    columns: 80,
    today: () => '2026-11-22',
    // the paths in it are told from the working folder
    shipped: packageFiles(home),
  };
  const exit = await main(argv, io).catch((error) => ({ error }));
  // the time of this process alone: a machine that does other things as well is no fault of the program
  const { user, system } = process.cpuUsage(began);
  const result = { exit, ...texts, took: (user + system) / 1000 };
  return { ...result, fault: faultOf(argv, result) };
}

function faultOf(argv, { exit, out, err }) {
  if (exit?.error)
    return [
      'crash',
      String(exit.error?.stack ?? exit.error)
        .split('\n')
        .slice(0, 4)
        .join(' | '),
    ];
  if (![0, 1, 2, 3].includes(exit)) return ['crash', `exit code ${exit}: ${err.slice(0, 200)}`];
  if (TRACE.test(out) || TRACE.test(err)) return ['trace', `${out}${err}`.match(TRACE)?.[0] ?? ''];
  if (exit !== 0 && out === '' && err === '') return ['crash', `exit code ${exit} without a word`];
  if (exit < 2 && wantsJson(argv) && !isJson(out)) return ['json', out.slice(0, 200)];
  return undefined;
}

const wantsJson = (argv) =>
  ['json', 'sarif', 'gitlab'].includes(argv[argv.indexOf('--format') + 1]) && argv.includes('--format');

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
