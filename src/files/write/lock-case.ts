import { closeSync, linkSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FileError, type UserError } from '../../messages/errors.ts';
import { fileName, safe } from '../../messages/safe.ts';
import { listFolder } from '../find/list-folder.ts';
import { startOf } from './running.ts';
import { standingAt } from './standing.ts';
import { remove, sweepFolder, temporaryFor } from './temporary.ts';
import { notWritten } from './why-not.ts';

/** The running program, as far as a lock needs to know it. */
export interface Runner {
  readonly pid: number;
  readonly isRunning: (pid: number, start?: string) => boolean;
}

/**
 * Marks a file as being written by this program, so that two never write to one file at a time. Gives back how to
 * release it. A mark left by a program that has died is taken over.
 * @throws UserError where another program holds it
 */
export function lockCase(path: string, runner: Runner): () => void {
  const target = standingAt(path).path;
  const lock = join(dirname(target), `.${basename(target)}.lock`);
  const mark = `${runner.pid} ${hostname()} ${startOf(runner.pid)}\n`;
  if (!claim(lock, target, mark)) {
    takeOver(lock, path, runner);
    if (!claim(lock, target, mark)) throw inUse(path, lock);
  }
  sweep(target);
  return () => {
    if (readLock(lock) === mark) remove(lock);
  };
}

/** Takes away half-written files that a program which died has left: all of this file, and others of this folder. */
function sweep(path: string): void {
  const left = `.${basename(path)}.`;
  for (const name of listFolder(dirname(path))) {
    if (name.startsWith(left) && name.endsWith('.tmp')) remove(join(dirname(path), name));
  }
  sweepFolder(dirname(path));
}

/** Puts the mark there with its words in it, so that nobody ever reads an empty one. */
function claim(lock: string, path: string, mark: string): boolean {
  const temporary = temporaryFor(lock);
  try {
    writeFileSync(temporary, mark, { flag: 'wx', mode: 0o600 });
    linkSync(temporary, lock);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (NO_LINKS.includes(code)) return claimWithoutLinks(lock, path, mark);
    throw notWritten(path, error);
  } finally {
    remove(temporary);
  }
}

/** What a disk says that knows one name a file. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

function claimWithoutLinks(lock: string, path: string, mark: string): boolean {
  try {
    const file = openSync(lock, 'wx', 0o600);
    try {
      writeFileSync(file, mark);
    } catch (error) {
      remove(lock);
      throw error;
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw notWritten(path, error);
  }
}

/** Takes away a mark whose program has died; of two that try, only one finds the mark that it judged. */
function takeOver(lock: string, path: string, runner: Runner): void {
  const found = readLock(lock);
  if (isHeld(found, lock, runner)) throw inUse(path, lock);
  const aside = temporaryFor(lock);
  try {
    renameSync(lock, aside);
  } catch {
    return; // somebody else has taken it away
  }
  if (readLock(aside) !== found) {
    putBack(aside, lock);
    throw inUse(path, lock);
  }
  remove(aside);
}

function putBack(aside: string, lock: string): void {
  try {
    linkSync(aside, lock);
    unlinkSync(aside);
  } catch {
    renameSync(aside, lock);
  }
}

/** A mark without words is being written at this moment, unless it is older than that takes. */
const MOMENT = 10_000;

function isHeld(mark: string, lock: string, { pid, isRunning }: Runner): boolean {
  const [holder = '', host = '', start] = mark.trim().split(' ');
  if (holder === '') return isYoung(lock);
  if (host !== '' && host !== hostname()) return true;
  return Number(holder) !== pid && Number(holder) > 0 && isRunning(Number(holder), start);
}

function isYoung(lock: string): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs < MOMENT;
  } catch {
    return false;
  }
}

const inUse = (path: string, lock: string): UserError =>
  new FileError(
    path,
    safe`another interview is open on this file. Finish that one first, or use --no-input. If there is none, delete ${fileName(lock)}.`,
  );

function readLock(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}
