import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A copy of this folder as it was built, for one test, with `cpplan` and `npx` as somebody has them who installed it. */
export function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'cpplan-docs-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  for (const name of readdirSync('.')) {
    if (!['node_modules', '.git', 'coverage'].includes(name)) cpSync(name, join(copy, name), { recursive: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, '.path'));
  const program = (name: string, text: string): void =>
    writeFileSync(join(copy, '.path', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  program('cpplan', `exec node '${copy}/bin/cpplan.js' "$@"`);
  program('npx', 'name=$1; shift; [ "$name" = cpplan ] && exec cpplan "$@"; exec node_modules/.bin/"$name" "$@"');
  return copy;
}

/** What a line of shell came to. */
export interface Ran {
  readonly status: number | null;
  /** The line, and the end of what it said. */
  readonly said: string;
}

/** Runs a line of shell in a copy, without a terminal. */
export function run(command: string, cwd: string): Ran {
  const path = [join(cwd, '.path'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, GITHUB_STEP_SUMMARY: 'step-summary.md' };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8', input: '' });
  return { status, said: `${command}\n${stdout.slice(-1500)}${stderr.slice(-1500)}` };
}
