// What is measured, part by part. Each part gives tables: what was measured, and what each program took.
import { cpSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { FOR_NODE } from '../build-plugins.mjs';
import { fasterYaml } from '../faster-yaml.mjs';
import { generate } from '../generate-cases.mjs';
import { blindPeers, peersFor } from './peers.mjs';
import { returnsMeasured } from './returns.mjs';
import { measure } from './run.mjs';

/**
 * What is measured, and how.
 * @typedef {{ sizes: number[], threads: number[], runs: number, peers?: string | undefined, work: string,
 *   tell: (says: string) => void }} Order
 * A table: `part`, `files` and `of` tell it from others.
 * @typedef {{ part: string, files?: number, of?: string, megabytes?: number, rows: Record<string, import('./run.mjs').Taken>,
 *   missing?: Record<string, string> }} Table
 */

const AS_AT = ['--as-at', '2026-11-22'];
const CASE = 'cases/further-plan/second-plan-ready.yaml';

/** The program of this folder, and how its checks end: findings are no failure. */
const cpplan = (...args) => ({ command: [process.execPath, 'bin/cpplan.js', ...args], ends: [0, 1] });

/** The parts, by name. */
export const PARTS = { start, check, mixed, service, returns, packs };

/** @param {Order} order @returns {Table[]} */
function start({ runs, work, tell }) {
  // npm ships none of the compiled code that a build keeps
  const installed = join(work, 'installed');
  for (const folder of ['bin', 'dist', 'policies', 'templates'])
    cpSync(folder, join(installed, folder), { recursive: true, preserveTimestamps: true, filter: isShipped });
  const programs = {
    'node -e 0': { command: [process.execPath, '-e', '0'] },
    '--version': cpplan('--version'),
    '--help': cpplan('--help'),
    check: cpplan('check', CASE),
    'screen --no-input': cpplan('screen', CASE, '--no-input'),
    explain: cpplan('explain', CASE),
    rationale: cpplan('rationale', CASE),
    'check, as npm installs it': { command: [process.execPath, join(installed, 'bin/cpplan.js'), 'check', CASE] },
  };
  return [{ part: 'start', rows: measure(programs, 5 * runs, quiet(tell)) }];
}

const isShipped = (path) => !path.endsWith('.cache');

/** Every run of a start is too much to tell. */
const quiet = (tell) => {
  tell('start');
  return () => undefined;
};

/** With and without other programs, on files without faults: some programs stop at a repeated key. */
async function check(order) {
  const { sizes, threads, peers, work, tell } = order;
  const baseline = await baselineIn(work);
  const blind = peers ? blindPeers(peers, work) : [];
  return sizes.map((files) => {
    const folder = casesIn(work, files, true);
    const { programs, missing } = peers ? peersFor(peers, folder, files, work) : { programs: {}, missing: {} };
    for (const name of blind) {
      delete programs[name];
      missing[name] = 'it lets broken files pass';
    }
    const all = {
      'read only': { command: [process.execPath, baseline, 'read', folder] },
      'read and parse': { command: [process.execPath, baseline, 'parse', folder] },
      ...checks(folder, threads),
      ...programs,
    };
    const rows = measure(all, runsFor(files, order), telling(tell, files));
    rmSync(folder, { recursive: true });
    return { part: 'check', files, rows, ...(Object.keys(missing).length > 0 && { missing }) };
  });
}

/** Files as a service has them: of ten, three lack answers and one has a fault. */
async function mixed(order) {
  const { sizes, threads, work, tell } = order;
  const baseline = await baselineIn(work);
  return sizes.map((files) => {
    const folder = casesIn(work, files, false);
    const programs = {
      'read and parse': { command: [process.execPath, baseline, 'parse', folder] },
      ...checks(folder, threads),
      'check --threads 1 --format json': cpplan('check', folder, ...AS_AT, '--threads', '1', '--format', 'json'),
    };
    const rows = measure(programs, runsFor(files, order), telling(tell, files));
    rmSync(folder, { recursive: true });
    return { part: 'mixed', files, rows };
  });
}

const checks = (folder, threads) =>
  Object.fromEntries(
    threads.map((count) => [`check --threads ${count}`, cpplan('check', folder, ...AS_AT, '--threads', String(count))]),
  );

/** A whole service: rows and counts beside a check of the same cases. */
function service(order) {
  const { sizes, work, tell } = order;
  const files = sizes.includes(10_000) ? 10_000 : (sizes[0] ?? 0);
  const folder = casesIn(work, files, true);
  const programs = Object.fromEntries(
    [['check'], ['overview', '--format', 'ndjson'], ['overview', '--format', 'csv'], ['overview', '--cohort']].map(
      ([command = '', ...options]) => [[command, ...options].join(' '), cpplan(command, folder, ...AS_AT, ...options)],
    ),
  );
  const rows = measure(programs, runsFor(files, order), telling(tell, files));
  rmSync(folder, { recursive: true });
  return [{ part: 'service', files, rows }];
}

function returns({ work, runs, tell }) {
  return returnsMeasured(work, runs, tell);
}

/** Every shipped pack: over every combination of answers, and by every small mistake. */
function packs({ runs, tell }) {
  const programs = {
    'policy verify': cpplan('policy', 'verify'),
    'policy mutate': { ...cpplan('policy', 'mutate'), turns: 1 },
  };
  return [{ part: 'packs', rows: measure(programs, Math.min(runs, 3), tell) }];
}

/** Ratios of long runs are steady: they need fewer turns. */
const runsFor = (files, { runs }) => (files >= 100_000 ? 1 : files >= 50_000 ? Math.min(runs, 3) : runs);

const telling = (tell, files) => (says) => tell(`${files} files: ${says}`);

function casesIn(work, files, isSound) {
  const folder = join(work, `${isSound ? 'sound' : 'mixed'}-${files}`);
  generate(folder, files, 1, isSound);
  return folder;
}

async function baselineIn(work) {
  const outfile = join(work, 'baseline.mjs');
  await build({
    entryPoints: ['scripts/baseline.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    ...FOR_NODE,
    plugins: [fasterYaml],
  });
  return outfile;
}

/** The machine, for those who compare. */
export const machine = () => ({
  node: process.version,
  processors: os.availableParallelism(),
  model: os.cpus()[0]?.model.trim() ?? '',
  memory: Math.round(os.totalmem() / 2 ** 30),
});
