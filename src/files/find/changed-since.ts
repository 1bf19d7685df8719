import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, UserError } from '../../messages/errors.ts';
import { repositoryOf } from '../report-root.ts';

/**
 * Tells whether a file differs from a revision of the repository that it stands in, or is not in git yet.
 * @throws UserError where git cannot say, such as outside of any repository
 */
export function changedSince(revision: string): (path: string) => boolean {
  if (revision.startsWith('-')) throw new UserError(`--changed-since ${revision}: this is not a revision.`);
  const inRepository = new Map<string, ReadonlySet<string>>();
  const inFolder = new Map<string, ReadonlySet<string>>();
  const around = (folder: string): ReadonlySet<string> => {
    const top = repositoryOf(folder) ?? folder;
    const changed = inRepository.get(top) ?? changedIn(top, revision);
    inRepository.set(top, changed);
    inFolder.set(folder, changed);
    return changed;
  };
  return (path) => {
    const file = whole(path);
    if (file === undefined) return true;
    const folder = dirname(file);
    return (inFolder.get(folder) ?? around(folder)).has(file);
  };
}

/** By whatever way it was reached; undefined for a file that is gone meanwhile. */
function whole(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Files of a repository that differ from a revision or are not in git yet, as absolute paths. */
function changedIn(folder: string, revision: string): Set<string> {
  const root = git(['-C', folder, 'rev-parse', '--show-toplevel']).trimEnd();
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const commit = git(['-C', root, ...verify], revision).trim();
  const changed = git(['-C', root, 'diff', '--name-only', '--no-renames', '--diff-filter=d', '-z', commit, '--']);
  const untracked = git(['-C', root, 'ls-files', '--others', '--exclude-standard', '-z']);
  const names = `${changed}${untracked}`.split('\0').filter(Boolean);
  return new Set(names.map((name) => join(root, name)));
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
