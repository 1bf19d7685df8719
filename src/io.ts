import { fstatSync, writeSync } from 'node:fs';
import { type Day, fromDate } from './calendar/dates.ts';
import type { ShippedFiles } from './files/policies/shipped-files.ts';

/** Everything that the program knows of the world outside: streams, environment, clock, the files it comes with. */
export interface Io {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress, traces and errors. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a person types, or a pipe brings. */
  readonly input: NodeJS.ReadStream;
  /** Does something where the person interrupts the program; gives back how to stop listening. */
  readonly onInterrupt: (act: () => void) => () => void;
  /** The number of this process, and whether another is running. */
  readonly pid: number;
  readonly isRunning: (pid: number) => boolean;
  /** Whether a person sits at both ends. */
  readonly interactive: boolean;
  /** Whether results go to a terminal. */
  readonly terminal: boolean;
  /** Shows a line in place of the one before, where errors go to a terminal; an empty one takes it away. */
  readonly progress?: (line: string) => void;
  /** Whether results may be coloured. */
  readonly colour: boolean;
  /** Width of the terminal in characters; 80 where there is none. */
  readonly columns: number;
  /** The day on which the program runs; read here only, and only where nothing else says the day. */
  readonly today: () => Day;
  readonly shipped: ShippedFiles;
}

/** The real world. Streams come into being only when they are used: that takes longer than most answers. */
export function processIo(shipped: ShippedFiles): Io {
  const { env } = process;
  const toTerminal = isTerminal(1);
  return {
    out: writerTo(1, () => process.stdout),
    err: writerTo(2, () => process.stderr),
    env,
    get input() {
      return process.stdin;
    },
    onInterrupt: (act) => {
      process.on('SIGINT', act);
      return () => void process.off('SIGINT', act);
    },
    pid: process.pid,
    isRunning,
    terminal: toTerminal,
    ...(isTerminal(2) && { progress: (line: string) => void process.stderr.write(`\r\u001b[K${line}`) }),
    interactive: toTerminal && isTerminal(0),
    // biome-ignore lint/complexity/useLiteralKeys: TypeScript wants it so
    colour: toTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    columns: toTerminal ? process.stdout.columns : 80,
    today: () => fromDate(new Date()),
    shipped,
  };
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

/** Writes at once; where the other end is slow, by the stream; where nobody reads any more, not at all. */
function writerTo(end: 1 | 2, stream: () => NodeJS.WriteStream): (text: string) => void {
  let isClosed = false;
  let isSlow = false;
  let slow: NodeJS.WriteStream | undefined;
  return (text) => {
    let rest = Buffer.from(text, 'utf8');
    try {
      while (rest.length > 0 && !isClosed && !isSlow) rest = rest.subarray(writeSync(end, rest));
    } catch (error) {
      isClosed = (error as NodeJS.ErrnoException).code === 'EPIPE';
      isSlow = !isClosed;
    }
    if (!isSlow || isClosed || rest.length === 0) return;
    slow ??= stream().on('error', () => void (isClosed = true));
    slow.write(rest);
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
