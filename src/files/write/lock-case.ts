import { closeSync, openSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EXIT, UserError } from '../../messages/errors.ts';
import { listFolder } from '../find/list-folder.ts';
import { reason } from '../read-text.ts';

/** The running program, as far as a lock needs to know it. */
export interface Runner {
  readonly pid: number;
  readonly isRunning: (pid: number) => boolean;
}

/**
 * Marks a case file as being asked about, so that two interviews never run on one file. Gives back how to
 * release it. A mark left by a program that has died is taken over.
 * @throws UserError where another interview is open
 */
export function lockCase(path: string, runner: Runner): () => void {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  if (!claim(lock, path, runner)) {
    refuseIfHeld(lock, path, runner);
    remove(lock);
    if (!claim(lock, path, runner)) throw inUse(path, lock);
  }
  sweep(path);
  return () => remove(lock);
}

/** Takes away half-written files that a program which died has left beside the case file. */
function sweep(path: string): void {
  const left = `.${basename(path)}.`;
  for (const name of listFolder(dirname(path))) {
    if (name.startsWith(left) && name.endsWith('.tmp')) remove(join(dirname(path), name));
  }
}

function claim(lock: string, path: string, { pid }: Runner): boolean {
  try {
    const file = openSync(lock, 'wx', 0o600);
    try {
      writeFileSync(file, `${pid} ${hostname()}\n`);
    } catch (error) {
      remove(lock);
      throw error;
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new UserError(`${path}: ${reason(error).replace('read', 'written')}`, EXIT.failed);
  }
}

function refuseIfHeld(lock: string, path: string, { pid, isRunning }: Runner): void {
  const [holder = '', host = ''] = readLock(lock).trim().split(' ');
  const elsewhere = host !== '' && host !== hostname();
  const here = Number(holder) !== pid && Number(holder) > 0 && isRunning(Number(holder));
  if (elsewhere || here) throw inUse(path, lock);
}

const inUse = (path: string, lock: string): UserError =>
  new UserError(
    `${path}: another interview is open on this file. Finish that one first, or use --no-input. If there is none, delete ${lock}.`,
  );

function readLock(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}

function remove(lock: string): void {
  try {
    unlinkSync(lock);
  } catch {
    // another program has taken it away
  }
}
