// Measures start-up, checks of many files, other programs on the same files, a service, returns and packs.
// Every figure is a ratio within one run: absolute times are those of one machine at one hour.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { machine, PARTS } from './bench/parts.mjs';
import { asMarkdown } from './bench/tables.mjs';

const USAGE =
  'npm run bench -- [--parts start,check,mixed,service,returns,packs] [--files 1000,10000] [--threads 1,2] [--runs 5] [--peers FOLDER] [--json FILE]';

/** Ends with a sentence: nothing was measured. @param {string} says @returns {never} */
function refuse(says) {
  console.error(`${says}\n${USAGE}`);
  process.exit(2);
}

const values = given();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

function given() {
  try {
    return parseArgs({
      options: {
        parts: { type: 'string', default: Object.keys(PARTS).join() },
        files: { type: 'string', default: '1000,10000' },
        threads: {
          type: 'string',
          default: [1, 2, 8].filter((n) => n <= Math.max(2, os.availableParallelism())).join(),
        },
        runs: { type: 'string', default: '5' },
        peers: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Whole numbers above 0, with commas between them. */
function numbers(name, text) {
  const list = text.split(',').map(Number);
  return list.every((n) => Number.isInteger(n) && n > 0)
    ? list
    : refuse(`--${name} ${text}: write whole numbers above 0.`);
}

const parts = values.parts.split(',');
const wrong = parts.filter((name) => !Object.hasOwn(PARTS, name));
if (wrong.length > 0) refuse(`There is no part ${wrong.join()}.`);
const asked = {
  sizes: numbers('files', values.files),
  threads: numbers('threads', values.threads),
  runs: numbers('runs', values.runs)[0] ?? 1,
  peers: values.peers,
};
const work = mkdtempSync(join(os.tmpdir(), 'cpplan-bench-'));
const order = {
  ...asked,
  work,
  tell: (says) => console.error(says),
};

// Ctrl-C stops the program that runs now; then what was generated is taken away
process.on('SIGINT', () => undefined);

try {
  const result = await measured();
  console.log(asMarkdown(result));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function measured() {
  const [on, begun] = [new Date().toISOString().slice(0, 10), Date.now()];
  const tables = [];
  const load = [os.loadavg()[0] ?? 0];
  for (const part of parts) {
    tables.push(...(await PARTS[part](order)));
    load.push(os.loadavg()[0] ?? 0);
  }
  const minutes = Math.ceil((Date.now() - begun) / 60_000);
  const short = (figure) => Number(figure.toFixed(1));
  const [least, most] = [short(Math.min(...load)), short(Math.max(...load))];
  return { on, machine: machine(), load: { least, most }, minutes, tables };
}
