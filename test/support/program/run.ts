import { spawnSync } from 'node:child_process';
import { FIRST, PROGRAM } from './program.ts';

/** What a run of the real program gave. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as a user would, without a terminal. */
export function cpplan(
  args: readonly string[],
  options: { cwd?: string; input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Ran {
  const { stdout, stderr, status } = spawnSync(PROGRAM, [...FIRST, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    input: options.input ?? '',
    ...(options.cwd && { cwd: options.cwd }),
  });
  return { status, out: stdout, err: stderr };
}
