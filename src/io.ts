import { fileURLToPath } from 'node:url';
import { type Day, fromDate } from './case/dates.ts';

/** Everything that the program knows of the world outside: streams, environment, clock, its own folder. */
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
  /** Folder that holds `policies` and `templates`. */
  readonly assets: string;
}

/** The real world. */
export function processIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    env,
    input: stdin,
    onInterrupt: (act) => {
      process.on('SIGINT', act);
      return () => void process.off('SIGINT', act);
    },
    pid: process.pid,
    isRunning,
    terminal: stdout.isTTY === true,
    ...(stderr.isTTY && { progress: (line: string) => void stderr.write(`\r\u001b[K${line}`) }),
    interactive: stdin.isTTY === true && stdout.isTTY === true,
    colour: stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    columns: stdout.isTTY ? stdout.columns : 80,
    today: () => fromDate(new Date()),
    assets: fileURLToPath(new URL('../', import.meta.url)),
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
