import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pid } from 'node:process';
import { isRunning, startOf } from './running.ts';

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

let start: string | undefined;

/** This program, so that another can tell whether it still runs. */
const writer = (): string => `${machine}-${pid}_${(start ??= startOf(pid))}`;

/** A new name for a half-written file: beside the file that it becomes, with who writes it. */
export const temporaryFor = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${writer()}-${randomBytes(4).toString('hex')}.tmp`);

const OURS = /^\..+\.([0-9a-f]{8})-(\d+)_(\d+)-[0-9a-f]{8}\.tmp$/;

const DAY = 24 * 3600 * 1000;

/** Takes away half-written files that programs which died have left in a folder. */
export function sweepFolder(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, host, other, began] = OURS.exec(name) ?? [];
    if (host === undefined) continue;
    const path = join(folder, name);
    const isLeft = host === machine ? !isRunning(Number(other), began) : isOlderThan(DAY, path);
    if (isLeft) remove(path);
  }
}

/** Takes a file away; one that is gone already, or cannot be taken away, is passed over. */
export function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // it never came into being, or somebody else has taken it away
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** On another machine nobody here can tell who is running. */
function isOlderThan(age: number, path: string): boolean {
  try {
    return Date.now() - lstatSync(path).mtimeMs > age;
  } catch {
    return false;
  }
}
