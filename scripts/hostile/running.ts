import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { FIRST, PROGRAM } from '../../test/support/program/program.ts';
import { type Call, callsIn, type Fault, isKilledIn, standsStillIn, traced } from './tracing.ts';
import type { World } from './world.ts';

/** What is done to one run: a fault at a call, or a kill after some milliseconds; and what others do while it stands still. */
export interface Doing {
  readonly log: string;
  /** Whether its calls are written down. */
  readonly isTraced: boolean;
  readonly at?: { readonly call: Call; readonly fault: Fault } | undefined;
  readonly killAfter?: number | undefined;
  readonly meanwhile?: (() => void) | undefined;
}

/** How one run ended. */
export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  readonly calls: readonly Call[];
  /** Whether it was killed in one of them. */
  readonly isKilled: boolean;
}

/** What stands before the program. */
export const before = ({ log, isTraced, at }: Doing): string[] => {
  rmSync(log, { force: true });
  return isTraced ? traced(log, at) : [];
};

/** Runs a command without a terminal. */
export async function run(world: World, args: readonly string[], doing: Doing, input = ''): Promise<Ran> {
  const [command = PROGRAM, ...rest] = [...before(doing), PROGRAM, ...FIRST, ...args];
  const child = spawn(command, rest, { cwd: world.folder, env: world.env, stdio: ['pipe', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (data) => void (texts.out += data));
  child.stderr.on('data', (data) => void (texts.err += data));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const stop = watch(child.pid, doing);
  const exit = await ended(child);
  stop();
  return { exit, ...texts, calls: callsIn(doing.log, world.folder), isKilled: isKilledIn(doing.log) };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code));
  });

const LOOK = 15;
const LONGEST = 60_000;

/** Does what is to be done to a running program from outside; gives how to leave off. */
export function watch(pid: number | undefined, { log, at, killAfter, meanwhile }: Doing): () => void {
  if (pid === undefined) return () => undefined;
  const kill = (signal: NodeJS.Signals): void => signalTo(innermost(pid), signal);
  const timers = [setTimeout(() => kill('SIGKILL'), killAfter ?? LONGEST)];
  const stops = at?.fault.how === 'signal' && at.fault.signal === 'SIGSTOP';
  const look = setInterval(() => {
    if (!stops || !standsStillIn(log)) return;
    clearInterval(look);
    meanwhile?.();
    kill('SIGCONT');
  }, LOOK);
  return () => {
    clearInterval(look);
    for (const timer of timers) clearTimeout(timer);
  };
}

/** The program itself, where a tracer stands before it. */
function innermost(pid: number): number {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return name === 'strace' && child ? Number(child) : pid;
  } catch {
    return pid;
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended
  }
}
