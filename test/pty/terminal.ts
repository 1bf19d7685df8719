import { stripVTControlCharacters } from 'node:util';
import * as pty from '@lydell/node-pty';
import * as xterm from '@xterm/headless';
import { FIRST, PROGRAM } from '../support/program/program.ts';

/** A program in a real pseudo-terminal, read as a person would read its screen. */
export interface Seat {
  /** Waits until a text has come since keys were last typed; a line break counts as a space. @throws where patience ends */
  readonly sees: (text: string) => Promise<void>;
  /** Waits for a text and the prompt below it, then types keys. */
  readonly answers: (text: string, keys: string) => Promise<void>;
  /** Waits for a text and the prompt below it. */
  readonly asks: (text: string) => Promise<void>;
  readonly types: (keys: string) => void;
  /** Everything that is or was on the screen. */
  readonly screen: () => string;
  readonly kill: (signal: string) => void;
  readonly pid: number;
  /** Waits for the end, and gives the exit code. */
  readonly ends: () => Promise<number>;
  /** Waits until what came since keys were last typed is as wanted, or for the end; gives it, with the exit code then. */
  readonly waits: (isWanted: (shown: string) => boolean) => Promise<{ readonly shown: string; readonly exit?: number }>;
}

export const ENTER = '\r';
export const DOWN = '\x1b[B';
export const UP = '\x1b[A';
export const SPACE = ' ';
/** Chooses a line of a menu by its number. */
export const pick = (n: number): string => `${n}${ENTER}`;
/** Answers a question of a form with a typed line. */
export const line = (typed: string): string => `${typed}${ENTER}`;
export const CTRL_C = '\x03';
export const CTRL_D = '\x04';
export const CTRL_Z = '\x1a';

interface Room {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What starts the program, given it and its arguments: a shell, or a tracer. */
  readonly through?: readonly string[];
  /** Longest wait, in milliseconds. */
  readonly patience?: number;
}

/** Starts the program with these arguments in a terminal of its own. */
export function sit(
  args: readonly string[],
  { columns = 80, rows = 50, env = {}, cwd = process.cwd(), through = [], patience = 30_000 }: Room = {},
): Seat {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 20_000, allowProposedApi: true });
  const [command = PROGRAM, ...before] = [...through, PROGRAM];
  const child = pty.spawn(command, [...before, ...FIRST, ...args], {
    cols: columns,
    rows,
    cwd,
    env: { ...process.env, TERM: 'xterm-256color', ...env } as Record<string, string>,
  });
  let fresh = '';
  let over: number | undefined;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const one of waiting) one();
  };
  child.onData((data) => {
    fresh += stripVTControlCharacters(data);
    terminal.write(data, wake);
  });
  child.onExit(({ exitCode }) => {
    over = exitCode;
    wake();
  });
  const screen = (): string => text(terminal);
  const until = (done: () => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (!done()) return;
        clearTimeout(limit);
        waiting.delete(check);
        resolve();
      };
      const limit = setTimeout(() => {
        waiting.delete(check);
        reject(new Error(`Waited for ${what}; the screen shows:\n${screen()}`));
      }, patience);
      waiting.add(check);
      check();
    });
  const sees = (words: string): Promise<void> => until(() => flat(fresh).includes(flat(words)), `"${words}"`);
  const asks = (words: string): Promise<void> => until(() => isAsked(fresh, flat(words)), `"${words}" and a prompt`);
  const types = (keys: string): void => {
    fresh = '';
    child.write(keys);
  };
  const rest = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise<void>((resolve) => terminal.write('', resolve));
  };
  return {
    sees,
    types,
    screen,
    asks,
    answers: async (words, keys) => {
      await asks(words);
      types(keys);
    },
    kill: (signal) => child.kill(signal),
    pid: child.pid,
    ends: async () => {
      await until(() => over !== undefined, 'the end');
      await rest();
      return over as number;
    },
    waits: async (isWanted) => {
      await until(() => over !== undefined || isWanted(flat(fresh)), 'something that is wanted');
      if (over !== undefined) await rest();
      return { shown: flat(fresh), ...(over !== undefined && { exit: over }) };
    },
  };
}

function text(terminal: InstanceType<typeof xterm.Terminal>): string {
  const { active } = terminal.buffer;
  return Array.from({ length: active.length }, (_, i) => active.getLine(i)?.translateToString(true) ?? '')
    .join('\n')
    .trimEnd();
}

const flat = (words: string): string => words.replace(/\s+/g, ' ');

/** Keys typed before the prompt stands there would be lost; in a form, the question has to be the one that is asked. */
function isAsked(fresh: string, words: string): boolean {
  const shown = flat(fresh);
  const inForm = [...fresh.matchAll(/(?:^|[\r\n])> ([\s\S]*?)(?:Type |Or type |\n {4}: |Enter )/g)].at(-1)?.[1];
  if (inForm !== undefined && flat(inForm).includes(words)) return true;
  return shown.includes(words) && shown.lastIndexOf('? Your answer:') > shown.indexOf(words);
}
