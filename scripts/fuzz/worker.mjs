// One process that runs inputs one after the other and tells the other of each beginning and of every fault.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inputOf } from './inputs.mjs';
import { ran } from './world.mjs';

const { seed, from, to, step, kinds, inject } = JSON.parse(process.argv[2] ?? '');
const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'cpplan-fuzz-'));
/** Processor time in milliseconds after which an input counts as a hang; the largest have twice as much. */
const HANG = 1000;
const megabytes = () => process.resourceUsage().maxRSS / 1024;

/** What a self-check puts in the place of the program, to see whether each kind of fault is noticed. */
const INJECTED = {
  crash: () => ({ took: 1, fault: ['crash', 'injected'] }),
  slow: () => new Promise((resolve) => setTimeout(() => resolve({ took: HANG + 100 }), 10)),
  stuck: () => {
    for (;;);
  },
};

async function look(n) {
  const { kind, files, argv } = inputOf(seed, n, kinds);
  process.send?.({ begins: n, kind });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  process.chdir(folder);
  const injected = n === inject?.at && INJECTED[inject.as];
  const { fault, took, exit } = await (injected ? injected() : ran(argv));
  process.chdir(home);
  const slow = took > (kind.startsWith('largest') ? 2 * HANG : HANG) ? ['hang', `${Math.round(took)} ms`] : undefined;
  const failed = exit === 3 && kind !== 'command line' ? ['crash', 'exit code 3'] : undefined;
  const wrong = fault ?? slow ?? failed;
  process.send?.({ ends: n, kind, exit, took, ...(wrong && { fault: wrong, argv }) });
}

/** Without this, a program that refuses everything would look faultless. */
async function soundCaseIsTaken() {
  process.chdir(folder);
  const { exit, err } = await ran(['check', join(home, 'cases/further-plan/second-plan-ready.yaml')]);
  process.chdir(home);
  if (exit !== 0) throw new Error(`A sound case ends with ${exit}: ${err}`);
}

process.on('disconnect', () => process.exit());
process.on('error', () => process.exit());
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await soundCaseIsTaken();
for (let n = from; n < to; n += step) {
  await look(n);
  if (n % 50 < step) process.send?.({ memory: megabytes() });
}
process.send?.({ memory: megabytes() });
process.disconnect();
