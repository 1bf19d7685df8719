// Measures start-up, batches, memory and the reading of returns: `npm run bench [-- --files 10000 --runs 5 --peers FOLDER]`.
// Every figure is a ratio within one run: absolute times are those of one machine at one hour.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { peersIn } from './bench-peers.mjs';
import { measureReturns } from './bench-returns.mjs';
import { measure, peakOf, table } from './bench-run.mjs';
import { FOR_NODE, fasterYaml } from './build-plugins.mjs';
import { generate } from './generate-cases.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
    peers: { type: 'string' },
  },
});
const [files, runs] = [Number(values.files), Number(values.runs)];
const work = mkdtempSync(join(os.tmpdir(), 'cpplan-bench-'));
const cpplan = (...args) => [process.execPath, 'bin/cpplan.js', ...args];
const load = os
  .loadavg()
  .map((figure) => figure.toFixed(1))
  .join(' ');

try {
  console.log(`Node ${process.version}, ${os.cpus().length} processors, load ${load}, ${runs} runs each; medians.`);
  starts();
  await batch();
  service();
  if (values.peers) peers();
  memory();
  await measureReturns(work, runs);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function starts() {
  const path = 'cases/further-plan/second-plan-ready.yaml';
  const commands = {
    'node -e 0': [process.execPath, '-e', '0'],
    '--version': cpplan('--version'),
    '--help': cpplan('--help'),
    'check of one file': cpplan('check', path),
    'screen --no-input': cpplan('screen', path, '--no-input'),
  };
  table('Start', measure(commands, 3 * runs), 'node -e 0');
}

async function batch() {
  const baseline = join(work, 'baseline.mjs');
  await build({
    entryPoints: ['scripts/baseline.ts'],
    outfile: baseline,
    bundle: true,
    format: 'esm',
    ...FOR_NODE,
    plugins: [fasterYaml],
  });
  const folder = join(work, String(files));
  generate(folder, files);
  const commands = {
    'read only': [process.execPath, baseline, 'read', folder],
    'read and parse': [process.execPath, baseline, 'parse', folder],
    'cpplan check': cpplan('check', folder, '--as-at', '2026-11-22'),
    'cpplan check, everything as JSON': cpplan('check', folder, '--as-at', '2026-11-22', '--format', 'json'),
  };
  table(`${files} files`, measure(commands, runs), 'read and parse', 'read only');
}

/** A whole service: rows and counts beside a check of the same cases. */
function service() {
  const folder = join(work, 'service');
  generate(folder, files, 1, true);
  const commands = {
    'cpplan check': cpplan('check', folder, '--as-at', '2026-11-22'),
    'overview --format ndjson': cpplan('overview', folder, '--as-at', '2026-11-22', '--format', 'ndjson'),
    'overview --format csv': cpplan('overview', folder, '--as-at', '2026-11-22', '--format', 'csv'),
    'overview --cohort': cpplan('overview', folder, '--as-at', '2026-11-22', '--cohort'),
  };
  table(`A service of ${files} cases`, measure(commands, runs), 'cpplan check');
  console.log('\n| peak memory | MB |\n| --- | --- |');
  for (const [name, command] of Object.entries(commands))
    console.log(`| ${name} | ${peakOf(command) ?? 'not known here'} |`);
}

/** Others stop at a repeated key, so that they are given files without faults; they check the schema alone. */
function peers() {
  const folder = join(work, 'sound');
  generate(folder, files, 1, true);
  const commands = {
    'cpplan check': cpplan('check', folder, '--as-at', '2026-11-22'),
    ...peersIn(values.peers, folder, work),
  };
  table(`${files} files without faults: others check the schema alone`, measure(commands, runs), 'cpplan check');
}

function memory() {
  const figures = [1000, files].map((count) => {
    const folder = join(work, `memory-${count}`);
    generate(folder, count);
    return [count, peakOf(cpplan('check', folder, '--as-at', '2026-11-22'))];
  });
  console.log('\n## Peak memory\n\n| files | MB |\n| --- | --- |');
  for (const [count, peak] of figures) console.log(`| ${count} | ${peak ?? 'not known here'} |`);
}
