import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../../messages/errors.ts';

/** Files that differ from a revision or are not in git yet, as absolute paths. @throws UserError where git cannot say */
export function changedSince(revision: string): Set<string> {
  if (revision.startsWith('-')) throw new UserError(`--changed-since ${revision}: this is not a revision.`);
  const root = git(['rev-parse', '--show-toplevel']).trimEnd();
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], revision).trim();
  const changed = git(['-C', root, 'diff', '--name-only', '--no-renames', '--diff-filter=d', '-z', commit, '--']);
  const untracked = git(['-C', root, 'ls-files', '--others', '--exclude-standard', '-z']);
  return new Set(
    `${changed}${untracked}`
      .split('\0')
      .filter(Boolean)
      .map((name) => join(root, name)),
  );
}

/** Whether a file is among the changed ones, by whatever way it was reached. */
export function isAmong(changed: ReadonlySet<string>): (path: string) => boolean {
  return (path) => {
    try {
      return changed.has(realpathSync(path));
    } catch {
      return true;
    }
  };
}

function git(args: readonly string[], revision?: string): string {
  try {
    return execFileSync('git', args, {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') throw new UserError('--changed-since needs git, which is not installed here.', EXIT.failed);
    if (revision !== undefined) throw new UserError(`--changed-since ${revision}: git knows no such revision.`);
    throw new UserError(`--changed-since: ${stderr?.split('\n')[0] || 'git could not say what changed'}`);
  }
}
