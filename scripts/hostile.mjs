// A hostile day: runs interviews, decisions, notes, checks and editors on one folder while they are killed, stopped,
// refused by the system and watched: `npm run hostile -- [--minutes 10] [--seed 1] [--lanes 3]`.
// Ends with 1 where an answer was lost, another file changed, something was left behind, or words stood elsewhere.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { random } from './random.mjs';

/** A world in which a small disk can be put below the folder of the day; gone with it. */
const OWN_WORLD = ['-rm', '--propagation', 'private'];
const MOUNT = 'mount -t tmpfs -o size=48m,mode=700 tmpfs "$1" || exit 97; shift; exec "$@"';

const folder = process.env.CPPLAN_HOSTILE_FOLDER;
if (folder) await inFolder(folder, process.env.CPPLAN_HOSTILE_DISK === 'small');
else process.exitCode = startedIn(mkdtempSync(join(tmpdir(), 'cpplan-hostile-')));

function startedIn(base) {
  const disk = join(base, 'disk');
  const again = [process.execPath, ...process.argv.slice(1)];
  const env = { ...process.env, CPPLAN_HOSTILE_FOLDER: base };
  try {
    spawnSync('mkdir', [disk]);
    const mayMount = spawnSync('unshare', [...OWN_WORLD, 'sh', '-c', MOUNT, 'sh', disk, 'true']).status === 0;
    const [command, args] = mayMount
      ? ['unshare', [...OWN_WORLD, 'sh', '-c', MOUNT, 'sh', disk, ...again]]
      : [process.execPath, process.argv.slice(1)];
    const disks = mayMount ? 'small' : 'shared';
    return spawnSync(command, args, { stdio: 'inherit', env: { ...env, CPPLAN_HOSTILE_DISK: disks } }).status ?? 1;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function inFolder(base, isSmall) {
  // beside the packages that it imports
  const built = resolve(`build/hostile-${process.pid}.cjs`);
  await build({
    entryPoints: ['scripts/hostile/day.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@lydell/node-pty'],
    outfile: built,
    logLevel: 'error',
  });
  try {
    const { day } = await import(pathToFileURL(built).href);
    process.exitCode = await day(process.argv.slice(2), base, isSmall, random);
  } finally {
    rmSync(built, { force: true });
  }
}
