// Makes what is handed out, in `build/`: executables, the npm package, licences, the list of parts, checksums.
// `npm run package`; with the names of targets behind `--`, only their executables.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASES, baseFor, sha256, TARGETS } from './package/bases.mjs';
import { bundledPackages, foldersIn } from './package/bundled.mjs';
import { bundle, makeBlob, makeExecutable } from './package/executable.mjs';
import { licencesOf, withNode } from './package/licences.mjs';
import { sbomOf } from './package/sbom.mjs';

const FOLDER = 'build';
const KEPT = 'node_modules/.cache/cpplan';
const LICENCES = join(FOLDER, 'THIRD-PARTY-LICENCES');
/** What node runs, and what it runs in each further thread. */
const CODE = { main: join(FOLDER, 'cpplan.cjs'), thread: join(FOLDER, 'thread.cjs') };

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`Nothing was packaged. ${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
}

async function main(named) {
  const strange = named.filter((name) => !TARGETS.includes(name));
  if (strange.length > 0) throw new Error(`There is no target ${strange.join(', ')}. Known: ${TARGETS.join(', ')}.`);
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('Executables are made on Linux x64: what goes into them is made by the node for that system.');
  mkdirSync(KEPT, { recursive: true });
  // Whatever is left over from another time could be taken for what is made now
  for (const name of readdirSync(FOLDER)) if (name !== 'bundled.json') rmSync(join(FOLDER, name));
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const made = [...(await executables(named.length > 0 ? named : TARGETS, manifest)), packed()];
  const sbom = `cpplan-${manifest.version}.cdx.json`;
  writeFileSync(join(FOLDER, sbom), sbomOf(bundledPackages(), manifest, BASES));
  const all = [...made, sbom, 'THIRD-PARTY-LICENCES'];
  const sums = all.map((name) => `${sha256(join(FOLDER, name))}  ${name}\n`).join('');
  writeFileSync(join(FOLDER, 'SHA256SUMS'), sums);
  console.log(sums.trimEnd());
}

async function executables(targets, { version }) {
  const maker = baseFor('linux-x64', KEPT);
  const packages = bundledPackages();
  const text = readFileSync(join(maker.unpacked, 'LICENSE'), 'utf8');
  writeFileSync(LICENCES, withNode(licencesOf(packages), BASES.node, text));
  const define = { __VERSION__: JSON.stringify(version) };
  const metafiles = [
    await bundle('src/start/executable.ts', CODE.main, define),
    await bundle('src/start/executable-thread.ts', CODE.thread, define),
  ];
  const known = packages.map(({ folder }) => folder);
  const unlisted = foldersIn(metafiles).filter((folder) => !known.includes(folder));
  if (unlisted.length > 0) throw new Error(`Only the executable holds ${unlisted.join(', ')}: its licence is missing.`);
  const blob = makeBlob(FOLDER, CODE, maker.program, LICENCES);
  for (const target of targets)
    await makeExecutable(baseFor(target, KEPT).program, blob, join(FOLDER, BASES[target].executable));
  return targets.map((target) => BASES[target].executable);
}

/** The npm package, of what was just built. */
function packed() {
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', FOLDER];
  return execFileSync('npm', args, { encoding: 'utf8' }).trim().split('\n').at(-1);
}
