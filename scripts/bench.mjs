// Measures start-up, checks of many files, other programs on the same files, a service, returns and packs:
// npm run bench -- [--parts start,check,mixed,service,returns,packs] [--files 1000,10000] [--threads 1,2] [--runs 5]
//   [--peers FOLDER] [--json FILE]
// Every figure is a ratio within one run: absolute times are those of one machine at one hour.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { machine, PARTS } from './bench/parts.mjs';
import { asMarkdown } from './bench/tables.mjs';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: Object.keys(PARTS).join() },
    files: { type: 'string', default: '1000,10000' },
    threads: { type: 'string', default: [1, 2, 8].filter((n) => n <= Math.max(2, os.availableParallelism())).join() },
    runs: { type: 'string', default: '5' },
    peers: { type: 'string' },
    json: { type: 'string' },
  },
});
const numbers = (text) => text.split(',').filter(Boolean).map(Number);
const work = mkdtempSync(join(os.tmpdir(), 'cpplan-bench-'));
const order = {
  sizes: numbers(values.files),
  threads: numbers(values.threads),
  runs: Number(values.runs),
  peers: values.peers,
  work,
  tell: (says) => console.error(says),
};

// Ctrl-C stops the program that runs now; then what was generated is taken away
process.on('SIGINT', () => undefined);

try {
  const result = await measured(values.parts.split(','));
  console.log(asMarkdown(result));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function measured(parts) {
  const wrong = parts.filter((name) => !Object.hasOwn(PARTS, name));
  if (wrong.length > 0) throw new Error(`There is no part ${wrong.join()}. Known: ${Object.keys(PARTS).join()}.`);
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
