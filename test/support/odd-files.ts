import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folderWith } from './folder.ts';

/** Whether a command may be run here: tests that need it are passed over elsewhere, and vitest says so. */
export const may = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Numbers of the devices that tests make for themselves in their own folder; those of the system are never touched. */
const DEVICES = { null: ['1', '3'], full: ['1', '7'] } as const;

/** Makes a device in the place of a file. */
export const device = (path: string, kind: keyof typeof DEVICES): boolean =>
  may('mknod', path, 'c', ...DEVICES[kind]) && may('sh', '-c', ': >> "$1"', 'sh', path);

/** A pipe with a name. */
export const pipe = (path: string): boolean => may('mkfifo', path);

/** Whether devices may be made here at all. */
export function mayMakeDevices(): boolean {
  return may('sh', '-c', 'd=$(mktemp -d) && mknod "$d/null" c 1 3 && : > "$d/null"; s=$?; rm -rf "$d"; exit $s');
}

/** A device of one's own on which nothing can be kept. */
export function fullDevice(): string {
  const path = join(folderWith({}), 'full');
  device(path, 'full');
  return path;
}
