// Runs the built program over malformed inputs of every kind and counts what came of them:
// `npm run fuzz -- [--count 100000] [--seed 1] [--jobs 2]`; `--only N` runs one input and shows it,
// `--kinds largest` those whose kind begins so.
// Ends with 1 where there was a crash, a hang of more than a second (two for the largest inputs), a stack trace, JSON that is none, or much memory.
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    only: { type: 'string' },
    kinds: { type: 'string', default: '' },
    inject: { type: 'string' },
  },
});
const seed = Number(values.seed);
const jobs = Number(values.jobs);
const first = values.only === undefined ? 0 : Number(values.only);
const end = values.only === undefined ? Number(values.count) : first + 1;
/** The longest that one input may take before its process is ended, in milliseconds. */
const PATIENCE = 10_000;
const MOST_MEGABYTES = 300;

const kinds = new Map();
const exits = new Map();
const faults = [];
let [memory, slowest] = [0, 0];

const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

function took({ ends: n, kind, exit, took: time, fault, argv }) {
  count(kinds, kind);
  count(exits, exit?.error ? 'none' : exit);
  slowest = Math.max(slowest, time);
  if (fault) tell(n, kind, fault, argv);
  if (n % 5000 === 0) console.error(`input ${n} of ${end}`);
}

/** @param {number} n @param {string} kind @param {readonly string[]} fault what it is called, and how it showed @param {readonly string[]} argv */
function tell(n, kind, fault, argv = []) {
  const [what, how] = fault;
  faults.push(what);
  console.log(`${what} with input ${n} (${kind}): ${argv.join(' ')}\n  ${how}`);
}

/** Runs every `jobs`th input from one on; where one gets stuck or brings its process down, goes on behind it. */
function work(from) {
  if (from >= end) return Promise.resolve();
  const inject = values.inject && { as: values.inject, at: Math.floor(end / 2) };
  const child = fork(
    'scripts/fuzz/worker.mjs',
    [JSON.stringify({ seed, from, to: end, step: jobs, kinds: values.kinds, inject })],
    {
      execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
    },
  );
  let open;
  let began = Date.now();
  const watch = setInterval(() => {
    if (open && Date.now() - began > PATIENCE) child.kill('SIGKILL');
  }, 200);
  child.on('message', (/** @type {any} */ message) => {
    if (message.memory) memory = Math.max(memory, message.memory);
    if (message.begins !== undefined) [open, began] = [message, Date.now()];
    if (message.ends === undefined) return;
    open = undefined;
    took(message);
  });
  return new Promise((/** @type {(ended?: unknown) => void} */ resolve) => {
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      if (!open) return resolve();
      count(kinds, open.kind);
      const how =
        signal === 'SIGKILL' ? ['hang', `over ${PATIENCE} ms`] : ['crash', `the process ended: ${code ?? signal}`];
      tell(open.begins, open.kind, how);
      resolve(work(open.begins + jobs));
    });
  });
}

const start = Date.now();
const of = (what) => faults.filter((fault) => fault === what).length;
const table = (map) =>
  [...map]
    .sort()
    .map(([name, n]) => `  ${String(n).padStart(7)}  ${name}`)
    .join('\n');

/** Says what was done, also where somebody has stopped it before the end. */
function report() {
  const all = [...kinds.values()].reduce((a, b) => a + b, 0);
  console.log(
    `${all} malformed inputs, seed ${seed}, in ${Math.round((Date.now() - start) / 1000)} s\nby kind:\n${table(kinds)}`,
  );
  console.log(`by exit code:\n${table(exits)}`);
  console.log(
    `crashes: ${of('crash')}; hangs over 1 s: ${of('hang')}; stack traces: ${of('trace')}; JSON that is none: ${of('json')}`,
  );
  console.log(`slowest: ${Math.round(slowest)} ms; memory at most: ${Math.round(memory)} MB`);
  process.exit(faults.length > 0 || memory > MOST_MEGABYTES || all !== end - first ? 1 : 0);
}

process.on('SIGINT', report);
process.on('SIGTERM', report);
await Promise.all(Array.from({ length: jobs }, (_, i) => work(first + i)));
report();
