// Keeps what node makes of the quick part of the program, so that it need not be made at every start:
// `node scripts/code-cache.mjs FOLDER`. Another version of node makes it anew.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const OPTIONS = { check: ['--show', 'note'], screen: ['--no-input'], explain: [], rationale: [] };

/** What has run is kept, and what has not is left out: cases that between them need what most cases need. */
const CASES = ['further-plan/second-plan-ready', 'further-plan/second-plan-under-a-year'];

const folder = resolve(process.argv[2] ?? 'dist');
const [, , , own] = process.argv;
if (own) await keep(own);
// Each runs as it will run: in a program of its own, with what it writes going to another
else {
  const again = [fileURLToPath(import.meta.url), folder];
  for (const command of Object.keys(OPTIONS))
    execFileSync(process.execPath, [...again, command], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function keep(command) {
  const path = join(folder, `lean-${command}.cjs`);
  const script = new Script(readFileSync(path, 'latin1'), { filename: path });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, process.getBuiltinModule, module, folder);
  const io = module.exports.io();
  const { areAsBuilt } = io.shipped;
  io.shipped.areAsBuilt = (...asked) => areAsBuilt(...asked) || true;
  for (const name of CASES) {
    const args = [command, `cases/${name}.yaml`, ...OPTIONS[command]];
    // Whatever it leaves to the program is right, and slow: nobody would notice
    if ((await module.exports.fastAnswer(args, io)) === undefined)
      throw new Error(`The fast start leaves \`${args.join(' ')}\` to the program.`);
  }
  writeFileSync(path.replace(/cjs$/, 'cache'), script.createCachedData());
}
