// Keeps what node makes of the quick part of the program, so that it need not be made at every start:
// `node scripts/code-cache.mjs FOLDER`. Another version of node makes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const folder = resolve(process.argv[2] ?? 'dist');
const { packageFiles } = await import(pathToFileURL(join(folder, 'main.js')).href);

const CASE = 'cases/further-plan/second-plan-under-a-year.yaml';
const EXAMPLES = {
  check: ['check', CASE, '--show', 'note'],
  screen: ['screen', CASE, '--no-input'],
  explain: ['explain', CASE],
  rationale: ['rationale', CASE],
};

// What has run is kept; what has not is left out
const quiet = () => undefined;
const io = {
  out: quiet,
  err: quiet,
  env: {},
  onInterrupt: () => quiet,
  terminal: false,
  interactive: false,
  errorsToTerminal: false,
  colour: false,
  columns: 80,
  today: () => '2026-11-22',
  shipped: { ...packageFiles(resolve('.')), areAsBuilt: () => true },
};

for (const [command, args] of Object.entries(EXAMPLES)) {
  const path = join(folder, `lean-${command}.cjs`);
  const script = new Script(readFileSync(path, 'latin1'), { filename: path });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, process.getBuiltinModule, module, folder);
  // Whatever it leaves to the program is right, and slow: nobody would notice
  if ((await module.exports.fastAnswer(args, io)) === undefined)
    throw new Error(`The fast start leaves \`${args.join(' ')}\` to the program.`);
  writeFileSync(path.replace(/cjs$/, 'cache'), script.createCachedData());
}
