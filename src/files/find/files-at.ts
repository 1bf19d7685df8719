import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Day } from '../../calendar/dates.ts';

/** Whether a file came into git after a day; undefined where git does not say: there is none, or its history begins later. */
export function newSince(day: Day, folder: string): (path: string) => boolean | undefined {
  const root = git(folder, ['rev-parse', '--show-toplevel'])?.trimEnd();
  const commit = root && git(root, ['rev-list', '-1', `--before=${day}T23:59:59`, 'HEAD'])?.trim();
  const names = commit ? git(root, ['ls-tree', '-r', '--name-only', '-z', commit]) : undefined;
  if (root === undefined || names === undefined) return () => undefined;
  const then = new Set(names.split('\0'));
  return (path) => {
    const name = relative(root, realpathSync(path)).split(sep).join('/');
    return name.startsWith('..') ? undefined : !then.has(name);
  };
}

/** What git says; undefined where there is no git, no repository or no such thing in it. */
function git(folder: string, args: readonly string[]): string | undefined {
  try {
    const cwd = join(folder);
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}
