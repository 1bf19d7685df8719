import { accessSync, type BigIntStats, constants, existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT, FileError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
import { notWritten } from './why-not.ts';

/** What stands where something is to be written. */
export interface Standing {
  /** Where it is written: the file itself, where the path given is a link within its folder. */
  readonly path: string;
  /** A channel is a pipe, a terminal or a device: it is written into and never replaced. */
  readonly is: 'nothing' | 'file' | 'channel';
  readonly stat?: BigIntStats;
}

/** Looks at a place before anything is written there. @throws UserError where nothing may be written */
export function standingAt(path: string): Standing {
  try {
    const own = ifThere(() => lstatSync(path, { bigint: true }));
    if (!own) return { path, is: 'nothing' };
    const stat = own.isSymbolicLink() ? ifThere(() => statSync(path, { bigint: true })) : own;
    if (!stat) throw new FileError(path, safe`this is a link to a file that is not there. Name that file itself.`);
    if (stat.isDirectory()) throw new FileError(path, safe`this is a folder; a file is needed here.`);
    const target = own.isSymbolicLink() ? withinFolder(path, !stat.isFile()) : path;
    if (!stat.isFile()) return { path: target, is: 'channel', stat };
    refuseReadOnly(path, target, stat);
    return { path: target, is: 'file', stat };
  } catch (error) {
    throw notWritten(path, error);
  }
}

/** Whether the same file, with nothing changed in it, still stands there. */
export function standsStill({ path, stat }: Standing): boolean {
  const now = ifThere(() => lstatSync(path, { bigint: true }));
  if (!now || !stat) return now === undefined && stat === undefined;
  return (['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const).every((name) => now[name] === stat[name]);
}

function ifThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Where the system names what a program has open: a link from there leads to a pipe or a terminal of that program. */
const OPEN_ENDS = /^\/(?:dev|proc)(?:\/|$)/;

/** The file behind a link; a link is followed only to another file of the same folder. */
function withinFolder(path: string, isChannel: boolean): string {
  const folder = realpathSync(dirname(path));
  if (isChannel && OPEN_ENDS.test(folder)) return path;
  const target = realpathSync(path);
  if (dirname(target) === folder) return target;
  throw new FileError(
    path,
    safe`this is a link to a file in another folder. Name that file itself, so that it is plain what is changed.`,
  );
}

const ANY_WRITER = 0o222n;

/** Who may write anywhere is stopped by the mark as well: a file is made read-only so that it stays as it is. */
function refuseReadOnly(path: string, target: string, { mode }: BigIntStats): void {
  if ((mode & ANY_WRITER) !== 0n && mayWrite(target)) return;
  throw new FileError(path, safe`this file is read-only for you. Nothing was written.`, EXIT.failed);
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether anything stands at a path. */
export const isThere = (path: string): boolean => existsSync(path);
