import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll } from 'vitest';

const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}, 60_000);

/** A copy of this folder as it was built, for one test, with `cpplan` and `npx` as somebody has them who installed it; folders can be left out. */
export function copyOfProject(without: readonly string[] = []): string {
  const copy = mkdtempSync(join(tmpdir(), 'cpplan-docs-'));
  copies.push(copy);
  for (const name of readdirSync('.')) {
    if (!['node_modules', '.git', 'coverage', ...without].includes(name))
      cpSync(name, join(copy, name), { recursive: true });
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
export function run(command: string, cwd: string): Promise<Ran> {
  const path = [join(cwd, '.path'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, GITHUB_STEP_SUMMARY: 'step-summary.md' };
  const shell = spawn('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (piece) => (said += piece));
  return new Promise((resolve, reject) => {
    shell.on('error', reject);
    shell.on('close', (status) => resolve({ status, said: `${command}\n${said.slice(-2000)}` }));
  });
}
