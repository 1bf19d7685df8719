import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** System calls by which a program changes what stands on a disk, or a screen. */
const CALLS = [
  ...['openat', 'write', 'fsync', 'rename', 'link', 'unlink'],
  ...['fchmod', 'fchown', 'mkdir', 'rmdir', 'ftruncate', 'symlink'],
];

/** One call that writes, in the order of the program: the `nth` of its name. */
export interface Call {
  readonly name: string;
  readonly nth: number;
  readonly where: 'folder' | 'screen' | 'elsewhere';
  readonly text: string;
}

/** What is done to a program at one of its calls. */
export type Fault =
  | { readonly how: 'signal'; readonly signal: 'SIGKILL' | 'SIGTERM' | 'SIGHUP' | 'SIGSTOP' }
  | { readonly how: 'error'; readonly error: 'EIO' | 'ENOSPC' | 'EACCES' };

export const mayTrace = (): boolean => spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** What stands before a command so that its calls are written to a log, and one of them goes wrong. */
export function traced(log: string, at?: { readonly call: Call; readonly fault: Fault }): string[] {
  const inject = at && [
    '-e',
    `inject=${at.call.name}:${at.fault.how === 'signal' ? `signal=${at.fault.signal}` : `error=${at.fault.error}`}:when=${at.call.nth}`,
  ];
  return ['strace', '-y', '-s', '0', '-o', log, '-e', `trace=${CALLS.join()}`, ...(inject ?? [])];
}

/** The calls that write, as a log tells them; those that only read are counted and left out. */
export function callsIn(log: string, folder: string): Call[] {
  const counts = new Map<string, number>();
  return textOf(log)
    .split('\n')
    .flatMap((text) => {
      const name = /^(\w+)\(/.exec(text)?.[1];
      if (name === undefined) return [];
      const nth = (counts.get(name) ?? 0) + 1;
      counts.set(name, nth);
      const reads = name === 'openat' && !/O_(?:WRONLY|RDWR|CREAT)/.test(text);
      return reads ? [] : [{ name, nth, where: whereOf(text, folder), text }];
    });
}

/** Programs run in the folder: a path without a beginning lies there. */
function whereOf(text: string, folder: string): Call['where'] {
  const paths = [...text.matchAll(/"([^"]+)"/g)].map(([, path = '']) => path);
  if (text.includes(folder) || (paths.length > 0 && paths.every((path) => !path.startsWith('/')))) return 'folder';
  return /^write\([12]</.test(text) ? 'screen' : 'elsewhere';
}

/** Devices and pipes by which the parts of a program wake one another; they keep nothing. */
const KEEPS_NOTHING = /anon_inode|eventfd|pipe:\[|socket:\[|\/dev\/(?:pts|null|tty)|\/proc\/self/;

/** Calls that leave something on a disk outside the folder. */
export const strayIn = (calls: readonly Call[]): string[] =>
  calls.filter(({ where, text }) => where === 'elsewhere' && !KEEPS_NOTHING.test(text)).map(({ text }) => text);

/** Whether a log says that the program stands still now. */
export const standsStillIn = (log: string): boolean => textOf(log).includes('stopped by SIGSTOP');

/** Whether a log says that the program was killed. */
export const isKilledIn = (log: string): boolean => textOf(log).includes('killed by SIGKILL');

function textOf(log: string): string {
  try {
    return readFileSync(log, 'utf8');
  } catch {
    return '';
  }
}
