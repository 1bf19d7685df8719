import { readFileSync } from 'node:fs';
import { kill } from 'node:process';

/** Where a system does not tell when a program began, its number has to be enough. */
const NOT_TOLD = '0';

/**
 * Whether a program is running. Its number alone does not say: a system gives it out again once the program has ended.
 * @param start when that program began, by `startOf`
 */
export function isRunning(pid: number, start = NOT_TOLD): boolean {
  const now = start === NOT_TOLD ? start : startOf(pid);
  return isInUse(pid) && (now === NOT_TOLD || now === start);
}

function isInUse(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Among the numbers that follow a program's name, which may hold spaces and brackets itself. */
const START = 19;

/** When a program began, in ticks since the machine did; only Linux tells. */
export function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START] ?? NOT_TOLD;
  } catch {
    return NOT_TOLD;
  }
}
