import { fstatSync, writeSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { type Day, fromDate } from './calendar/dates.ts';
import { isCode, patiently } from './files/patiently.ts';
import type { ShippedFiles } from './files/policies/shipped-files.ts';
import { isRunning } from './files/write/running.ts';
import { EXIT } from './messages/errors.ts';

/** Everything that the program knows of the world outside: streams, environment, clock, the files it comes with. */
export interface Io {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress, traces and errors. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a person types, or a pipe brings. */
  readonly input: NodeJS.ReadStream;
  /** Does something where the program is told to end, by whatever way; gives back how to stop listening. */
  readonly onInterrupt: (act: () => void) => () => void;
  /** The number of this process, and whether another is running. */
  readonly pid: number;
  readonly isRunning: (pid: number, start?: string) => boolean;
  /** Whether a person sits at both ends. */
  readonly interactive: boolean;
  /** Whether results go to a terminal. */
  readonly terminal: boolean;
  /** Shows a line in place of the one before, where errors go to a terminal; an empty one takes it away. */
  readonly progress?: (line: string) => void;
  /** Whether errors go to a terminal: only there may they quote a value of a case file. */
  readonly errorsToTerminal: boolean;
  /** Whether results may be coloured. */
  readonly colour: boolean;
  /** Width of the terminal in characters; 80 where there is none. */
  readonly columns: number;
  /** The day on which the program runs; read here only, and only where nothing else says the day. */
  readonly today: () => Day;
  readonly shipped: ShippedFiles;
  /** Threads beside this one; without them everything is done here. */
  readonly threads?: Threads;
}

/** A thread beside the one that runs the program. */
export type Thread = Pick<Worker, 'on' | 'postMessage' | 'terminate'>;

/** How threads are had. */
export interface Threads {
  /** How many of the machine's processors this program may use. */
  readonly processors: () => number;
  /** Starts one with some data; undefined where none can be had. */
  readonly start: (data: unknown) => Promise<Thread | undefined>;
}

/** The code that threads run: a file, or its text where the program is one file with everything in it. */
export type ThreadCode = { readonly file: string } | { readonly text: string };

/** Ctrl-C, a polite kill, a closed terminal. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The real world. No stream of node is made for what is written: that takes longer than most answers. */
export function processIo(shipped: ShippedFiles, threadCode: () => ThreadCode): Io {
  const { env } = process;
  const toTerminal = isTerminal(1);
  const errorsToTerminal = isTerminal(2);
  return {
    out: writerTo(1),
    err: writerTo(2),
    env,
    get input() {
      return process.stdin;
    },
    onInterrupt: (act) => {
      for (const signal of ENDINGS) process.on(signal, act);
      return () => {
        for (const signal of ENDINGS) process.off(signal, act);
      };
    },
    pid: process.pid,
    isRunning,
    terminal: toTerminal,
    errorsToTerminal,
    ...(errorsToTerminal && { progress: (line: string) => void process.stderr.write(`\r\u001b[K${line}`) }),
    interactive: toTerminal && isTerminal(0),
    // biome-ignore lint/complexity/useLiteralKeys: TypeScript wants it so
    colour: toTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    columns: toTerminal ? process.stdout.columns : 80,
    today: () => fromDate(new Date()),
    shipped,
    // Loaded only where there are many files
    threads: {
      processors: () => process.getBuiltinModule('node:os').availableParallelism(),
      start: (data) => startThread(threadCode(), data),
    },
  };
}

async function startThread(code: ThreadCode, workerData: unknown): Promise<Thread | undefined> {
  const { Worker } = await import('node:worker_threads');
  try {
    return 'file' in code ? new Worker(code.file, { workerData }) : new Worker(code.text, { workerData, eval: true });
  } catch {
    return undefined;
  }
}

/** Whether a terminal is at one of the ends 0, 1 and 2. */
function isTerminal(end: 0 | 1 | 2): boolean {
  try {
    if (!fstatSync(end).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return (end === 0 ? process.stdin : end === 1 ? process.stdout : process.stderr).isTTY === true;
}

/**
 * Writes at once, or waits while the other end is slow: what follows, on whichever of the two ends, comes after it, and
 * nothing is left when the program ends. Where nobody reads any more it writes nothing. Results that do not arrive for
 * any other reason are said to be missing, and the program ends as one that failed.
 */
function writerTo(end: 1 | 2): (text: string) => void {
  let isClosed = false;
  return (text) => {
    let rest = Buffer.from(text, 'utf8');
    // A pipe may refuse to wait by itself once threads run, or where another program set it so
    const write = (): number => writeSync(end, rest);
    try {
      while (rest.length > 0 && !isClosed) rest = rest.subarray(patiently('EAGAIN', write));
    } catch (error) {
      isClosed = true;
      if (end === 1 && !isNobody(error)) fail(error);
    }
  };
}

/** Nobody reads any more: a pager that was left, or a terminal that was closed. */
const isNobody = (error: unknown): boolean => isCode(error, 'EPIPE') || (isCode(error, 'EIO') && isTerminalOrGone());

/** A closed terminal reports a fault as a broken disk does. */
function isTerminalOrGone(): boolean {
  try {
    return fstatSync(1).isCharacterDevice();
  } catch {
    return true;
  }
}

/** Whatever the command gives in the end, a result that did not arrive is none. */
function fail(error: unknown): void {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const why = code === 'ENOSPC' ? ': there is no space left' : '';
  writerTo(2)(`The result could not be written to the standard output (${code})${why}.\n`);
  process.on('exit', () => void (process.exitCode = EXIT.failed));
}
