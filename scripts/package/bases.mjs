// The programs of node that executables are made of: taken from npm, held to the checksums in bases.json.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What executables are made of: the version of node, and by target its package, checksums and the name of the result. */
export const BASES = JSON.parse(readFileSync(new URL('bases.json', import.meta.url), 'utf8'));

/** Targets that executables are made for. */
export const TARGETS = Object.keys(BASES).filter((name) => name !== 'node');

/** SHA-256 of a file. */
export const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The unpacked package of a target, below a folder in which it is kept for the next time. */
export function baseFor(target, folder, bases = BASES) {
  const base = bases[target];
  const unpacked = join(folder, `${base.package}-${bases.node}`);
  const program = join(unpacked, 'package', base.program);
  if (!existsSync(program)) unpack(base, bases.node, folder, unpacked);
  demand(program, base.sha256);
  return { program, unpacked: join(unpacked, 'package') };
}

function unpack({ package: name, tarball }, version, folder, to) {
  mkdirSync(to, { recursive: true });
  const args = ['pack', `${name}@${version}`, '--silent', '--prefer-offline', '--pack-destination', folder];
  execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  const packed = `${to}.tgz`;
  demand(packed, tarball);
  execFileSync('tar', ['-xzf', packed, '-C', to]);
  rmSync(packed);
}

/** @throws Error where a file is not the one that was looked at when its checksum was written down; it is taken away. */
function demand(path, expected) {
  const found = sha256(path);
  if (found === expected) return;
  rmSync(path);
  throw new Error(
    `${path}: its SHA-256 is ${found}; scripts/package/bases.json says ${expected}. It was taken away and not used: try again, and if it differs again, do not trust it.`,
  );
}
