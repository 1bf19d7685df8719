import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pid } from 'node:process';
import { digestText } from '../digest.ts';
import { isRunning, startOf } from './running.ts';

let known: string | undefined;

/** This machine, so that nobody can read its name. */
const machine = (): string => (known ??= digestText(process.getBuiltinModule('node:os').hostname()).slice(0, 8));

let start: string | undefined;

/** This program, so that another can tell whether it still runs. */
const writer = (): string => `${machine()}-${pid}_${(start ??= startOf(pid))}`;

/** Loading what makes it takes longer than most answers, and most write no file. */
const randomHex = (): string => process.getBuiltinModule('node:crypto').randomBytes(4).toString('hex');

/** A new name for a half-written file: beside the file that it becomes, with who writes it. */
export const temporaryFor = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${writer()}-${randomHex()}.tmp`);

const OURS = /^\..+\.([0-9a-f]{8})-(\d+)_(\d+)-[0-9a-f]{8}\.tmp$/;

const DAY = 24 * 3600 * 1000;

/** Takes away half-written files that programs which died have left in a folder. */
export function sweepFolder(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, host, other, began] = OURS.exec(name) ?? [];
    if (host === undefined) continue;
    const path = join(folder, name);
    const isLeft = host === machine() ? !isRunning(Number(other), began) : isOlderThan(DAY, path);
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
